package io.waxseal.redaction.detect;

import java.util.Objects;

/**
 * A span of a text that holds a sensitive value.
 *
 * <p>A finding never holds the text itself: it may be logged.
 *
 * @param type the kind of value
 * @param start the index of the first {@code char}, in the text that was given
 * @param end the index after the last {@code char}; greater than {@code start}
 * @param score confidence from 0 to 1
 * @param why the rule that found it, such as {@code card.luhn.grouped}: 1 to 48 of a-z, 0-9, dot and hyphen
 */
public record Finding(EntityType type, int start, int end, double score, String why) {

  private static final int LONGEST_WHY = 48;

  /**
   * Checks the span, the score and the form of the rule's name.
   *
   * @param type the kind of value
   * @param start the index of the first {@code char}
   * @param end the index after the last {@code char}
   * @param score confidence from 0 to 1
   * @param why the rule that found it
   * @throws IllegalArgumentException if {@code start} is negative, {@code end} is not greater, {@code score} is outside
   *     0 to 1, or {@code why} has another form (it names a rule and must not carry text)
   */
  public Finding {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(why, "why");
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("A finding's span starts at 0 or later and is not empty.");
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("A finding's score lies between 0 and 1.");
    }
    if (!namesARule(why)) {
      throw new IllegalArgumentException(
          "A finding's why names a rule: 1 to 48 of a-z, 0-9, dot and hyphen.");
    }
  }

  private static boolean namesARule(String why) {
    if (why.isEmpty() || why.length() > LONGEST_WHY || why.charAt(0) < 'a' || why.charAt(0) > 'z') {
      return false;
    }
    for (int i = 1; i < why.length(); i++) {
      char c = why.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-')) {
        return false;
      }
    }
    return true;
  }
}
