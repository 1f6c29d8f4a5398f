package io.waxseal.account;

final class Digits {
  private static final int MOST = 32;

  private Digits() {}

  static void check(String what, String value) {
    boolean digits = !value.isEmpty()
        && value.length() <= MOST
        && value.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits) {
      throw new IllegalArgumentException(what + " is 1 to " + MOST + " digits");
    }
  }
}
