package io.waxseal.redaction.internal.phone;

import io.waxseal.internal.phone.PhonePlans;

/** Country calling codes (ITU-T E.164) with the shortest and longest whole number, code included, where it is narrow. */
public final class CallingCodes {

  private static final int SHORTEST = 8;
  private static final int LONGEST = 15;

  /** Code, shortest, longest. Codes that are not listed admit 8 to 15 digits. */
  private static final int[][] LENGTHS = {
    {1, 11, 11},
    {7, 11, 11},
    {20, 11, 12},
    {27, 11, 11},
    {30, 12, 12},
    {31, 11, 11},
    {32, 10, 11},
    {33, 11, 11},
    {34, 11, 11},
    {36, 10, 11},
    {39, 10, 13},
    {40, 11, 11},
    {41, 11, 11},
    {43, 10, 14},
    {44, 11, 12},
    {45, 10, 10},
    {46, 9, 12},
    {47, 10, 10},
    {48, 11, 11},
    {49, 10, 14},
    {51, 10, 11},
    {52, 12, 13},
    {54, 12, 13},
    {55, 12, 13},
    {56, 11, 11},
    {57, 12, 12},
    {60, 10, 12},
    {61, 11, 11},
    {62, 10, 14},
    {63, 11, 12},
    {64, 10, 12},
    {65, 10, 10},
    {66, 10, 11},
    {81, 11, 12},
    {82, 10, 12},
    {84, 11, 12},
    {86, 12, 13},
    {90, 12, 12},
    {91, 12, 12},
    {92, 11, 12},
    {94, 11, 11},
    {98, 12, 12},
    {212, 12, 12},
    {213, 11, 12},
    {216, 11, 11},
    {221, 12, 12},
    {233, 12, 12},
    {234, 11, 13},
    {254, 12, 12},
    {255, 12, 12},
    {256, 12, 12},
    {351, 12, 12},
    {353, 10, 12},
    {380, 12, 12},
    {420, 12, 12},
    {593, 11, 12},
    {852, 11, 11},
    {880, 12, 13},
    {886, 11, 12},
    {961, 10, 11},
    {962, 11, 12},
    {965, 11, 11},
    {966, 11, 12},
    {968, 11, 11},
    {971, 11, 12},
    {972, 11, 12},
    {973, 11, 11},
    {974, 11, 11},
  };

  private CallingCodes() {}

  /** The shortest and longest number of digits (in the upper and lower half) after the first three digits; 0 if they begin with no calling code. */
  public static int lengths(int firstThree) {
    int code = PhonePlans.STANDARD.code(firstThree);
    if (code == 0) {
      return 0;
    }
    for (int[] row : LENGTHS) {
      if (row[0] == code) {
        return row[1] << 16 | row[2];
      }
    }
    return SHORTEST << 16 | LONGEST;
  }
}
