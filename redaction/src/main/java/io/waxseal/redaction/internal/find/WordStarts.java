package io.waxseal.redaction.internal.find;

/** Which readers a word may concern, by its first two characters: many concern none. Those of other scripts may be a secret's. */
final class WordStarts {

  static final int TOKEN = 1;
  static final int PLATFORM = 1 << 1;
  static final int SECRET = 1 << 2;
  static final int OPTION = 1 << 3;
  static final int BEARER = 1 << 4;

  private static final byte[] PAIRS = pairs();

  private WordStarts() {}

  static int of(char first, char second) {
    return (first | second) < 0x80 ? PAIRS[first << 7 | second] : SECRET;
  }

  private static byte[] pairs() {
    byte[] pairs = new byte[1 << 14];
    for (char first = 0; first < 0x80; first++) {
      for (char second = 0; second < 0x80; second++) {
        pairs[first << 7 | second] = (byte) ((Tokens.mayBegin(first, second) ? TOKEN : 0)
            | (PlatformIds.mayBegin(first, second) ? PLATFORM : 0)
            | (first == 'p' && (second == '\'' || second == '"') ? OPTION : 0)
            | ((first | 0x20) == 'b' && (second | 0x20) == 'e' ? BEARER : 0)
            | (ContextWords.KINDS.mayBeginMarked(first, second) ? SECRET : 0));
      }
    }
    return pairs;
  }
}
