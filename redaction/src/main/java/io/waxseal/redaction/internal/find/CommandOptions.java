package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Text;

/** Secrets that a command line hands to a program: {@code --token X}, {@code --password='two words'}, {@code -p'two words'}. */
final class CommandOptions {
  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_QUOTED = 256;
  private static final int SHORTEST_PLAIN = 4;

  private final Text text;

  CommandOptions(Text text) {
    this.text = text;
  }

  /** The index after the secret of the long option whose second hyphen stands at {@code hyphen}, or {@code hyphen}. */
  int longOption(int hyphen, Found found) {
    int start = hyphen + 1;
    int end = start;
    int limit = Math.min(text.length(), start + LONGEST_NAME);
    while (end < limit && isName(text.charAt(end))) {
      end++;
    }
    EntityType type = end == start ? null : SettingNames.typeOf(text, start, end);
    if (type == null || end >= text.length()) {
      return hyphen;
    }
    boolean assigned = text.charAt(end) == '=';
    int value = assigned ? end + 1 : spaces(end);
    return value > end ? value(type, value, assigned, hyphen, found) : hyphen;
  }

  /** The same for {@code -p} with its value glued to it in quotes; {@code letter} is where the p stands. */
  int shortOption(int letter, Found found) {
    boolean option = letter > 1
        && text.charAt(letter - 1) == '-'
        && Chars.isSpace(text.charAt(letter - 2))
        && letter + 1 < text.length()
        && isQuote(text.charAt(letter + 1));
    return option ? value(EntityType.SECRET_PASSWORD, letter + 1, true, letter, found) : letter;
  }

  private int value(EntityType type, int at, boolean assigned, int none, Found found) {
    if (at >= text.length() || text.charAt(at) == '-') {
      return none;
    }
    if (isQuote(text.charAt(at))) {
      int close = closing(at);
      return close > at + 1 ? report(type, at + 1, close, found) : none;
    }
    SecretValue value = SecretValue.read(text, at, false);
    boolean secret = value.length() >= SHORTEST_PLAIN
        && !value.isPlaceholder()
        && !value.isNotSecret()
        && (assigned || value.looksSecret());
    // what its first characters give away is told by the reader of tokens
    boolean known = secret
        && new Tokens(text).match(value.start(), (t, s, e, score, why) -> {}) > value.start();
    return secret && !known ? report(type, value.start(), value.wholeEnd(), found) : none;
  }

  private static int report(EntityType type, int start, int end, Found found) {
    found.at(type, start, end, 0.9, "secret.option");
    return end;
  }

  private int closing(int quote) {
    int limit = Math.min(text.length(), quote + LONGEST_QUOTED);
    for (int i = quote + 1; i < limit && !Chars.isLineBreak(text.charAt(i)); i++) {
      if (text.charAt(i) == text.charAt(quote)) {
        return i;
      }
    }
    return -1;
  }

  private int spaces(int from) {
    int i = from;
    while (i < text.length() && i - from < 3 && Chars.isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isQuote(char c) {
    return c == '\'' || c == '"';
  }

  private static boolean isName(char c) {
    return Chars.isAsciiLetter(c) || Chars.isAsciiDigit(c) || c == '-' || c == '_';
  }
}
