package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Text;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that the name before an equals sign or colon makes secret: headers, parameters of addresses, settings. */
final class Assignments {

  private static final EntityType BEARER = new EntityType("SECRET_BEARER");
  private static final EntityType BASIC = new EntityType("SECRET_BASIC");
  private static final EntityType WEBHOOK = new EntityType("SECRET_WEBHOOK");
  private static final EntityType URL = new EntityType("URL_WITH_TOKEN");
  private static final EntityType COOKIE = new EntityType("SECRET_COOKIE");
  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_VALUE = 4096;
  private static final int SHORTEST_VALUE = 8;
  private static final int LEAST_BEARER = 16;

  /** What a setting whose name ends like a secret's may say of it. */
  private static final Set<String> SWITCHES = Set.of(
      "true",
      "false",
      "yes",
      "no",
      "on",
      "off",
      "null",
      "none",
      "nil",
      "enabled",
      "disabled",
      "required",
      "optional",
      "undefined",
      "string",
      "hidden",
      "text",
      "password");

  private static final Map<String, EntityType> NAMES = Map.ofEntries(
      Map.entry("accesstoken", Tokens.apiKey()),
      Map.entry("apikey", Tokens.apiKey()),
      Map.entry("apisecret", Tokens.apiKey()),
      Map.entry("appsecret", Tokens.META),
      Map.entry("appsecretproof", Tokens.META),
      Map.entry("authtoken", Tokens.apiKey()),
      Map.entry("clientsecret", Tokens.apiKey()),
      Map.entry("privatekey", Tokens.apiKey()),
      Map.entry("refreshtoken", Tokens.apiKey()),
      Map.entry("secretkey", Tokens.apiKey()),
      Map.entry("secretaccesskey", Tokens.apiKey()),
      Map.entry("subscriptionkey", Tokens.apiKey()),
      Map.entry("token", Tokens.apiKey()),
      Map.entry("xapikey", Tokens.apiKey()),
      Map.entry("xauthtoken", Tokens.apiKey()),
      Map.entry("idtoken", Tokens.apiKey()),
      Map.entry("codeverifier", Tokens.apiKey()),
      Map.entry("clientassertion", Tokens.apiKey()),
      Map.entry("code", URL),
      Map.entry("sig", URL),
      Map.entry("signature", URL),
      Map.entry("key", URL),
      Map.entry("cookie", COOKIE),
      Map.entry("setcookie", COOKIE),
      Map.entry("verifytoken", WEBHOOK),
      Map.entry("hubverifytoken", WEBHOOK),
      Map.entry("xhubsignature256", WEBHOOK),
      Map.entry("xhubsignature", WEBHOOK),
      Map.entry("authorization", BEARER));

  /** The sums of the letters of each name: other names are told apart without making a text of them. */
  private static final BitSet SUMS = sums();

  private final Text text;

  /** Up to here, values were read in vain and are not read again. */
  private int readInVain;

  Assignments(Text text) {
    this.text = text;
  }

  void clear() {
    readInVain = 0;
  }

  /** The index after the secret that the sign at {@code sign} assigns, or {@code sign}. */
  int match(int sign, int floor, Found found) {
    return match(sign, 1, floor, found);
  }

  /** The same for {@code %3D}, an equals sign in an address inside another. */
  int matchEncoded(int sign, Found found) {
    boolean equals = text.startsWith(sign, "%3D") || text.startsWith(sign, "%3d");
    return equals ? match(sign, 3, 0, found) : sign;
  }

  private int match(int sign, int length, int floor, Found found) {
    EntityType named = named(sign, floor);
    if (named == null) {
      return length == 1 ? setting(sign, floor, found) : sign;
    }
    int start = skip(sign + length);
    if (start < readInVain) {
      return sign;
    }
    if (named.equals(COOKIE)) {
      return cookie(sign, start, found);
    }
    EntityType type = named;
    if (named.equals(BEARER)) {
      int after = scheme(start);
      if (after == start) {
        return sign;
      }
      type = (text.charAt(start) | 0x20) == 'b' && (text.charAt(start + 1) | 0x20) == 'a'
          ? BASIC
          : BEARER;
      start = after;
    }
    int end = length == 1 ? valueEnd(start) : encodedEnd(start);
    boolean inAddress = length > 1 || inAddress(sign);
    if (end - start < SHORTEST_VALUE
        || (named.equals(URL) && !inAddress)
        || !isRandom(start, end)) {
      readInVain = end;
      return sign;
    }
    EntityType known = known(start, end);
    type = known != null
        ? known
        : inAddress && !named.equals(WEBHOOK) && !named.equals(Tokens.META) ? URL : type;
    found.at(type, start, end, 0.9, "secret.named");
    return end;
  }

