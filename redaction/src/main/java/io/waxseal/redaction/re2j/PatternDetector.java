package io.waxseal.redaction.re2j;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.waxseal.redaction.detect.Detector;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import java.util.function.Consumer;

/**
 * Looks for one pattern piece by piece: what begins in the first half of a piece is reported, what begins in the second is
 * left to the next, of which that half is the first.
 */
final class PatternDetector implements Detector {

  private static final int MOST_INSTRUCTIONS = 10_000;
  private static final int HALF = Patterns.LONGEST_MATCH;

  /** What a pattern may look back at: a whole character. */
  private static final int BEFORE = 2;

  private final EntityType type;
  private final Pattern pattern;
  private final double score;

  PatternDetector(EntityType type, String regex, double score) {
    this.type = type;
    this.score = score;
    try {
      pattern = Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("The pattern is none of RE2: " + e.getDescription());
    }
    if (pattern.programSize() > MOST_INSTRUCTIONS) {
      throw new IllegalArgumentException("The pattern repeats too much.");
    }
    if (pattern.matches("")) {
      throw new IllegalArgumentException("The pattern matches the empty text.");
    }
  }

  @Override
  public void detect(CharSequence text, Consumer<Finding> found) {
    int length = text.length();
    int next = 0;
    for (int half = 0; half < length; ) {
      int from = Math.max(half, next);
      half = whole(text, half + HALF);
      next = piece(text, from, half, whole(text, half + HALF), found);
    }
  }

  /** Reports the matches that begin from {@code from} up to {@code half} and returns where to go on. */
  private int piece(CharSequence text, int from, int half, int end, Consumer<Finding> found) {
    int origin = Math.max(0, from - BEFORE);
    StringBuilder copy = new StringBuilder(end - origin);
    for (int i = origin; i < end; i++) {
      copy.append(text.charAt(i));
    }
    Matcher matcher = pattern.matcher(copy.toString());
    int at = from;
    while (matcher.find(at - origin)) {
      int start = origin + matcher.start();
      int stop = origin + matcher.end();
      if (start >= half) {
        break;
      }
      if (stop > start) {
        found.accept(new Finding(type, start, stop, score, "host.pattern"));
      }
      at = Math.max(stop, start + 1);
    }
    return at;
  }

  /** The place itself, or the one behind the character that it would cut; at most the end of the text. */
  private static int whole(CharSequence text, int at) {
    if (at >= text.length()) {
      return text.length();
    }
    return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
  }
}
