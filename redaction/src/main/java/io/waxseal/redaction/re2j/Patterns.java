package io.waxseal.redaction.re2j;

import io.waxseal.redaction.detect.Detector;
import io.waxseal.redaction.detect.EntityType;
import java.util.Objects;

/**
 * Makes detectors of regular expressions in the syntax of RE2, such as {@code \bHERON-\d{6}\b}.
 *
 * <p>RE2 has neither look-around nor back-references, and in return needs time that grows with the length of the text
 * alone; {@code java.util.regex} is not used. A text is examined in overlapping pieces, so that a pattern whose searches
 * read far ahead cannot make the work grow faster than the text either.
 *
 * <p>A match of up to {@value #LONGEST_MATCH} characters is found wherever it stands; a longer one may be found in parts, or
 * not. Empty matches count as none. What a pattern matches is covered as a whole, whatever its groups.
 *
 * <p>Needs {@code com.google.re2j:re2j} 1.8 or later; this library does not bring it. On the module path it is the module
 * {@code re2j}, which the host requires.
 *
 * @see <a href="https://github.com/google/re2/wiki/Syntax">RE2 syntax</a>
 */
public final class Patterns {

  /** The longest match that is certainly found, in characters. */
  public static final int LONGEST_MATCH = 256;

  /** The longest pattern, in characters. */
  public static final int LONGEST_PATTERN = 1_000;

  private static final double SCORE = 0.9;

  private Patterns() {}

  /**
   * A detector that reports each match of a pattern with score 0.9.
   *
   * @param type the type of what is found
   * @param pattern a regular expression of RE2; flags stand in it, as in {@code (?i)heron}
   * @return an immutable, thread-safe detector
   * @throws IllegalArgumentException if {@code pattern} is no such expression, is longer than {@value #LONGEST_PATTERN}
   *     characters, matches the empty text, or repeats so much that its program has more than 10,000 instructions
   * @throws IllegalStateException if RE2/J is not there
   */
  public static Detector detector(EntityType type, String pattern) {
    return detector(type, pattern, SCORE);
  }

  /**
   * A detector that reports each match of a pattern.
   *
   * @param type the type of what is found
   * @param pattern a regular expression of RE2
   * @param score the confidence of each finding, from 0 to 1
   * @return an immutable, thread-safe detector
   * @throws IllegalArgumentException if {@code score} is outside 0 to 1, or as {@link #detector(EntityType, String)} says
   * @throws IllegalStateException if RE2/J is not there
   */
  public static Detector detector(EntityType type, String pattern, double score) {
    Objects.requireNonNull(type, "type");
    if (pattern.length() > LONGEST_PATTERN) {
      throw new IllegalArgumentException(
          "A pattern has at most " + LONGEST_PATTERN + " characters.");
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("A score lies between 0 and 1.");
    }
    try {
      return new PatternDetector(type, pattern, score);
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "Patterns run on RE2/J; add com.google.re2j:re2j:1.8 to the class path, or require the module re2j.",
          e);
    }
  }
}
