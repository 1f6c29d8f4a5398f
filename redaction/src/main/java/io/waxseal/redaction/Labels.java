package io.waxseal.redaction;

import java.util.ArrayList;
import java.util.List;

/**
 * The grammar of what {@link Treatment#label()} leaves: the name of an entity type in brackets. Detectors skip it. Any
 * other word in brackets is text, or brackets would hide what stands in them.
 */
final class Labels {

  private static final int LONGEST = EntityType.LONGEST_NAME + 2;

  private Labels() {}

  /** The index after the label that begins at {@code start}, or {@code start}. */
  static int end(CharSequence text, int start) {
    if (start >= text.length() || text.charAt(start) != '[') {
      return start;
    }
    int limit = Math.min(text.length(), start + LONGEST);
    StringBuilder name = new StringBuilder();
    for (int i = start + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ']') {
        return EntityType.isKnown(name.toString()) ? i + 1 : start;
      }
      if (!EntityType.isNameChar(c)) {
        return start;
      }
      name.append(c);
    }
    return start;
  }

  /** The findings without those that lie inside a label, which a host's detector may report. */
  static List<Finding> spare(CharSequence text, List<Finding> found) {
    List<Finding> kept = new ArrayList<>(found.size());
    for (Finding finding : found) {
      if (!insideLabel(text, finding)) {
        kept.add(finding);
      }
    }
    return kept;
  }

  private static boolean insideLabel(CharSequence text, Finding finding) {
    int lowest = Math.max(0, finding.start() - LONGEST);
    for (int i = finding.start(); i >= lowest; i--) {
      char c = text.charAt(i);
      if (c == '[') {
        return end(text, i) >= finding.end() && end(text, i) > i;
      }
      if (!EntityType.isNameChar(c) && c != ']') {
        return false;
      }
    }
    return false;
  }
}
