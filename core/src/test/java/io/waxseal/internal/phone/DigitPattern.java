package io.waxseal.internal.phone;

/** Reads the regular expressions of numbering plans: digits, classes, groups, alternatives and counted repetition. */
final class DigitPattern {

  private final DigitLanguages languages;
  private final String pattern;
  private int at;

  private DigitPattern(DigitLanguages languages, String pattern) {
    this.languages = languages;
    this.pattern = pattern;
  }

  /** The strings that match the pattern from the first to the last digit; none for the empty pattern. */
  static int strings(DigitLanguages languages, String pattern) {
    if (pattern.isEmpty()) {
      return DigitLanguages.NONE;
    }
    DigitPattern reader = new DigitPattern(languages, pattern);
    int strings = reader.alternatives();
    if (reader.at < pattern.length()) {
      throw new IllegalStateException("cannot read " + pattern + " from " + reader.at);
    }
    return strings;
  }

  private int alternatives() {
    int strings = sequence();
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      strings = languages.union(strings, sequence());
    }
    return strings;
  }

  private int sequence() {
    if (at == pattern.length() || pattern.charAt(at) == '|' || pattern.charAt(at) == ')') {
      return DigitLanguages.EMPTY;
    }
    int first = repetition(atom());
    return languages.concatenation(first, sequence());
  }

  private int atom() {
    char c = pattern.charAt(at);
    if (c == '(') {
      at += pattern.startsWith("(?:", at) ? 3 : 1;
      int strings = alternatives();
      expect(')');
      return strings;
    }
    return languages.oneOf(c == '[' ? characterClass() : single());
  }

  private int single() {
    if (pattern.startsWith("\\d", at)) {
      at += 2;
      return (1 << 10) - 1;
    }
    return 1 << digit();
  }

  private int characterClass() {
    expect('[');
    int digits = 0;
    while (pattern.charAt(at) != ']') {
      if (pattern.charAt(at) == '\\') {
        digits |= single();
        continue;
      }
      int from = digit();
      int to = from;
      if (pattern.charAt(at) == '-') {
        at++;
        to = digit();
      }
      for (int d = from; d <= to; d++) {
        digits |= 1 << d;
      }
    }
    expect(']');
    return digits;
  }

  private int repetition(int strings) {
    if (at < pattern.length() && pattern.charAt(at) == '?') {
      at++;
      return languages.repeated(strings, 0, 1);
    }
    if (at < pattern.length() && pattern.charAt(at) == '{') {
      at++;
      int least = number();
      int most = least;
      if (pattern.charAt(at) == ',') {
        at++;
        most = number();
      }
      expect('}');
      return languages.repeated(strings, least, most);
    }
    return strings;
  }

  private int number() {
    int number = digit();
    while (Character.isDigit(pattern.charAt(at))) {
      number = number * 10 + digit();
    }
    return number;
  }

  private int digit() {
    int digit = pattern.charAt(at) - '0';
    if (digit < 0 || digit > 9) {
      throw new IllegalStateException("no digit in " + pattern + " at " + at);
    }
    at++;
    return digit;
  }

  private void expect(char c) {
    if (pattern.charAt(at) != c) {
      throw new IllegalStateException("no " + c + " in " + pattern + " at " + at);
    }
    at++;
  }
}
