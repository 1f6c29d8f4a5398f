package io.waxseal.redaction.internal.text;

import java.util.Arrays;

/**
 * The characters of the text that is being examined, in an array that serves one text after the other. Tests count the
 * reads by overriding {@link #charAt}.
 */
public class Text implements CharSequence {

  /** A longer array is not kept for the next text. */
  private static final int MOST_KEPT = 1 << 14;

  /** So many spaces stand behind a text, for readers of the array that look at a few characters at once. */
  private static final int GUARD = 4;

  private char[] chars = new char[256];
  private int length;

  /** Takes the characters of a text. */
  public final void hold(CharSequence text) {
    length = text.length();
    if (length + GUARD > chars.length) {
      chars = new char[Math.max(length + GUARD, chars.length * 2)];
    }
    Arrays.fill(chars, length, length + GUARD, ' ');
    if (text instanceof String string) {
      string.getChars(0, length, chars, 0);
    } else {
      for (int i = 0; i < length; i++) {
        chars[i] = text.charAt(i);
      }
    }
  }

  /** Leaves nothing of the text in memory that is kept. */
  public final void drop() {
    if (chars.length > MOST_KEPT) {
      chars = new char[256];
    } else {
      Arrays.fill(chars, 0, length + GUARD, '\0');
    }
    length = 0;
  }

  /** The array itself, for the loops that read each character once; valid up to {@link #length()}, then come spaces. */
  public final char[] characters() {
    return chars;
  }

  @Override
  public char charAt(int index) {
    return chars[index];
  }

  /** Whether characters stand at an index. */
  public final boolean startsWith(int index, String prefix) {
    if (index + prefix.length() > length) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (charAt(index + i) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public final int length() {
    return length;
  }

  @Override
  public final CharSequence subSequence(int start, int end) {
    return new String(chars, start, end - start);
  }

  /** {@return how many characters it holds, never which} */
  @Override
  public final String toString() {
    return "Text[length=" + length + "]";
  }
}
