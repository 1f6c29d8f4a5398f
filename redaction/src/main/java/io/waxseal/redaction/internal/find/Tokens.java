package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.identifier.Wallets;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Text;
import org.jspecify.annotations.Nullable;

/** Secrets that their first characters give away, and wallets. Reads a token once; a token has no spaces. */
public final class Tokens {

  static final EntityType JWT = new EntityType("SECRET_JWT");
  public static final EntityType META = new EntityType("SECRET_META_TOKEN");

  private static final EntityType API_KEY = new EntityType("SECRET_API_KEY");
  private static final EntityType PEM = new EntityType("SECRET_PEM");
  private static final EntityType BTC = new EntityType("CRYPTO_BTC");
  private static final EntityType ETH = new EntityType("CRYPTO_ETH");

  /** An address whose capitals are wrong is kept out of stores, but holds up no message. */
  private static final double MISTYPED = 0.55;

  private static final int SHORTEST = 16;
  private static final int SHORTEST_JWT = 24;
  private static final int LONGEST_PEM = 16_384;

  /** A prefix, the type of what begins with it, and the least number of token characters behind it. */
  private record Prefix(String text, EntityType type, int least) {}

  private static final Prefix[] PREFIXES = {
    prefix("EAA", META, 60),
    prefix("AKIA", "SECRET_AWS_KEY", 16),
    prefix("ASIA", "SECRET_AWS_KEY", 16),
    prefix("ABIA", "SECRET_AWS_KEY", 16),
    prefix("ACCA", "SECRET_AWS_KEY", 16),
    prefix("AIza", "SECRET_GOOGLE_API_KEY", 35),
    prefix("ya29.", "SECRET_GOOGLE_API_KEY", 20),
    prefix("ghp_", "SECRET_GITHUB_TOKEN", 36),
    prefix("gho_", "SECRET_GITHUB_TOKEN", 36),
    prefix("ghu_", "SECRET_GITHUB_TOKEN", 36),
    prefix("ghs_", "SECRET_GITHUB_TOKEN", 36),
    prefix("ghr_", "SECRET_GITHUB_TOKEN", 36),
    prefix("github_pat_", "SECRET_GITHUB_TOKEN", 40),
    prefix("glpat-", "SECRET_GITLAB_TOKEN", 20),
    prefix("xoxb-", "SECRET_SLACK_TOKEN", 20),
    prefix("xoxp-", "SECRET_SLACK_TOKEN", 20),
    prefix("xoxa-", "SECRET_SLACK_TOKEN", 20),
    prefix("xoxr-", "SECRET_SLACK_TOKEN", 20),
    prefix("xoxs-", "SECRET_SLACK_TOKEN", 20),
    prefix("xapp-", "SECRET_SLACK_TOKEN", 20),
    prefix("sk_live_", "SECRET_STRIPE_KEY", 16),
    prefix("sk_test_", "SECRET_STRIPE_KEY", 16),
    prefix("rk_live_", "SECRET_STRIPE_KEY", 16),
    prefix("rk_test_", "SECRET_STRIPE_KEY", 16),
    prefix("sk-ant-", "SECRET_ANTHROPIC_KEY", 20),
    prefix("sk-", "SECRET_OPENAI_KEY", 32),
    prefix("SG.", "SECRET_SENDGRID_KEY", 60),
    prefix("SK", "SECRET_TWILIO_KEY", 32),
    prefix("npm_", "SECRET_NPM_TOKEN", 36),
    prefix("pypi-", "SECRET_PYPI_TOKEN", 50),
  };

  private static final long[] BEGINNINGS = beginnings();

  private final Text text;

  private int readFrom;
  private int readTo;

  /** Where dots were looked for last, since a token may hold many beginnings of another. */
  private int dotsFrom;

  private int firstDot = -1;
  private boolean twoDots;

  Tokens(Text text) {
    this.text = text;
  }

  void clear() {
    readFrom = 0;
    readTo = 0;
    dotsFrom = 0;
    firstDot = -1;
  }

  private static Prefix prefix(String text, String type, int least) {
    return prefix(text, new EntityType(type), least);
  }

  private static Prefix prefix(String text, EntityType type, int least) {
    return new Prefix(text, type, least);
  }

  /** The index after the secret that begins at {@code start}, or {@code start}. */
  int match(int start, Found found) {
    if (text.length() - start < SHORTEST
        || !mayBegin(start)
        || (start > 0 && isToken(text.charAt(start - 1)) && text.charAt(start - 1) != '-')) {
      return start;
    }
    int end = tokenEnd(start);
    if (end - start < SHORTEST) {
      return start;
    }
    int stop = end;
    while (stop > start && text.charAt(stop - 1) == '.') {
      stop--;
    }
    EntityType type = judge(start, stop);
    if (type == null) {
      return start;
    }
    boolean sure = !type.equals(ETH) || Wallets.isChecked(Chars.copy(text, start, stop));
    found.at(type, start, stop, sure ? 0.97 : MISTYPED, "secret.prefix");
    return end;
  }

