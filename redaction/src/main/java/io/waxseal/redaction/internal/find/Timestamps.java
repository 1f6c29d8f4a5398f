package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Text;

/** Instants as machines write them (RFC 3339, with a space or T): they are no value, and every line of a log has one. */
final class Timestamps {

  private static final String SHAPE = "dddd-dd-ddTdd:dd";
  private static final int LONGEST_FRACTION = 9;

  private final Text text;

  Timestamps(Text text) {
    this.text = text;
  }

  /** The index after the instant that begins at {@code start}, or {@code start}. */
  int end(int start) {
    int end = start + SHAPE.length();
    if (end > text.length() || (start > 0 && isPart(text.charAt(start - 1)))) {
      return start;
    }
    for (int i = 0; i < SHAPE.length(); i++) {
      char c = text.charAt(start + i);
      char kind = SHAPE.charAt(i);
      if (kind == 'd' ? !Chars.isAsciiDigit(c) : c != kind && !(kind == 'T' && c == ' ')) {
        return start;
      }
    }
    if (two(start + 5) > 12
        || two(start + 8) > 31
        || two(start + 11) > 23
        || two(start + 14) > 59) {
      return start;
    }
    int whole = seconds(end);
    return isDigit(whole) ? start : fraction(whole);
  }

  private int seconds(int from) {
    boolean present =
        from < text.length() && text.charAt(from) == ':' && isDigit(from + 1) && isDigit(from + 2);
    return present ? from + 3 : from;
  }

  private int fraction(int from) {
    int end = from;
    if (end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == ',')) {
      end++;
      while (end - from <= LONGEST_FRACTION && isDigit(end)) {
        end++;
      }
    }
    return isDigit(end) ? from : end;
  }

  private boolean isDigit(int i) {
    return i < text.length() && Chars.isAsciiDigit(text.charAt(i));
  }

  private int two(int i) {
    return (text.charAt(i) - '0') * 10 + text.charAt(i + 1) - '0';
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '/' || c == '_';
  }
}
