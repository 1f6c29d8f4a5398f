package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.internal.identifier.IdentifierTable;
import io.waxseal.redaction.internal.label.Mask;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Lexicon;
import io.waxseal.redaction.internal.text.Starts;
import io.waxseal.redaction.internal.text.Text;
import java.util.Arrays;

/**
 * The known words of a text around its candidates. Each place is looked up once, when a candidate near it first asks;
 * asking again walks over what is known.
 */
public final class Words {

  /** A label or mask left by an earlier redaction: words beyond it never count. */
  static final int CLOSED = 1 << 28;

  private static final int RIGHT_WINDOW = 24;
  private static final int SLACK = 64;

  private final Text text;
  private final Starts starts;
  private int[] begins = new int[32];
  private int[] ends = new int[32];
  private int[] flags = new int[32];
  private int[] announced = new int[32];
  private int[] announcedEnds = new int[32];
  private int count;
  private int from;
  private int to;

  /** The number of the first place that was not looked at. */
  private int next;

  Words(Text text, Starts starts) {
    this.text = text;
    this.starts = starts;
  }

  void clear() {
    count = 0;
    from = 0;
    to = 0;
    next = 0;
  }

  /** Makes known the words that begin from {@code start} up to, not including, {@code end}. */
  private void know(int start, int end) {
    if (start < from || start > to) {
      count = 0;
      from = Math.max(0, start - SLACK);
      to = from;
      next = starts.from(from);
    }
    while (next < starts.count() && starts.place(next) < end) {
      know(starts.place(next++));
    }
    to = Math.max(to, end);
  }

  private void know(int place) {
    char c = text.charAt(place);
    if (c == ']' || c == Mask.BULLET) {
      add(place, CLOSED, place + 1, 0, 0);
    } else if (begins(text, place, c)) {
      lookUp(place);
    }
  }

  private void lookUp(int begin) {
    long match = ContextWords.KINDS.longest(text, begin, text.length());
    if (match != 0) {
      add(
          begin,
          Lexicon.flags(match),
          begin + Lexicon.flagsLength(match),
          Lexicon.number(match),
          begin + Lexicon.numberLength(match));
    } else if (Chars.isPrefixed(text.charAt(begin)) && begin + 1 < text.length()) {
      lookUp(begin + 1);
    }
  }

  private void add(int begin, int kinds, int end, int announcing, int announcingEnd) {
    if (count == begins.length) {
      int more = count * 2;
      begins = Arrays.copyOf(begins, more);
      ends = Arrays.copyOf(ends, more);
      flags = Arrays.copyOf(flags, more);
      announced = Arrays.copyOf(announced, more);
      announcedEnds = Arrays.copyOf(announcedEnds, more);
    }
    boolean inside = count > 0 && begin < ends[count - 1] && kinds != CLOSED;
    begins[count] = begin;
    ends[count] = inside ? ends[count - 1] : end;
    flags[count] = inside ? 0 : kinds;
    announced[count] = announcing;
    announcedEnds[count++] = announcingEnd;
  }

  /** The number of the last known word that begins before {@code start} and within so many characters of it, or -1. */
  int lastBefore(int start, int window) {
    know(Math.max(0, start - window), start);
    int last = count - 1;
    while (last >= 0 && begins[last] >= start) {
      last--;
    }
    return last;
  }

  int begin(int word) {
    return begins[word];
  }

  boolean closes(int word) {
    return flags[word] == CLOSED;
  }

  /** What kinds of value a word speaks of, read no further than {@code limit}. */
  int kinds(int word, int limit) {
    return ends[word] <= limit
        ? flags[word]
        : Lexicon.flags(ContextWords.KINDS.longest(text, begins[word], limit));
  }

  /** Which announcing word of {@link IdentifierTable} stands there, read no further than {@code limit}, or 0. */
  int announced(int word, int limit) {
    return announcedEnds[word] <= limit
        ? announced[word]
        : Lexicon.number(ContextWords.KINDS.longest(text, begins[word], limit));
  }

  int announcedEnd(int word) {
    return announcedEnds[word];
  }

  /**
   * The flags of the nearest word of the wanted kinds that ends before {@code start}.
   *
   * <p>Stops at a label or mask left by an earlier redaction: what stood out of reach in the first pass may not come into
   * reach in the second.
   *
   * @return the flags, or 0
   */
  int left(int start, int window, int wanted) {
    int floor = start - window;
    for (int word = lastBefore(start, window); word >= 0 && begins[word] >= floor; word--) {
      if (closes(word)) {
        return 0;
      }
      int found = kinds(word, start) & wanted;
      if (found != 0) {
        return found;
      }
    }
    return 0;
  }

  /** Whether a word of the wanted kinds begins within so many characters behind {@code end}, in whatever clause. */
  boolean behind(int end, int window, int wanted) {
    int limit = Math.min(text.length(), end + window);
    know(end, limit);
    for (int word = count - 1; word >= 0 && begins[word] >= end; word--) {
      if (begins[word] < limit && (flags[word] & wanted) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word of the wanted kinds follows in the same clause. */
  boolean right(int end, int wanted) {
    int limit = Math.min(text.length(), end + RIGHT_WINDOW);
    for (int i = end; i < limit; i++) {
      char c = text.charAt(i);
      if (begins(text, i, c)) {
        if ((Lexicon.flags(ContextWords.KINDS.longest(text, i, text.length())) & wanted) != 0) {
          return true;
        }
      } else if (!Chars.isLetter(c)
          && !Chars.isSpace(c)
          && !Chars.isInvisible(c)
          && !(c == '-' && i == end)) {
        return false;
      }
    }
    return false;
  }

  /** Whether a unit or currency word stands directly after {@code end}. */
  boolean unitAfter(int end) {
    int i = end;
    if (i < text.length() && Chars.isSpace(text.charAt(i))) {
      i++;
    }
    if (i >= text.length()) {
      return false;
    }
    char c = text.charAt(i);
    return c == '%'
        || Character.getType(c) == Character.CURRENCY_SYMBOL
        || (Lexicon.flags(ContextWords.KINDS.longest(text, i, text.length())) & ContextWords.UNIT)
            != 0;
  }

  /** The nearest character before {@code start} that is neither space nor invisible, within a few places, or 0. */
  char before(int start) {
    for (int i = start - 1; i >= 0 && i >= start - 4; i--) {
      char c = text.charAt(i);
      if (!Chars.isSpace(c) && !Chars.isInvisible(c)) {
        return c;
      }
    }
    return 0;
  }

  /** Whether the character at {@code i} begins a word. */
  static boolean begins(Text text, int i, char c) {
    if (!Chars.isLetter(c)) {
      return false;
    }
    if (i == 0 || Chars.isUnspaced(c)) {
      return true;
    }
    char previous = text.charAt(i - 1);
    return !Chars.isLetter(previous) || Chars.isUnspaced(previous);
  }
}
