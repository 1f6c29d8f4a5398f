package io.waxseal.redaction.internal.text;

/**
 * The beginnings of a set of words, up to three folded letters each: tells in a few steps that no word begins at a place.
 */
final class FirstLetters {

  private static final int BITS = 12;

  /** By the first two letters: a bit for each third letter, by its last five bits. */
  private final int[] thirds = new int[1 << BITS];

  /** A bit for each word of one letter, by its last six bits. */
  private long singles;

  /** Adds a word that is folded already. */
  void add(String folded) {
    if (folded.length() == 1) {
      singles |= 1L << folded.charAt(0);
    } else {
      thirds[slot(folded.charAt(0), folded.charAt(1))] |=
          folded.length() == 2 ? -1 : 1 << folded.charAt(2);
    }
  }

  /** Whether a word may begin at {@code i}; where a mark stands among the first letters, always. */
  boolean admit(Text text, int i) {
    char[] chars = text.characters();
    int left = text.length() - i;
    char first = Chars.fold(chars[i]);
    char second = left > 1 ? Chars.fold(chars[i + 1]) : ' ';
    char third = left > 2 ? Chars.fold(chars[i + 2]) : ' ';
    return (thirds[slot(first, second)] >>> third & 1) != 0
        || first == 0
        || second == 0
        || third == 0
        || (singles >>> first & 1) != 0;
  }

  /** Whether a word may begin with two characters. */
  boolean admit(char first, char second) {
    char folded = Chars.fold(first);
    return thirds[slot(folded, Chars.fold(second))] != 0 || (singles >>> folded & 1) != 0;
  }

  private static int slot(char first, char second) {
    return (first * 0x9E3779B1 + second * 0x85EBCA6B) >>> (32 - BITS);
  }
}
