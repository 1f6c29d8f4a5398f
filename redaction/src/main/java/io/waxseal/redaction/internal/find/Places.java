package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Text;

/** Coordinates: latitude and longitude as decimals of at least four places. */
final class Places {

  private static final EntityType GEO = new EntityType("GEO");
  private static final int LEAST_DECIMALS = 4;
  private static final int MOST_DECIMALS = 15;

  private final Text text;
  private int integer;

  Places(Text text) {
    this.text = text;
  }

  /** The index after the pair of coordinates whose first digit stands at {@code at}, or {@code at}. */
  int match(int at, Found found) {
    int latitude = decimal(at);
    if (latitude < 0 || integer > 90) {
      return at;
    }
    int i = latitude;
    int separators = 0;
    while (i < text.length() && separators < 3 && isBetween(text.charAt(i))) {
      i++;
      separators++;
    }
    if (text.length() - i > 3
        && separators == 0
        && text.charAt(i) == '%'
        && text.charAt(i + 1) == '2') {
      i += 3;
      separators = 1;
    }
    if (separators == 0) {
      return at;
    }
    int longitude = decimal(i < text.length() && isSign(text.charAt(i)) ? i + 1 : i);
    if (longitude < 0 || integer > 180) {
      return at;
    }
    int start = at > 0 && isSign(text.charAt(at - 1)) ? at - 1 : at;
    found.at(GEO, start, longitude, 0.85, "geo.decimal");
    return longitude;
  }

  private static boolean isBetween(char c) {
    return c == ',' || c == ';' || Chars.isSpace(c);
  }

  private static boolean isSign(char c) {
    return c == '-' || c == '+' || c == 0x2212;
  }

  /** The index after a decimal, whose whole part is kept, or -1. */
  private int decimal(int from) {
    int i = from;
    integer = 0;
    while (i < text.length() && i - from < 4 && Chars.isAsciiDigit(text.charAt(i))) {
      integer = integer * 10 + text.charAt(i) - '0';
      i++;
    }
    if (i == from || i - from > 3 || i >= text.length() || text.charAt(i) != '.') {
      return -1;
    }
    int point = i++;
    while (i < text.length()
        && i - point <= MOST_DECIMALS + 1
        && Chars.isAsciiDigit(text.charAt(i))) {
      i++;
    }
    int decimals = i - point - 1;
    boolean ends = i >= text.length()
        || text.charAt(i) != '.'
        || i + 1 >= text.length()
        || !Chars.isAsciiDigit(text.charAt(i + 1));
    return decimals >= LEAST_DECIMALS && decimals <= MOST_DECIMALS && ends ? i : -1;
  }
}
