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

  /**
   * Whether a word may begin at {@code i}; where a mark stands among the first letters, always. Asked at each word of a text,
   * so it adds bits up and branches on none of them.
   */
  boolean admit(Text text, int i) {
    char[] chars = text.characters();
    int first = Chars.fold(chars[i]);
    int second = Chars.fold(chars[i + 1]);
    int third = Chars.fold(chars[i + 2]);
    int fourth = Chars.fold(chars[i + 3]);
    int slot = slot(first, second);
    int bit = fourth(slot, third, fourth);
    int longer = (int) (fourths[bit >>> 6] >>> bit) | (ends[slot] >>> third) | mark(fourth);
    int word = ((thirds[slot] >>> third) & longer) | (int) (singles >>> first);
    return ((word | mark(first) | mark(second) | mark(third)) & 1) != 0;
  }

  /** Whether a word may begin with two characters. */
  boolean admit(char first, char second) {
    char folded = Chars.fold(first);
    return thirds[slot(folded, Chars.fold(second))] != 0 || ((singles >>> folded) & 1) != 0;
  }

  /** 1 for what folding leaves out. */
  private static int mark(int folded) {
    return (folded - 1) >>> 31;
  }

  private static int slot(int first, int second) {
    return (first * 0x9E3779B1 + second * 0x85EBCA6B) >>> (32 - BITS);
  }

  private static int fourth(int slot, int third, int fourth) {
    return (slot * 0xC2B2AE35 + third * 0x9E3779B1 + fourth * 0x85EBCA6B) >>> (32 - FOURTH_BITS);
  }
}
