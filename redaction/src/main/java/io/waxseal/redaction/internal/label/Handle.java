package io.waxseal.redaction.internal.label;

/**
 * Bytes as lower-case consonants, two a byte, and two more that check them together with the type they stand for. What
 * stands in a text for a value is written so because no number, word or password is: nothing that matters can be put in
 * its place by accident.
 */
public final class Handle {

  static final int PSEUDONYM_BYTES = 7;
  public static final int TOKEN_BYTES = 8;

  private static final String ALPHABET = "bcdfghjkmnpqrstv";
  private static final int CHECK_LETTERS = 2;
  private static final int FNV_BASIS = 0x811c9dc5;
  private static final int FNV_PRIME = 0x01000193;

  private Handle() {}

  /** How many letters stand for so many bytes. */
  static int letters(int bytes) {
    return bytes * 2 + CHECK_LETTERS;
  }

  static String of(String type, byte[] bytes, int count) {
    StringBuilder letters = new StringBuilder(letters(count));
    for (int i = 0; i < count; i++) {
      append(letters, bytes[i]);
    }
    append(letters, check(type, 0, type.length(), letters, 0, letters.length()));
    return letters.toString();
  }

  private static void append(StringBuilder letters, int value) {
    letters.append(ALPHABET.charAt(value >> 4 & 15)).append(ALPHABET.charAt(value & 15));
  }

  /** Whether the letters from {@code from} on are those of a type that stands in the same text. */
  static boolean isAt(CharSequence text, int type, int typeEnd, int from, int bytes) {
    int end = from + letters(bytes);
    if (end > text.length()) {
      return false;
    }
    for (int i = from; i < end; i++) {
      if (value(text.charAt(i)) < 0) {
        return false;
      }
    }
    int check = value(text.charAt(end - 2)) << 4 | value(text.charAt(end - 1));
    return check(text, type, typeEnd, text, from, end - CHECK_LETTERS) == check;
  }

  /** The bytes of checked letters. */
  public static long toLong(CharSequence letters, int from) {
    long bits = 0;
    for (int i = from; i < from + 2 * TOKEN_BYTES; i++) {
      bits = bits << 4 | value(letters.charAt(i));
    }
    return bits;
  }

  private static int value(char letter) {
    return ALPHABET.indexOf(letter);
  }

  private static int check(
      CharSequence name, int nameFrom, int nameTo, CharSequence letters, int from, int to) {
    int hash = FNV_BASIS;
    for (int i = nameFrom; i < nameTo; i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    for (int i = from; i < to; i++) {
      hash = (hash ^ letters.charAt(i)) * FNV_PRIME;
    }
    return (hash ^ hash >>> 8 ^ hash >>> 16 ^ hash >>> 24) & 0xff;
  }
}
