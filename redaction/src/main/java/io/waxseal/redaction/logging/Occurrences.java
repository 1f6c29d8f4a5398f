package io.waxseal.redaction.logging;

/** Where one text stands in another, by Knuth, Morris and Pratt: linear in both whatever they are. */
final class Occurrences {

  private final String part;
  private final int[] borders;

  Occurrences(String part) {
    this.part = part;
    this.borders = new int[part.length()];
    for (int i = 1, matched = 0; i < part.length(); i++) {
      matched = step(matched, part.charAt(i));
      borders[i] = matched;
    }
  }

  private int step(int matched, char next) {
    int at = matched;
    while (at > 0 && (at == part.length() || part.charAt(at) != next)) {
      at = borders[at - 1];
    }
    return part.charAt(at) == next ? at + 1 : 0;
  }

  /** How often the part stands in a text, overlapping ones counted each. */
  int count(String text) {
    int count = 0;
    for (int i = 0, matched = 0; i < text.length(); i++) {
      matched = step(matched, text.charAt(i));
      count += matched == part.length() ? 1 : 0;
    }
    return count;
  }

  /** How often it stands there and is no piece of a longer word or number. */
  int countWhole(String text) {
    int count = 0;
    for (int i = 0, matched = 0; i < text.length(); i++) {
      matched = step(matched, text.charAt(i));
      count += matched == part.length() && isWhole(text, i + 1) ? 1 : 0;
    }
    return count;
  }

  /** A text with something else in place of the part, wherever that is no piece of a longer word or number. */
  String replaced(String text, String by) {
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (int i = 0, matched = 0; i < text.length(); i++) {
      matched = step(matched, text.charAt(i));
      int start = i + 1 - part.length();
      if (matched == part.length() && start >= done && isWhole(text, i + 1)) {
        out.append(text, done, start).append(by);
        done = i + 1;
      }
    }
    return done == 0 ? text : out.append(text, done, text.length()).toString();
  }

  private boolean isWhole(String text, int end) {
    return !Wording.goesOn(text, end - part.length()) && !Wording.goesOn(text, end);
  }
}
