package io.waxseal.redaction;

/** The announcing words around one place of a text, the nearest first. Reused; reads a bounded number of characters. */
final class Nearby {

  private static final int LEFT = 64;
  private static final int RIGHT = 24;
  private static final int MOST = 6;
  private static final int LONGEST_QUALIFIER = 16;

  /** A word announces one value; with more digits in between, it has announced another. */
  private static final int MOST_DIGITS = 3;

  private final CharSequence text;
  private final IdentifierTable table = IdentifierTable.STANDARD;
  private final int[] left = new int[MOST];
  private final int[] digitsBetween = new int[MOST];
  private int leftCount;
  private final int[] right = new int[MOST];
  private int rightCount;
  private boolean negative;
  private int lookedAt = -1;
  private int lookedPast = -1;

  Nearby(CharSequence text) {
    this.text = text;
  }

  /** Gathers the words that end before {@code start}, up to one that speaks of something else. */
  void look(int start) {
    if (start == lookedAt) {
      return;
    }
    lookedAt = start;
    leftCount = 0;
    negative = false;
    int digits = 0;
    int floor = Math.max(0, start - LEFT);
    for (int i = start - 1; i >= floor && leftCount < MOST; i--) {
      char c = text.charAt(i);
      if (c == ']' || c == Treatment.MASK) {
        return;
      }
      if (Chars.digit(text, i) >= 0) {
        digits++;
      }
      if (Context.beginsWord(text, i, c)) {
        int word = Lexicon.flags(table.words().longest(text, i, start));
        if (word != 0) {
          digitsBetween[leftCount] = digits;
          left[leftCount++] = word;
          if (table.isNegative(word)) {
            int longer = longerPhrase(i, floor, start);
            if (longer == 0) {
              negative = leftCount == 1;
              return;
            }
            left[leftCount - 1] = longer;
          }
        } else if (isBarrier(i, start)) {
          return;
        }
      }
    }
  }

  /** The phrase that begins before a word and reaches over it, as "zip code" over "code", or 0. */
  private int longerPhrase(int word, int floor, int start) {
    for (int i = word - 1; i >= floor && word - i < LONGEST_QUALIFIER; i--) {
      if (Context.beginsWord(text, i, text.charAt(i))) {
        long match = table.words().longest(text, i, start);
        if (Lexicon.end(match) > word && !table.isNegative(Lexicon.flags(match))) {
          return Lexicon.flags(match);
        }
      }
    }
    return 0;
  }

  private boolean isBarrier(int i, int start) {
    int flags = Lexicon.flags(ContextWords.ALL.longest(text, i, start));
    return (flags & ContextWords.PHONE) != 0;
  }

  /** Gathers the words that follow in the same clause. */
  void lookPast(int end) {
    if (end == lookedPast) {
      return;
    }
    lookedPast = end;
    rightCount = 0;
    int limit = Math.min(text.length(), end + RIGHT);
    for (int i = end; i < limit && rightCount < MOST; i++) {
      char c = text.charAt(i);
      if (Context.beginsWord(text, i, c)) {
        int word = Lexicon.flags(table.words().longest(text, i, text.length()));
        if (word != 0) {
          right[rightCount++] = word;
        }
      } else if (!Chars.isLetter(c) && !Chars.isSpace(c) && !Chars.isInvisible(c) && c != '(') {
        return;
      }
    }
  }

  /** How many announcing words stand nearer on the left than the nearest of these, or -1 if none of these does. */
  int rank(Identifier identifier) {
    for (int i = 0; i < leftCount; i++) {
      if (identifier.words().get(left[i])) {
        return identifier.needsWord() && digitsBetween[i] > MOST_DIGITS ? -1 : i;
      }
    }
    return -1;
  }

  boolean hasWords() {
    return leftCount + rightCount > 0;
  }

  boolean follows(Identifier identifier) {
    for (int i = 0; i < rightCount; i++) {
      if (identifier.words().get(right[i])) {
        return true;
      }
    }
    return false;
  }

  /** Whether the nearest word speaks of an order, a price or the like. */
  boolean isNegative() {
    return negative;
  }
}