  private @Nullable EntityType named(int sign, int floor) {
    int lowest = Math.max(floor, sign - LONGEST_NAME);
    int end = nameEnd(sign, lowest);
    int start = end;
    int sum = 0;
    while (start > lowest) {
      char c = text.charAt(start - 1);
      if (isEncodedJoint(start - 3)) {
        start -= 2;
      } else if (start - 3 >= 0 && text.charAt(start - 3) == '%') {
        // another sign of an address in an address, such as %3F, stands before the name
        break;
      } else if (Chars.isAsciiLetter(c) || Chars.isAsciiDigit(c)) {
        sum += c | 0x20;
      } else if (!SettingNames.isJoint(c)) {
        break;
      }
      start--;
    }
    return SUMS.get(sum) ? NAMES.get(plain(start, end)) : null;
  }

  /** Where a name ends that quotes, escaped or not, or a space part from its sign. */
  private int nameEnd(int sign, int lowest) {
    int end = sign;
    while (end > lowest && sign - end < 6 && " \"'\\".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /** {@code %5F}, {@code %2D} or {@code %2E}: an underscore, hyphen or dot in an address. */
  private boolean isEncodedJoint(int at) {
    if (at < 0 || at + 3 > text.length() || text.charAt(at) != '%') {
      return false;
    }
    char last = (char) (text.charAt(at + 2) | 0x20);
    char first = text.charAt(at + 1);
    return first == '5' ? last == 'f' : first == '2' && (last == 'd' || last == 'e');
  }

  private String plain(int start, int end) {
    StringBuilder name = new StringBuilder();
    for (int i = start; i < end; i++) {
      if (isEncodedJoint(i)) {
        i += 2;
      } else if (!SettingNames.isJoint(text.charAt(i))) {
        name.append((char) (text.charAt(i) | 0x20));
      }
    }
    return name.toString();
  }

  /** What a program's setting is given whose name ends in a word for a secret: in quotes, else to the end of its line. */
  private int setting(int sign, int floor, Found found) {
    int lowest = Math.max(floor, sign - LONGEST_NAME);
    int end = nameEnd(sign, lowest);
    int start = end;
    while (start > lowest && isNamePart(text.charAt(start - 1))) {
      start--;
    }
    if (end - start < 4 || !SettingNames.isProgramName(text, start, end)) {
      return sign;
    }
    EntityType type = SettingNames.typeOf(text, start, end);
    int value = skip(sign + 1);
    if (type == null || value >= text.length() || value < readInVain) {
      return sign;
    }
    boolean quoted = value > sign + 1 && isQuote(text.charAt(value - 1));
    boolean alone =
        text.charAt(sign) == '=' && (start == 0 || Chars.isLineBreak(text.charAt(start - 1)));
    int stop = quoted ? quoteEnd(value - 1) : alone ? lineEnd(value) : valueEnd(value);
    return isGiven(type, value, stop, quoted) ? report(type, value, stop, found) : sign;
  }

  private static int report(EntityType type, int start, int end, Found found) {
    found.at(type, start, end, 0.9, "secret.setting");
    return end;
  }

  private boolean isGiven(EntityType type, int start, int end, boolean quoted) {
    if (end - start < 2) {
      return false;
    }
    SecretValue value = SecretValue.read(text, start, true);
    if (value.isPlaceholder()
        || value.isNotSecret()
        || SWITCHES.contains(Chars.copy(text, start, end).toLowerCase(Locale.ROOT))) {
      return false;
    }
    boolean key = !type.equals(EntityType.SECRET_PASSWORD);
    return !key || (end - start >= SHORTEST_VALUE && (quoted || isRandom(start, end)));
  }

  private int quoteEnd(int quote) {
    int limit = Math.min(text.length(), quote + LONGEST_VALUE);
    for (int i = quote + 1; i < limit && !Chars.isLineBreak(text.charAt(i)); i++) {
      if (text.charAt(i) == text.charAt(quote) || text.charAt(i) == '\\') {
        return i;
      }
    }
    return quote + 1;
  }

  private int lineEnd(int start) {
    int end = start;
    int limit = Math.min(text.length(), start + LONGEST_VALUE);
    while (end < limit && !Chars.isLineBreak(text.charAt(end))) {
      if (text.charAt(end) == '#' && Chars.isSpace(text.charAt(end - 1))) {
        break;
      }
      end++;
    }
    while (end > start && Chars.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean isNamePart(char c) {
    return Chars.isAsciiLetter(c) || Chars.isAsciiDigit(c) || SettingNames.isJoint(c);
  }

  /** The end of a value in an address inside another: before its next sign. */
  private int encodedEnd(int start) {
    int end = start;
    int limit = valueEnd(start);
    while (end < limit && !(text.charAt(end) == '%' && isSeparator(end))) {
      end++;
    }
    return end;
  }

  private boolean isSeparator(int at) {
    return text.startsWith(at, "%26") || text.startsWith(at, "%23") || text.startsWith(at, "%20");
  }

  private static BitSet sums() {
    BitSet sums = new BitSet();
    NAMES.keySet().forEach(name -> sums.set(name.chars().sum()));
    return sums;
  }

  private int cookie(int sign, int start, Found found) {
    int end = start;
    int limit = Math.min(text.length(), start + LONGEST_VALUE);
    boolean pair = false;
    while (end < limit && !Chars.isLineBreak(text.charAt(end)) && text.charAt(end) != '"') {
      pair |= text.charAt(end) == '='
          && end > start
          && end + 1 < limit
          && isValue(text.charAt(end - 1))
          && isValue(text.charAt(end + 1));
      end++;
    }
    if (!pair || text.charAt(sign) != ':') {
      readInVain = end;
      return sign;
    }
    found.at(COOKIE, start, end, 0.9, "secret.cookie");
    return end;
  }

  private int scheme(int start) {
    int end = start;
    while (end < text.length() && end - start < 8 && Chars.isAsciiLetter(text.charAt(end))) {
      end++;
    }
    String scheme = Chars.copy(text, start, end).toLowerCase(Locale.ROOT);
    boolean known = scheme.equals("bearer") || scheme.equals("basic");
    return known && end < text.length() && text.charAt(end) == ' ' ? end + 1 : start;
  }

  private int skip(int from) {
    int i = from;
    while (i < text.length() && i - from < 6 && " \"'\\".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private int valueEnd(int start) {
    int end = start;
    int limit = Math.min(text.length(), start + LONGEST_VALUE);
    while (end < limit && isValue(text.charAt(end))) {
      end++;
    }
    while (end > start && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == ':')) {
      end--;
    }
    return end;
  }

  private static boolean isValue(char c) {
    return Chars.isAsciiLetter(c) || Chars.isAsciiDigit(c) || "-_.~+/=%|:".indexOf(c) >= 0;
  }

  private boolean isRandom(int start, int end) {
    int digits = 0;
    int letters = 0;
    for (int i = start; i < end; i++) {
      digits += Chars.isAsciiDigit(text.charAt(i)) ? 1 : 0;
      letters += Chars.isAsciiLetter(text.charAt(i)) ? 1 : 0;
    }
    return letters > 0 && (digits > 0 || end - start >= 20);
  }

  private boolean inAddress(int sign) {
    for (int i = sign; i >= 0 && sign - i <= LONGEST_NAME; i--) {
      char c = text.charAt(i);
      if (c == '?' || c == '&') {
        return text.charAt(sign) == '=';
      }
      if (Chars.isSpace(c)) {
        return false;
      }
    }
    return false;
  }

  /** The index after the token that the word "Bearer" at {@code start} announces, wherever it stands, or {@code start}. */
  int bearer(int start, Found found) {
    int value = scheme(start);
    if (value == start || (text.charAt(start + 1) | 0x20) != 'e') {
      return start;
    }
    int end = valueEnd(value);
    if (end - value < LEAST_BEARER || !isRandom(value, end) || known(value, end) != null) {
      return start;
    }
    found.at(BEARER, value, end, 0.9, "secret.bearer");
    return end;
  }

  private @Nullable EntityType known(int start, int end) {
    EntityType[] type = new EntityType[1];
    int after = new Tokens(text).match(start, (t, s, e, score, why) -> type[0] = t);
    return after > start && after >= end ? type[0] : null;
  }
}
