package io.waxseal.redaction.logging;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Splits texts into words, which are letters alone, and numbers, which are digits alone. */
final class Wording {

  private Wording() {}

  /** Whether the characters on both sides of a place are of one word or number. */
  static boolean goesOn(String text, int place) {
    if (place <= 0 || place >= text.length()) {
      return false;
    }
    char before = text.charAt(place - 1);
    char behind = text.charAt(place);
    return (Character.isLetter(before) && Character.isLetter(behind))
        || (Character.isDigit(before) && Character.isDigit(behind));
  }

  static Set<String> of(String text) {
    Set<String> words = new HashSet<>();
    int start = 0;
    while (start < text.length()) {
      int end = start + 1;
      while (goesOn(text, end)) {
        end++;
      }
      if (Character.isLetterOrDigit(text.charAt(start))) {
        words.add(text.substring(start, end));
      }
      start = end;
    }
    return words;
  }

  /** The words of a text that no longer stand in what became of it. */
  static Set<String> taken(String before, String after) {
    Set<String> taken = of(before);
    taken.removeAll(of(after));
    return taken;
  }

  static boolean standIn(String text, Set<String> words) {
    return !words.isEmpty() && !Collections.disjoint(of(text), words);
  }
}
