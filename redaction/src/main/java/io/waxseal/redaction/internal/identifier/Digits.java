package io.waxseal.redaction.internal.identifier;

/** Arithmetic that the check digits of many countries share. */
public final class Digits {

  private static final int[][] VERHOEFF_PRODUCT = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5}, {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
    {3, 4, 0, 1, 2, 8, 9, 5, 6, 7}, {4, 0, 1, 2, 3, 9, 5, 6, 7, 8}, {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
    {6, 5, 9, 8, 7, 1, 0, 4, 3, 2}, {7, 6, 5, 9, 8, 2, 1, 0, 4, 3}, {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
    {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
  };
  private static final int[][] VERHOEFF_PERMUTATION = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 5, 7, 6, 2, 8, 3, 0, 9, 4}, {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
    {8, 9, 1, 6, 0, 4, 3, 5, 2, 7}, {9, 4, 5, 3, 1, 2, 6, 8, 7, 0}, {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
    {2, 7, 9, 3, 8, 0, 6, 4, 1, 5}, {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
  };
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private Digits() {}

  static int at(String value, int i) {
    return value.charAt(i) - '0';
  }

  /** 0 to 9 for digits, 10 to 35 for letters. */
  static int base36(char c) {
    return c <= '9' ? c - '0' : c - 'A' + 10;
  }

  static long number(String value, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + at(value, i);
    }
    return number;
  }

  static int two(String value, int from) {
    return at(value, from) * 10 + at(value, from + 1);
  }

  /** The digits from the first on, each times its weight. */
  static int weighted(String value, int... weights) {
    return weightedFrom(value, 0, weights);
  }

  static int weightedFrom(String value, int from, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += at(value, from + i) * weights[i];
    }
    return sum;
  }

  /** {@code (11 - sum mod 11) mod 11}, from 0 to 10. */
  static int complement11(int sum) {
    return (11 - sum % 11) % 11;
  }

  static int complement10(int sum) {
    return (10 - sum % 10) % 10;
  }

  static boolean luhn(String value) {
    return luhn(value, 0, value.length());
  }

  static boolean luhn(String value, int from, int to) {
    int sum = 0;
    for (int i = to - 1; i >= from; i--) {
      int digit = at(value, i);
      int twice = digit > 4 ? digit * 2 - 9 : digit * 2;
      sum += (to - i) % 2 == 0 ? twice : digit;
    }
    return sum % 10 == 0;
  }

  static boolean verhoeff(String value) {
    int sum = 0;
    int length = value.length();
    for (int i = 0; i < length; i++) {
      sum = VERHOEFF_PRODUCT[sum][VERHOEFF_PERMUTATION[i % 8][at(value, length - 1 - i)]];
    }
    return sum == 0;
  }

  /** ISO 7064 mod 11,10. */
  static boolean mod11And10(String value, int from, int to) {
    int check = 10;
    for (int i = from; i < to - 1; i++) {
      int sum = (check + at(value, i)) % 10;
      check = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (check + at(value, to - 1)) % 10 == 1;
  }

  /** The last digit of EAN and GTIN: weights 3 and 1 from the right. */
  static boolean ean(String value) {
    int sum = 0;
    int length = value.length();
    for (int i = 0; i < length; i++) {
      sum += at(value, i) * ((length - i) % 2 == 0 ? 3 : 1);
    }
    return sum % 10 == 0;
  }

  static boolean isDayOfMonth(int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1];
  }

  static boolean isDate(int year, int month, int day) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return isDayOfMonth(month, day) && (month != 2 || day < 29 || leap);
  }

  /** Whether two digits of the year, month and day stand there, of this century or the last. */
  static boolean isShortDate(String value, int year, int month, int day) {
    return isDate(2000 + two(value, year), two(value, month), two(value, day))
        || isDate(1900 + two(value, year), two(value, month), two(value, day));
  }

  static boolean allEqual(String value) {
    for (int i = 1; i < value.length(); i++) {
      if (value.charAt(i) != value.charAt(0)) {
        return false;
      }
    }
    return true;
  }

  static boolean allDigits(String value, int from, int to) {
    for (int i = from; i < to; i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  static boolean oneOf(String set, char c) {
    return set.indexOf(c) >= 0;
  }
}
