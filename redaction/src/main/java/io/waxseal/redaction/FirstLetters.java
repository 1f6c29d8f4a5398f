package io.waxseal.redaction;

/** The beginnings of a set of words, up to three folded letters each: tells in a few steps that no word begins at a place. */
final class FirstLetters {

  private static final int BITS = 14;

  private final long[] one = new long[1 << (BITS - 6)];
  private final long[] two = new long[1 << (BITS - 6)];
  private final long[] three = new long[1 << (BITS - 6)];

  /** Adds a word that is folded already. */
  void add(CharSequence folded) {
    char first = folded.charAt(0);
    if (folded.length() == 1) {
      set(one, hash(first, 0, 0));
    } else if (folded.length() == 2) {
      set(two, hash(first, folded.charAt(1), 0));
    } else {
      set(three, hash(first, folded.charAt(1), folded.charAt(2)));
    }
  }

  /** Whether a word may begin at {@code i}; where a mark stands among the first letters, always. */
  boolean admit(Text text, int i) {
    int left = text.length() - i;
    int first = Chars.fold(text.charAt(i));
    int second = left > 1 ? Chars.fold(text.charAt(i + 1)) : ' ';
    int third = left > 2 ? Chars.fold(text.charAt(i + 2)) : ' ';
    return first == 0
        || second == 0
        || third == 0
        || has(three, hash(first, second, third))
        || has(two, hash(first, second, 0))
        || has(one, hash(first, 0, 0));
  }

  private static int hash(int first, int second, int third) {
    return ((first * 31 + second) * 127 + third) * 0x9E3779B1 >>> (32 - BITS);
  }

  private static void set(long[] bits, int bit) {
    bits[bit >> 6] |= 1L << (bit & 63);
  }

  private static boolean has(long[] bits, int bit) {
    return (bits[bit >> 6] >>> (bit & 63) & 1) != 0;
  }
}
