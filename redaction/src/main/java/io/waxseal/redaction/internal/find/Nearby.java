package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.internal.identifier.Identifier;
import io.waxseal.redaction.internal.identifier.IdentifierTable;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Lexicon;
import io.waxseal.redaction.internal.text.Text;

/** The announcing words around one place of a text, the nearest first. Reused; reads a bounded number of characters. */
final class Nearby {

  private static final int LEFT = 64;
  private static final int RIGHT = 24;
  private static final int MOST = 6;
  private static final int REMEMBERED = 32;
  private static final int LONGEST_QUALIFIER = 16;

  /** A word announces one value; with more digits in between, it has announced another. */
  private static final int MOST_DIGITS = 3;

  private final Text text;
  private final Words words;
  private final IdentifierTable table = IdentifierTable.STANDARD;
  private final int[] left = new int[MOST];
  private final boolean[] used = new boolean[MOST];
  private int[] right = new int[MOST];
  private int leftCount;
  private int rightCount;
  private boolean negative;
  private int lookedAt;

  /** How many texts were read: tells what is remembered of this one from what is of another. */
  private long texts = 1;

  /** The words behind the last few ends, since windows that begin at different groups end at the same ones. */
  private final long[] pastEnds = new long[REMEMBERED];

  private final int[] pastCounts = new int[REMEMBERED];
  private final int[][] past = new int[REMEMBERED][MOST];

  Nearby(Text text, Words words) {
    this.text = text;
    this.words = words;
  }

  void clear() {
    lookedAt = -1;
    texts++;
  }

  /** Gathers the words that end before {@code start}, up to one that speaks of something else. */
  void look(int start) {
    if (start != lookedAt) {
      lookedAt = start;
      leftCount = 0;
      negative = false;
      gather(start);
    }
  }

  private void gather(int start) {
    int floor = start - LEFT;
    int counted = start;
    int digits = 0;
    for (int word = words.lastBefore(start, LEFT);
        word >= 0 && words.begin(word) >= floor && leftCount < MOST;
        word--) {
      if (words.closes(word)) {
        return;
      }
      int announced = words.announced(word, start);
      if (announced == 0) {
        if ((words.kinds(word, start) & ContextWords.PHONE) != 0) {
          return;
        }
        continue;
      }
      boolean against = table.isNegative(announced);
      int longer = longerPhrase(word, start, !against);
      if (longer != 0 && !against) {
        continue;
      }
      int begin = words.begin(word);
      for (int i = begin; i < counted; i++) {
        digits += Chars.digit(text, i) >= 0 ? 1 : 0;
      }
      counted = begin;
      used[leftCount] = digits > MOST_DIGITS;
      left[leftCount++] = announced;
      if (against) {
        if (longer == 0) {
          negative = leftCount == 1;
          return;
        }
        left[leftCount - 1] = longer;
      }
    }
  }

  /**
   * The phrase that begins before a word and reaches over it, one that speaks of something else, as "order id" over "id", or
   * one that does not, as "zip code" over "code"; or 0.
   */
  private int longerPhrase(int word, int start, boolean negative) {
    int begin = words.begin(word);
    int floor = Math.max(start - LEFT, begin - LONGEST_QUALIFIER + 1);
    for (int other = word - 1; other >= 0 && words.begin(other) >= floor; other--) {
      int phrase = words.announced(other, start);
      if (phrase != 0
          && words.announcedEnd(other) > begin
          && table.isNegative(phrase) == negative) {
        return phrase;
      }
    }
    return 0;
  }

  /** Gathers the words that follow in the same clause. */
  void lookPast(int end) {
    int slot = end % REMEMBERED;
    right = past[slot];
    long place = texts << Integer.SIZE | end;
    if (pastEnds[slot] != place) {
      pastEnds[slot] = place;
      rightCount = 0;
      gatherPast(end);
      pastCounts[slot] = rightCount;
    }
    rightCount = pastCounts[slot];
  }

  private void gatherPast(int end) {
    int limit = Math.min(text.length(), end + RIGHT);
    for (int i = end; i < limit && rightCount < MOST; i++) {
      char c = text.charAt(i);
      if (Words.begins(text, i, c)) {
        int word = Lexicon.number(ContextWords.KINDS.longest(text, i, text.length()));
        if (word != 0) {
          right[rightCount++] = word;
        }
      } else if (!Chars.isLetter(c) && !Chars.isSpace(c) && !Chars.isInvisible(c) && c != '(') {
        return;
      }
    }
  }

  int leftCount() {
    return leftCount;
  }

  /** The announcing word that is so many announcing words away on the left. */
  int left(int rank) {
    return left[rank];
  }

  /** Whether so many digits stand between a word and the place that it has announced something else. */
  boolean isUsed(int rank) {
    return used[rank];
  }

  int rightCount() {
    return rightCount;
  }

  int right(int i) {
    return right[i];
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
