package io.waxseal.redaction;

/** Looks at the words around a candidate; reads a bounded number of characters for each. */
final class Context {

  private static final int RIGHT_WINDOW = 24;

  private Context() {}

  /**
   * The flags of the nearest word of the wanted kinds that ends before {@code start}.
   *
   * <p>Stops at a label or mask left by an earlier redaction, so that words beyond a replaced value never count: what
   * stood out of reach in the first pass may not come into reach in the second.
   *
   * @return the flags, or 0
   */
  static int left(CharSequence text, int start, int window, int wanted) {
    int floor = Math.max(0, start - window);
    for (int i = start - 1; i >= floor; i--) {
      char c = text.charAt(i);
      if (c == ']' || c == Treatment.MASK) {
        return 0;
      }
      if (beginsWord(text, i, c)) {
        long match = ContextWords.ALL.longest(text, i, start);
        int flags = Lexicon.flags(match) & wanted;
        if (flags != 0) {
          return flags;
        }
      }
    }
    return 0;
  }

  /** Whether a word of the wanted kinds follows in the same clause. */
  static boolean right(CharSequence text, int end, int wanted) {
    int limit = Math.min(text.length(), end + RIGHT_WINDOW);
    for (int i = end; i < limit; i++) {
      char c = text.charAt(i);
      if (beginsWord(text, i, c)) {
        if ((Lexicon.flags(ContextWords.ALL.longest(text, i, text.length())) & wanted) != 0) {
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
  static boolean unitAfter(CharSequence text, int end) {
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
        || (Lexicon.flags(ContextWords.ALL.longest(text, i, text.length())) & ContextWords.UNIT)
            != 0;
  }

  /** The nearest character before {@code start} that is neither space nor invisible, within a few places, or 0. */
  static char before(CharSequence text, int start) {
    for (int i = start - 1; i >= 0 && i >= start - 4; i--) {
      char c = text.charAt(i);
      if (!Chars.isSpace(c) && !Chars.isInvisible(c)) {
        return c;
      }
    }
    return 0;
  }

  static boolean beginsWord(CharSequence text, int i, char c) {
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
