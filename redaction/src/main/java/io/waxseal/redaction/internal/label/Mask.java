package io.waxseal.redaction.internal.label;

/** What a masked value looks like: at least two bullets, then at most four characters that stay readable. */
public final class Mask {

  public static final char BULLET = '•';
  public static final int MOST_KEPT = 4;

  private Mask() {}

  /** Whether a part of a text is what a mask leaves: two bullets or more, then at most {@code kept} characters. */
  public static boolean isMask(CharSequence text, int start, int end, int kept) {
    int covered = start;
    while (covered < end && text.charAt(covered) == BULLET) {
      covered++;
    }
    return covered - start >= 2 && end - covered <= kept;
  }

  /** Whether what begins at {@code start}, of so many characters, is what a mask leaves readable. */
  public static boolean isKept(CharSequence text, int start, int length) {
    return length <= MOST_KEPT
        && start > 1
        && text.charAt(start - 1) == BULLET
        && text.charAt(start - 2) == BULLET;
  }
}
