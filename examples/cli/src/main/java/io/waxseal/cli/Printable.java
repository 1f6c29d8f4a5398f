package io.waxseal.cli;

/**
 * Makes a text safe for a terminal. Names come out of files that a stranger may have written: a line break in one could
 * forge a line of the report, an escape sequence could hide one.
 */
final class Printable {
  private static final int REPLACEMENT = '?';

  private Printable() {}

  static String of(String text) {
    return text.codePoints()
        .map(c -> harmless(c) ? c : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean harmless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }
}
