package io.waxseal.redaction.internal.label;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.TypeNames;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What is left of a value that is made coarser: the year of a birth, the first three bytes of an IPv4 address, a place to
 * one decimal, the first two characters of a postal code. Each has a form of its own, so that little else fits in.
 */
public final class Generalised {

  private static final String DATE_OF_BIRTH = "DATE_OF_BIRTH";
  private static final String IP = "IP";
  private static final String GEO = "GEO";
  private static final String POSTAL_CODE = "POSTAL_CODE";
  private static final int POSTAL_KEPT = 2;
  private static final int SHORTEST_POSTAL = 4;

  private Generalised() {}

  /** What stands for a value, in brackets; empty if the type has no coarser form, or the value none that is read here. */
  public static Optional<String> of(EntityType type, CharSequence value) {
    String rest = switch (type.name()) {
      case DATE_OF_BIRTH -> year(value);
      case IP -> network(value);
      case GEO -> place(value);
      case POSTAL_CODE -> district(value);
      default -> "";
    };
    String label = "[" + type.name() + ":" + rest + "]";
    return !rest.isEmpty() && Labels.end(label, 0) == label.length()
        ? Optional.of(label)
        : Optional.empty();
  }

  /** The index after the rest that stands behind a name and a colon, or the colon's. */
  static int end(CharSequence text, int name, int colon) {
    int from = colon + 1;
    int end = 0;
    if (TypeNames.isAt(DATE_OF_BIRTH, text, name, colon)) {
      end = yearEnd(text, from);
    } else if (TypeNames.isAt(IP, text, name, colon)) {
      end = networkEnd(text, from);
    } else if (TypeNames.isAt(GEO, text, name, colon)) {
      end = placeEnd(text, from);
    } else if (TypeNames.isAt(POSTAL_CODE, text, name, colon)) {
      end = districtEnd(text, from);
    }
    return Math.max(end, colon);
  }

  /** The only group of four digits. */
  private static String year(CharSequence value) {
    String year = "";
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i <= value.length(); i++) {
      int digit = i < value.length() ? Character.digit(value.charAt(i), 10) : -1;
      if (digit >= 0) {
        digits.append((char) ('0' + digit));
      } else {
        if (digits.length() == 4) {
          year = year.isEmpty() ? digits.toString() : "?";
        }
        digits.setLength(0);
      }
    }
    return year;
  }

  private static int yearEnd(CharSequence text, int from) {
    if (from + 4 > text.length()
        || !((text.charAt(from) == '1' && text.charAt(from + 1) == '9')
            || (text.charAt(from) == '2' && text.charAt(from + 1) == '0'))) {
      return 0;
    }
    return Chars.isAsciiDigit(text.charAt(from + 2)) && Chars.isAsciiDigit(text.charAt(from + 3))
        ? from + 4
        : 0;
  }

  private static String network(CharSequence value) {
    StringBuilder ascii = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      int digit = Character.digit(value.charAt(i), 10);
      ascii.append(digit >= 0 ? (char) ('0' + digit) : value.charAt(i));
    }
    int dot = ascii.lastIndexOf(".");
    return dot < 0 ? "" : ascii.substring(0, dot) + ".*";
  }

  private static int networkEnd(CharSequence text, int from) {
    int at = from;
    for (int group = 0; group < 3; group++) {
      int end = numberEnd(text, at, 255);
      if (end == at || end >= text.length() || text.charAt(end) != '.') {
        return 0;
      }
      at = end + 1;
    }
    return at < text.length() && text.charAt(at) == '*' ? at + 1 : 0;
  }

  private static String place(CharSequence value) {
    StringBuilder place = new StringBuilder();
    int coordinates = 0;
    int at = 0;
    while (at < value.length()) {
      int end = at;
      while (end < value.length() && isOfDecimal(value.charAt(end))) {
        end++;
      }
      if (end > at) {
        if (++coordinates > 2) {
          return "";
        }
        place.append(coordinates == 2 ? "," : "").append(oneDecimal(value.subSequence(at, end)));
      }
      at = end + 1;
    }
    return place.toString();
  }

  private static boolean isOfDecimal(char c) {
    return Chars.isAsciiDigit(c) || c == '.' || c == '-' || c == '+';
  }

  private static String oneDecimal(CharSequence number) {
    try {
      return number.length() > 24
          ? "?"
          : new BigDecimal(number.toString()).setScale(1, RoundingMode.HALF_UP).toPlainString();
    } catch (NumberFormatException e) {
      return "?";
    }
  }

  private static int placeEnd(CharSequence text, int from) {
    int end = coordinateEnd(text, from);
    if (end > from && end < text.length() && text.charAt(end) == ',') {
      int second = coordinateEnd(text, end + 1);
      return second > end + 1 ? second : 0;
    }
    return end;
  }

  private static int coordinateEnd(CharSequence text, int from) {
    int at = from < text.length() && text.charAt(from) == '-' ? from + 1 : from;
    int end = numberEnd(text, at, 180);
    return end > at
            && end + 1 < text.length()
            && text.charAt(end) == '.'
            && Chars.isAsciiDigit(text.charAt(end + 1))
        ? end + 2
        : 0;
  }

  /** The index after a whole number without leading zeros and no greater than {@code most}, or {@code from}. */
  private static int numberEnd(CharSequence text, int from, int most) {
    int number = 0;
    int at = from;
    while (at < text.length() && at - from < 3 && Chars.isAsciiDigit(text.charAt(at))) {
      number = number * 10 + text.charAt(at) - '0';
      at++;
    }
    boolean leadingZero = at - from > 1 && text.charAt(from) == '0';
    return leadingZero || number > most ? from : at;
  }

  private static String district(CharSequence value) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      int digit = Character.digit(value.charAt(i), 10);
      char c = Character.toUpperCase(value.charAt(i));
      if (digit >= 0) {
        code.append((char) ('0' + digit));
      } else if (Chars.isUpper(c)) {
        code.append(c);
      }
    }
    return code.length() < SHORTEST_POSTAL ? "" : code.substring(0, POSTAL_KEPT) + "*";
  }

  private static int districtEnd(CharSequence text, int from) {
    int star = from + POSTAL_KEPT;
    if (star >= text.length() || text.charAt(star) != '*') {
      return 0;
    }
    for (int i = from; i < star; i++) {
      if (!Chars.isAsciiDigit(text.charAt(i)) && !Chars.isUpper(text.charAt(i))) {
        return 0;
      }
    }
    return star + 1;
  }
}
