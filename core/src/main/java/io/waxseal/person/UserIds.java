package io.waxseal.person;

/** The shape of Meta's user ids: opaque, but never white space and never a bare number, which would be a phone. */
final class UserIds {
  private static final int MOST = 150;

  private UserIds() {}

  static boolean fits(String id) {
    return !id.isEmpty()
        && id.length() <= MOST
        && id.chars().allMatch(c -> c > ' ' && c < 0x7f)
        && !id.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  static void check(String id) {
    if (!fits(id)) {
      throw new IllegalArgumentException("a user id has 1 to " + MOST
          + " visible characters and is not a bare number; use ContactPoint.phone for one");
    }
  }
}
