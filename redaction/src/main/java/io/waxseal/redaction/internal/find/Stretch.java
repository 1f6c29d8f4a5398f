package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.DigitRun;
import io.waxseal.redaction.internal.text.Text;
import java.util.Arrays;

/**
 * A stretch of groups of letters and digits with the separators between them, as capital letters and plain digits; read
 * once, then judged window by window.
 */
final class Stretch {

  /** No window has more groups. */
  static final int MOST_GROUPS = 12;

  /** No window has more letters and digits. */
  static final int LONGEST_VALUE = 40;

  private static final int MOST_SEPARATORS = 3;
  private static final int MOST_AT_ONCE = 64;
  private static final int LONGEST_WORD = 4;

  private final Text text;
  private char[] compact = new char[128];
  private int compacted;
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int[] firsts = new int[17];
  private char[] separators = new char[16];
  private long[] letterMasks = new long[16];
  private boolean[] withDigit = new boolean[16];
  private int groups;

  Stretch(Text text) {
    this.text = text;
  }

  void clear() {
    Arrays.fill(compact, 0, compacted, '\0');
  }

  /** Reads the stretch around the digit at {@code at}, not before {@code floor}; returns the index behind it. */
  int read(int at, int floor) {
    return readFrom(beginning(at, floor));
  }

  int groups() {
    return groups;
  }

  /** How many groups can begin a window: the last of a stretch that was cut short are read again. */
  int judged() {
    return groups == MOST_AT_ONCE ? groups - MOST_GROUPS : groups;
  }

  int start(int group) {
    return starts[group];
  }

  int end(int group) {
    return ends[group];
  }

  /** The place of a group's first character in {@link #characters()}. */
  int first(int group) {
    return firsts[group];
  }

  /** How many letters and digits the groups from {@code from} up to, not including, {@code to} hold. */
  int length(int from, int to) {
    return firsts[to] - firsts[from];
  }

  /** The letters and digits of all groups. */
  char[] characters() {
    return compact;
  }

  String value(int from, int to) {
    return new String(compact, firsts[from], length(from, to));
  }

  /** Ones where a group has letters, its first character lowest; only the first 64 characters count. */
  long letters(int group) {
    return letterMasks[group];
  }

  /** What separates a group from the next. */
  char separatorAfter(int group) {
    return separators[group];
  }

  /** Whether a value may begin with a group: it has a digit, or is short and followed by another. */
  boolean mayBegin(int group) {
    return withDigit[group] || (length(group, group + 1) <= LONGEST_WORD + 2 && group + 1 < groups);
  }

  /** The start of the token that holds the digit, and of at most two short words before it. */
  private int beginning(int at, int floor) {
    int start = tokenStart(at, floor);
    for (int words = 0; words < 2; words++) {
      int i = start;
      while (i > floor && start - i < MOST_SEPARATORS && Chars.separator(text.charAt(i - 1)) != 0) {
        i--;
      }
      int wordStart = tokenStart(i, Math.max(floor, i - LONGEST_WORD - 1));
      if (i == start || wordStart == i || i - wordStart > LONGEST_WORD) {
        break;
      }
      start = wordStart;
    }
    return start;
  }

  private int tokenStart(int at, int floor) {
    int start = at;
    int lowest = Math.max(floor, at - LONGEST_VALUE);
    while (start > lowest && isLetter(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isLetter(char c) {
    return Chars.isAsciiLetter(c) || (c >= 'Ａ' && c <= 'ｚ' && Character.isLetter(c));
  }

  private int readFrom(int start) {
    compacted = 0;
    groups = 0;
    int i = start;
    int wordsInRow = 0;
    while (true) {
      boolean digits = group(i);
      wordsInRow = digits ? 0 : wordsInRow + 1;
      int end = ends[groups - 1];
      if (groups == MOST_AT_ONCE
          || wordsInRow > 2
          || (wordsInRow > 0
              && compacted - firsts[groups - 1] > LONGEST_WORD
              && !startsCode(groups - 1))) {
        return end;
      }
      int next = next(end);
      if (next < 0) {
        return end;
      }
      i = next;
    }
  }

  private boolean startsCode(int group) {
    return compacted - firsts[group] <= LONGEST_WORD + 2;
  }

  /** Reads one group; whether it holds a digit. */
  private boolean group(int start) {
    if (groups == starts.length) {
      starts = Arrays.copyOf(starts, groups * 2);
      ends = Arrays.copyOf(ends, groups * 2);
      firsts = Arrays.copyOf(firsts, groups * 2 + 1);
      separators = Arrays.copyOf(separators, groups * 2);
      letterMasks = Arrays.copyOf(letterMasks, groups * 2);
      withDigit = Arrays.copyOf(withDigit, groups * 2);
    }
    starts[groups] = start;
    firsts[groups] = compacted;
    separators[groups] = 0;
    boolean digits = false;
    long letters = 0;
    int end = start;
    int i = start;
    while (i < text.length()) {
      char c = text.charAt(i);
      int digit = Chars.digit(text, i);
      if (digit >= 0) {
        append((char) ('0' + digit));
        digits = true;
        i += Character.isHighSurrogate(c) ? 2 : 1;
        end = i;
      } else if (isLetter(c)) {
        letters |= 1L << (compacted - firsts[groups]);
        append(upper(c > 0x7F ? (char) (c - 0xFEE0) : c));
        end = ++i;
      } else if (Chars.isInvisible(c)) {
        i++;
      } else {
        break;
      }
    }
    ends[groups] = end;
    letterMasks[groups] = letters;
    withDigit[groups++] = digits;
    firsts[groups] = compacted;
    return digits;
  }

  private void append(char c) {
    if (compacted == compact.length) {
      compact = Arrays.copyOf(compact, compacted * 2);
    }
    compact[compacted++] = c;
  }

  private static char upper(char letter) {
    return (char) (letter & ~0x20);
  }

  private int next(int from) {
    char kind = 0;
    int count = 0;
    for (int i = from; i < text.length() && i < from + 2 * MOST_SEPARATORS; i++) {
      char c = text.charAt(i);
      if (Chars.isInvisible(c)) {
        continue;
      }
      char separator = Chars.separator(c);
      if (separator == 0) {
        boolean joins = count > 0 && (isLetter(c) || Chars.digit(text, i) >= 0);
        separators[groups - 1] = joins ? kind : 0;
        return joins ? i : -1;
      }
      if (++count > MOST_SEPARATORS) {
        return -1;
      }
      kind = kind == 0 || kind == separator ? separator : DigitRun.MIXED;
    }
    return -1;
  }
}
