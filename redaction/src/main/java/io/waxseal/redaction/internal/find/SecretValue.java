package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.internal.label.Labels;
import io.waxseal.redaction.internal.label.Mask;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Lexicon;
import io.waxseal.redaction.internal.text.Text;

/** The value that follows a word for a secret: its span, and what it looks like. */
final class SecretValue {

  /** How much of a value is looked at before it is judged; a longer one is still taken whole. */
  private static final int JUDGED = 128;

  private static final int LONGEST_QUOTED = 256;
  private static final String QUOTES = "\"'`“”„‘’«»「」『』";
  private static final String CLOSING = ".,;:?)]}>\"'`“”’»」』…";
  private static final String BREAKING = "，。！？；、：】）」』\"";
  private static final String SYMBOLS = "!@#$%^&*+=~|\\?<>_";
  private static final String WRAPPING = "*_~";

  private final Text text;
  private final int start;
  private final int end;
  private final boolean quoted;
  private final boolean field;
  private int letters;
  private int digits;
  private int symbols;
  private boolean others;
  private int humps;

  private SecretValue(Text text, int start, int end, boolean quoted, boolean field) {
    this.text = text;
    this.start = start;
    this.quoted = quoted;
    this.field = field;
    this.end = quoted ? end : trimmed(text, start, end);
    look();
  }

  /** Reads the value at {@code from}; {@code field} says it stands directly behind {@code =}, as in a query string. */
  static SecretValue read(Text text, int from, boolean field) {
    if (from >= text.length() || !isQuote(text.charAt(from))) {
      return new SecretValue(text, from, plainEnd(text, from, from + JUDGED, field), false, field);
    }
    int close = closingQuote(text, from + 1);
    return close > from + 1
        ? new SecretValue(text, from + 1, close, true, field)
        : new SecretValue(
            text, from + 1, plainEnd(text, from + 1, from + 1 + JUDGED, field), false, field);
  }

  static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  private static int closingQuote(Text text, int from) {
    int limit = Math.min(text.length(), from + LONGEST_QUOTED);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (isQuote(c)) {
        return i;
      }
      if (Chars.isLineBreak(c)) {
        return -1;
      }
    }
    return -1;
  }

  private static int plainEnd(Text text, int from, int limit, boolean field) {
    boolean unspaced = from < text.length() && Chars.isUnspaced(text.charAt(from));
    int i = from;
    while (i < Math.min(limit, text.length())) {
      char c = text.charAt(i);
      if (Chars.isSpace(c)
          || Chars.isLineBreak(c)
          || BREAKING.indexOf(c) >= 0
          || (field && (c == '&' || c == ';'))
          || (!unspaced && Chars.isUnspaced(c))) {
        break;
      }
      i++;
    }
    return i;
  }

  private static int trimmed(Text text, int from, int end) {
    int i = end;
    while (i > from
        && (CLOSING.indexOf(text.charAt(i - 1)) >= 0 || Chars.isInvisible(text.charAt(i - 1)))) {
      i--;
    }
    return i;
  }

  private void look() {
    int from = start;
    int to = Math.min(end, start + JUDGED);
    while (from < to && WRAPPING.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && WRAPPING.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (Chars.isLetter(c)) {
        letters++;
        humps += i > from && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1))
            ? 1
            : 0;
      } else if (Chars.digit(text, i) >= 0) {
        digits++;
      } else if (SYMBOLS.indexOf(c) >= 0) {
        symbols += i + 1 < to || (c != '?' && c != '!') ? 1 : 0;
      } else if (!Chars.isInvisible(c)) {
        others = true;
      }
    }
  }

  int start() {
    return start;
  }

  /** The end of the whole value, also of one longer than what is judged; asked once a value is accepted. */
  int wholeEnd() {
    return quoted ? end : trimmed(text, start, plainEnd(text, start, text.length(), field));
  }

  int length() {
    return end - start;
  }

  boolean isQuoted() {
    return quoted;
  }

  int digits() {
    return digits;
  }

  /** Digits only; two groups of three may be joined. */
  boolean isNumber() {
    if (digits == 0 || letters > 0 || symbols > 0) {
      return false;
    }
    return !others
        || (digits == 6 && length() == 7 && Chars.separator(text.charAt(start + 3)) != 0);
  }

  /** Letters with digits, letters with an inner symbol, or capitals inside: what ordinary words do not have. */
  boolean looksSecret() {
    boolean mixed = letters > 0 && digits > 0 && length() >= 4;
    boolean marked = symbols > 0 && (letters > 0 || digits > 0) && length() >= 4;
    return mixed || marked || (humps > 0 && length() >= 8);
  }

  private boolean isAddress() {
    return startsWith("http") || startsWith("www.");
  }

  private boolean startsWith(String prefix) {
    if (length() < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (Chars.fold(text.charAt(start + i)) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** A label or mask left by an earlier redaction, a template's variable, a web address, or nothing but signs. */
  boolean isPlaceholder() {
    char first = text.charAt(start);
    char second = start + 1 < text.length() ? text.charAt(start + 1) : 0;
    return Mask.isMask(text, start, end, 0)
        || Labels.end(text, start) > start
        || first == '<'
        || (first == '{' && second == '{')
        || (first == '$' && second == '{')
        || (first == '%' && (second == 's' || second == '('))
        || (letters + digits == 0 && symbols < 4)
        || (letters + digits == 0 && sameCharacter())
        || isAddress();
  }

  private boolean sameCharacter() {
    for (int i = start + 1; i < end; i++) {
      if (text.charAt(i) != text.charAt(start)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the value is a word that is said of passwords: "required", "incorrecta", "vergessen". */
  boolean isNotSecret() {
    int from = start;
    while (from < end && WRAPPING.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    long match = ContextWords.SPEECH.longest(text, from, text.length());
    return (Lexicon.flags(match) & ContextWords.NOT_SECRET) != 0
        && isWordWhole(from + Lexicon.flagsLength(match));
  }

  /** Whether a word that ends there is all there is, or runs on as prose does: "case-sensitive", "required/optional". */
  private boolean isWordWhole(int wordEnd) {
    return wordEnd >= end || (!quoted && digits + symbols == 0);
  }
}
