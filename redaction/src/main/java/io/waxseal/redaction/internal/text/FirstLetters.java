package io.waxseal.redaction.internal.text;

/**
 * The beginnings of a set of words, up to four folded letters each: tells in a few steps that no word begins at a place.
 */
final class FirstLetters {

  private static final int BITS = 12;
  private static final int FOURTH_BITS = 15;

  /** By the first two letters: a bit for each third letter, by its last five bits. */
  private final int[] thirds = new int[1 << BITS];

  /** The same of words that end within three letters, behind which anything may stand. */
  private final int[] ends = new int[1 << BITS];

  /** A bit for each beginning of four letters. */
  private final long[] fourths = new long[1 << (FOURTH_BITS - 6)];

  /** A bit for each word of one letter, by its last six bits. */
  private long singles;

  /** Adds a word that is folded already. */
  void add(String folded) {
    if (folded.length() == 1) {
      singles |= 1L << folded.charAt(0);
      return;
    }
    int slot = slot(folded.charAt(0), folded.charAt(1));
    int third = folded.length() == 2 ? -1 : 1 << folded.charAt(2);
    thirds[slot] |= third;
    if (folded.length() < 4) {
      ends[slot] |= third;
    } else {
      int fourth = fourth(slot, folded.charAt(2), folded.charAt(3));
      fourths[fourth >>> 6] |= 1L << fourth;
    }
  }

  /** Whether a word may begin at {@code i}; where a mark stands among the first letters, always. */
  boolean admit(Text text, int i) {
    char[] chars = text.characters();
    int left = text.length() - i;
    char first = Chars.fold(chars[i]);
    char second = left > 1 ? Chars.fold(chars[i + 1]) : ' ';
    char third = left > 2 ? Chars.fold(chars[i + 2]) : ' ';
    int slot = slot(first, second);
    if ((thirds[slot] >>> third & 1) != 0) {
      char fourth = left > 3 ? Chars.fold(chars[i + 3]) : ' ';
      int bit = fourth(slot, third, fourth);
      return (fourths[bit >>> 6] >>> bit & 1) != 0
          || (ends[slot] >>> third & 1) != 0
          || hasMark(first, second, third)
          || fourth == 0;
    }
    return hasMark(first, second, third) || (singles >>> first & 1) != 0;
  }

  /** Whether a word may begin with two characters. */
  boolean admit(char first, char second) {
    char folded = Chars.fold(first);
    return thirds[slot(folded, Chars.fold(second))] != 0 || (singles >>> folded & 1) != 0;
  }

  private static boolean hasMark(char first, char second, char third) {
    return first == 0 || second == 0 || third == 0;
  }

  private static int slot(char first, char second) {
    return (first * 0x9E3779B1 + second * 0x85EBCA6B) >>> (32 - BITS);
  }

  private static int fourth(int slot, char third, char fourth) {
    return (slot * 0xC2B2AE35 + third * 0x9E3779B1 + fourth * 0x85EBCA6B) >>> (32 - FOURTH_BITS);
  }
}
