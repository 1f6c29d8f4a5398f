package io.waxseal.redaction.internal.identifier;

/** Issuer ranges of payment cards by the first six digits (ISO/IEC 7812), with the lengths that each issues. */
public final class Issuers {

  private static final int VISA = lengths(13, 16, 19);
  private static final int SIXTEEN = lengths(16);
  private static final int SIXTEEN_TO_NINETEEN = lengths(16, 17, 18, 19);
  private static final int DINERS = lengths(14, 15, 16, 17, 18, 19);
  private static final int MAESTRO = lengths(12, 13, 14, 15, 16, 17, 18, 19);

  /** Low, high, lengths; the first row that holds the prefix decides, so narrow rows stand before wide ones. */
  private static final int[][] RANGES = {
    {400000, 499999, VISA},
    {510000, 559999, SIXTEEN},
    {222100, 272099, SIXTEEN},
    {340000, 349999, lengths(15)},
    {370000, 379999, lengths(15)},
    {300000, 305999, DINERS},
    {309500, 309599, DINERS},
    {360000, 369999, DINERS},
    {380000, 399999, DINERS},
    {352800, 358999, SIXTEEN_TO_NINETEEN},
    {180000, 180099, lengths(15)},
    {213100, 213199, lengths(15)},
    {601100, 601199, SIXTEEN_TO_NINETEEN},
    {644000, 659999, SIXTEEN_TO_NINETEEN},
    {620000, 629999, SIXTEEN_TO_NINETEEN},
    {810000, 829999, SIXTEEN_TO_NINETEEN},
    {220000, 220499, SIXTEEN_TO_NINETEEN},
    {979200, 979289, SIXTEEN},
    {508000, 508999, SIXTEEN},
    {606282, 606282, SIXTEEN},
    {636297, 636297, SIXTEEN},
    {636368, 636368, SIXTEEN},
    {500000, 509999, MAESTRO},
    {560000, 699999, MAESTRO},
  };

  private Issuers() {}

  /** Whether some issuer whose range holds the six digits issues cards of that length. */
  public static boolean issue(int prefix, int length) {
    for (int[] range : RANGES) {
      if (prefix >= range[0] && prefix <= range[1]) {
        return (range[2] >> length & 1) != 0;
      }
    }
    return false;
  }

  /** The length that nearly every card of the range has: 15 for American Express, 14 for Diners, else 16. */
  public static int usualLength(int prefix) {
    int two = prefix / 10_000;
    if (two == 34 || two == 37) {
      return 15;
    }
    return two == 30 || two == 36 || two == 38 || two == 39 ? 14 : 16;
  }

  private static int lengths(int... lengths) {
    int mask = 0;
    for (int length : lengths) {
      mask |= 1 << length;
    }
    return mask;
  }
}
