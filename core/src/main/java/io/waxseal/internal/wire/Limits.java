package io.waxseal.message;

/** Meta's limits, counted in characters (code points). */
final class Limits {
  private Limits() {}

  static String text(String what, String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (text.isBlank() || length > most) {
      throw new IllegalArgumentException(
          what + " has 1 to " + most + " characters; it has " + length);
    }
    return text;
  }
}
