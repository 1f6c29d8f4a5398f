package io.waxseal.redaction.internal.text;

import java.util.Arrays;

/** A maximal run of digit groups with the separators between them; read once, then judged from integers alone. */
public final class DigitRun {

  private static final int MOST_SEPARATORS = 3;
  /** Two or more different separators between two groups, such as {@code ") "}. */
  public static final char MIXED = '~';

  /** Joins groups of four digits, if nothing else stands between them. */
  public static final char COMMA = ',';

  private static final int COMMA_GROUP = 4;

  private byte[] digits = new byte[64];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int[] firsts = new int[33];
  private char[] separators = new char[32];
  private int digitCount;
  private int groups;

  /** Reads the run that begins with the digit at {@code start} and returns the index after its last digit. */
  public int read(Text text, int start) {
    digitCount = 0;
    groups = 0;
    int i = start;
    while (true) {
      int end = readGroup(text, i);
      int next = skipSeparators(text, end);
      if (next < 0) {
        return end;
      }
      i = next;
    }
  }

  private int readGroup(Text text, int start) {
    if (groups == starts.length) {
      starts = Arrays.copyOf(starts, groups * 2);
      ends = Arrays.copyOf(ends, groups * 2);
      firsts = Arrays.copyOf(firsts, groups * 2 + 1);
      separators = Arrays.copyOf(separators, groups * 2);
    }
    starts[groups] = start;
    firsts[groups] = digitCount;
    separators[groups] = 0;
    int end = start;
    int i = start;
    while (i < text.length()) {
      int digit = Chars.digit(text, i);
      if (digit >= 0) {
        if (digitCount == digits.length) {
          digits = Arrays.copyOf(digits, digitCount * 2);
        }
        digits[digitCount++] = (byte) digit;
        i += Character.isHighSurrogate(text.charAt(i)) ? 2 : 1;
        end = i;
      } else if (Chars.isInvisible(text.charAt(i))) {
        i++;
      } else {
        break;
      }
    }
    ends[groups++] = end;
    firsts[groups] = digitCount;
    return end;
  }

  /** The index of the next group's first digit, or -1 when the run ends here. */
  private int skipSeparators(Text text, int from) {
    int count = 0;
    char kind = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Chars.isInvisible(c)) {
        continue;
      }
      if (c == COMMA && i == from && length(groups - 1) == COMMA_GROUP) {
        boolean joins = i + 1 < text.length() && Chars.digit(text, i + 1) >= 0;
        separators[groups - 1] = joins ? COMMA : 0;
        return joins ? i + 1 : -1;
      }
      char separator = Chars.separator(c);
      if (separator == 0) {
        boolean joins = count > 0 && Chars.digit(text, i) >= 0;
        separators[groups - 1] = joins ? kind : 0;
        return joins ? i : -1;
      }
      boolean sentenceEnd = kind == '.' || (separator == '.' && count > 0);
      if (++count > MOST_SEPARATORS || sentenceEnd) {
        return -1;
      }
      kind = kind == 0 || kind == separator ? separator : MIXED;
    }
    return -1;
  }

  public int groups() {
    return groups;
  }

  public int start(int group) {
    return starts[group];
  }

  public int end(int group) {
    return ends[group];
  }

  public int length(int group) {
    return firsts[group + 1] - firsts[group];
  }

  /** How many digits the groups from {@code from} up to, not including, {@code to} hold. */
  public int digits(int from, int to) {
    return firsts[to] - firsts[from];
  }

  public int digit(int group, int offset) {
    return digits[firsts[group] + offset];
  }

  /** The number that {@code count} digits from {@code offset} of {@code group} on spell; may run on into later groups. */
  public int number(int group, int offset, int count) {
    int number = 0;
    for (int i = 0; i < count; i++) {
      number = number * 10 + digits[firsts[group] + offset + i];
    }
    return number;
  }

  /** What separates a group from the next: the plain separator, {@link #MIXED}, or 0 after the last. */
  public char separatorAfter(int group) {
    return separators[group];
  }

  /** Whether the check digit of ISO/IEC 7812-1 annex B (Luhn) is right. */
  public boolean luhn(int from, int to) {
    int sum = 0;
    boolean twice = false;
    for (int i = firsts[to] - 1; i >= firsts[from]; i--) {
      int digit = digits[i];
      if (twice) {
        digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      }
      sum += digit;
      twice = !twice;
    }
    return sum % 10 == 0;
  }

  /** Whether the check digit of EAN-13 is right; the span must hold 13 digits. */
  public boolean ean13(int from) {
    int sum = 0;
    for (int i = 0; i < 13; i++) {
      sum += digits[firsts[from] + i] * (i % 2 == 0 ? 1 : 3);
    }
    return sum % 10 == 0;
  }
}