  static boolean mayBegin(char first, char second) {
    return (BEGINNINGS[first] >>> (second - '@') & 1) != 0;
  }

  /** Whether the first two characters, or an address's version, are those of some token. */
  private boolean mayBegin(int start) {
    char first = text.charAt(start);
    char second = text.charAt(start + 1);
    return (first < 0x80 && second < 0x80 && mayBegin(first, second))
        || ((first == '1' || first == '3') && isToken(text.charAt(start + SHORTEST - 1)));
  }

  /** By the first character: a bit for each second one from {@code @} on; digits and signs share a bit with a letter. */
  private static long[] beginnings() {
    long[] beginnings = new long[0x80];
    for (Prefix prefix : PREFIXES) {
      beginnings[prefix.text().charAt(0)] |= 1L << (prefix.text().charAt(1) - '@');
    }
    for (String other : new String[] {"eyJ", "0x", "0X", "bc1", "BC1"}) {
      beginnings[other.charAt(0)] |= 1L << (other.charAt(1) - '@');
    }
    return beginnings;
  }

  private @Nullable EntityType judge(int start, int end) {
    if (isJwt(start, end)) {
      return JWT;
    }
    for (Prefix prefix : PREFIXES) {
      if (end - start >= prefix.text().length() + prefix.least()
          && text.startsWith(start, prefix.text())
          && isRandom(start + prefix.text().length(), end, prefix)) {
        return prefix.type();
      }
    }
    char first = text.charAt(start);
    if (end - start > 64 || "013bB".indexOf(first) < 0) {
      return null;
    }
    String token = Chars.copy(text, start, end);
    if (Wallets.isEthereum(token)) {
      return ETH;
    }
    return (first != '0' && token.length() >= 26 && Wallets.isBitcoin(token)) ? BTC : null;
  }

  /** Letters or digits alone after a short prefix are a word or a number; Twilio's keys are hexadecimal. */
  private boolean isRandom(int from, int end, Prefix prefix) {
    boolean twilio = prefix.text().equals("SK");
    if (twilio && end - from != 32) {
      return false;
    }
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (twilio ? Character.digit(c, 16) < 0 : Chars.isAsciiLetter(c)) {
        return !twilio;
      }
    }
    return twilio;
  }

  /** Three parts of base64url, of which the first two are JSON objects. */
  private boolean isJwt(int start, int end) {
    if (!text.startsWith(start, "eyJ")) {
      return false;
    }
    if (start < dotsFrom || start > firstDot) {
      dotsFrom = start;
      firstDot = dot(start, end);
      twoDots = dot(firstDot + 1, end) < end;
    }
    return twoDots && end - start >= SHORTEST_JWT;
  }

  private int dot(int from, int end) {
    int i = from;
    while (i < end && text.charAt(i) != '.') {
      i++;
    }
    return i;
  }

  /** The end of the token; every place in a token that was read before has the same. */
  private int tokenEnd(int start) {
    if (start < readFrom || start >= readTo) {
      int end = start;
      while (end < text.length() && isToken(text.charAt(end))) {
        end++;
      }
      readFrom = start;
      readTo = end;
    }
    return readTo;
  }

  private static boolean isToken(char c) {
    return Chars.isAsciiLetter(c) || Chars.isAsciiDigit(c) || c == '_' || c == '-' || c == '.';
  }

  static EntityType apiKey() {
    return API_KEY;
  }

  /** The index after the block of a private key whose first hyphen stands at {@code start}, or {@code start}. */
  int pem(int start, Found found) {
    if (!text.startsWith(start, "-----BEGIN ")) {
      return start;
    }
    int header = start + 11;
    while (header < text.length() && header - start < 60 && text.charAt(header) != '-') {
      header++;
    }
    if (!Chars.copy(text, start, header).contains("PRIVATE KEY")) {
      return start;
    }
    int limit = Math.min(text.length(), start + LONGEST_PEM);
    for (int i = header; i < limit; i++) {
      if (text.charAt(i) == '-' && text.startsWith(i, "-----END ")) {
        int end = i + 9;
        while (end < text.length() && end - i < 60 && text.charAt(end) != '-') {
          end++;
        }
        while (end < text.length() && text.charAt(end) == '-') {
          end++;
        }
        found.at(PEM, start, end, 0.99, "secret.pem");
        return end;
      }
    }
    found.at(PEM, start, text.length(), 0.99, "secret.pem.open");
    return text.length();
  }
}
