package io.waxseal.redaction.internal.find;

/** Where the last card of a text ended: some values count only near a card, or a word for one. */
final class LastCard {

  private static final int REACH = 48;
  private static final int WORD_REACH = 64;

  private final Words words;
  private int end = -REACH;

  LastCard(Words words) {
    this.words = words;
  }

  void clear() {
    end = -REACH;
  }

  void endsAt(int index) {
    end = index;
  }

  /** The index behind it, or one before the text where there was none. */
  int end() {
    return end;
  }

  /** Whether it stands soon before {@code start}. */
  boolean isBefore(int start) {
    return start - end < REACH;
  }

  /** Whether it, or a word for a card, stands before what is from {@code start} to {@code stop}, or a word for one behind. */
  boolean isNear(int start, int stop) {
    return isBefore(start)
        || words.left(start, WORD_REACH, ContextWords.CARD) != 0
        || words.behind(stop, REACH, ContextWords.CARD);
  }
}
