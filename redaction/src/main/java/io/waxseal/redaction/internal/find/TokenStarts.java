package io.waxseal.redaction.internal.find;

/** Which readers of tokens a word may concern, by its first two characters: most words concern none. */
final class TokenStarts {

  static final int TOKEN = 1;
  static final int PLATFORM = 1 << 1;

  private static final byte[] PAIRS = pairs();

  private TokenStarts() {}

  /** Characters that are not ASCII may be taken for others: the readers look for themselves. */
  static int of(char first, char second) {
    return PAIRS[(first & 0x7F) << 7 | (second & 0x7F)];
  }

  private static byte[] pairs() {
    byte[] pairs = new byte[1 << 14];
    for (char first = 0; first < 0x80; first++) {
      for (char second = 0; second < 0x80; second++) {
        pairs[first << 7 | second] = (byte) ((Tokens.mayBegin(first, second) ? TOKEN : 0)
            | (PlatformIds.mayBegin(first, second) ? PLATFORM : 0));
      }
    }
    return pairs;
  }
}
