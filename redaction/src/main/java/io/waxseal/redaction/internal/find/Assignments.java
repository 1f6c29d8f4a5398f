package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Text;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
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
    EntityType named = named(sign, floor);
    if (named == null) {
      return sign;
    }
    int start = skip(sign + 1);
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
    int end = valueEnd(start);
    boolean inAddress = inAddress(sign);
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
    int end = sign > lowest && text.charAt(sign - 1) == ' ' ? sign - 1 : sign;
    if (end > lowest && (text.charAt(end - 1) == '"' || text.charAt(end - 1) == '\'')) {
      end--;
    }
    int start = end;
    int sum = 0;
    while (start > lowest) {
      char c = text.charAt(start - 1);
      if (Chars.isAsciiLetter(c) || Chars.isAsciiDigit(c)) {
        sum += c | 0x20;
      } else if (!isJoint(c)) {
        break;
      }
      start--;
    }
    return SUMS.get(sum) ? NAMES.get(plain(start, end)) : null;
  }

  private String plain(int start, int end) {
    StringBuilder name = new StringBuilder();
    for (int i = start; i < end; i++) {
      if (!isJoint(text.charAt(i))) {
        name.append((char) (text.charAt(i) | 0x20));
      }
    }
    return name.toString();
  }

  private static boolean isJoint(char c) {
    return c == '_' || c == '-' || c == '.';
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
    while (i < text.length()
        && i - from < 3
        && (text.charAt(i) == ' ' || text.charAt(i) == '"' || text.charAt(i) == '\'')) {
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

  private @Nullable EntityType known(int start, int end) {
    EntityType[] type = new EntityType[1];
    int after = new Tokens(text).match(start, (t, s, e, score, why) -> type[0] = t);
    return after > start && after >= end ? type[0] : null;
  }
}
