package io.waxseal.internal.wire;

import java.util.Set;

/**
 * Meta's limits. What breaks one is told by rule, limit and size, never by its value. Characters are code points.
 */
public final class Limits {
  private Limits() {}

  /**
   * Checks a text with a greatest length.
   *
   * @param what its name, such as {@code a caption}
   * @param text the text
   * @param most the most characters
   * @return the text
   * @throws IllegalArgumentException if it is blank or longer
   */
  public static String text(String what, String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (text.isBlank() || length > most) {
      throw new IllegalArgumentException(
          what + " has 1 to " + most + " characters; it has " + length);
    }
    return text;
  }

  /**
   * Checks a text for which Meta names no greatest length.
   *
   * @param what its name
   * @param text the text
   * @return the text
   * @throws IllegalArgumentException if it is blank
   */
  public static String present(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " is not blank");
    }
    return text;
  }

  /**
   * Checks how many there are of something, or a whole number.
   *
   * @param what its name, such as {@code the number of contacts}
   * @param value how many
   * @param least the fewest
   * @param most the most
   * @return how many
   * @throws IllegalArgumentException if there are fewer or more
   */
  public static int count(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + " is " + (most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most)
              + "; it is " + value);
    }
    return value;
  }

  /**
   * Checks that something stands once.
   *
   * @param what its name in the plural, such as {@code the ids of buttons}
   * @param before those of before, to which it is added
   * @param one the one
   * @throws IllegalArgumentException if it is among those of before
   */
  public static void unique(String what, Set<String> before, String one) {
    if (!before.add(one)) {
      throw new IllegalArgumentException(
          what + " differ from each other; number " + (before.size() + 1) + " repeats another");
    }
  }
}
