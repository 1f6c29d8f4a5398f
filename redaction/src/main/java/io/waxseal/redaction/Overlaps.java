package io.waxseal.redaction;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes findings disjoint. What overlaps is joined into one span, so that nothing any detector flagged survives; the span
 * takes the type that matters most (whole field, secret, card, then the longer, the surer, and of two equals what is no phone
 * number).
 */
final class Overlaps {

  private static final Comparator<Finding> BY_POSITION = Comparator.comparingInt(Finding::start)
      .thenComparing(Comparator.comparingInt(Finding::end).reversed());

  private static final Comparator<Finding> BY_WEIGHT = Comparator.<Finding>comparingInt(
          finding -> rank(finding.type()))
      .thenComparingInt(finding -> finding.end() - finding.start())
      .thenComparingDouble(Finding::score)
      .thenComparing(finding -> !finding.type().equals(EntityType.PHONE));

  private Overlaps() {}

  static List<Finding> resolve(CharSequence text, List<Finding> found) {
    List<Finding> sorted = new ArrayList<>(found.size());
    for (Finding finding : found) {
      sorted.add(wholeCharacters(text, finding));
    }
    sorted.sort(BY_POSITION);
    List<Finding> disjoint = new ArrayList<>(sorted.size());
    for (Finding next : sorted) {
      int last = disjoint.size() - 1;
      if (last >= 0 && next.start() < disjoint.get(last).end()) {
        disjoint.set(last, join(disjoint.get(last), next));
      } else {
        disjoint.add(next);
      }
    }
    return List.copyOf(disjoint);
  }

  private static Finding join(Finding first, Finding second) {
    int start = Math.min(first.start(), second.start());
    int end = Math.max(first.end(), second.end());
    return over(BY_WEIGHT.compare(second, first) > 0 ? second : first, start, end);
  }

  /** What wins: whole field, secret, card, everything else. */
  static int rank(EntityType type) {
    if (type.equals(EntityType.REDACTED)) {
      return 3;
    }
    if (type.equals(EntityType.CREDIT_CARD) || type.equals(EntityType.CARD_CVV)) {
      return 1;
    }
    return type.isSecret() ? 2 : 0;
  }

  private static Finding over(Finding finding, int start, int end) {
    return start == finding.start() && end == finding.end()
        ? finding
        : new Finding(finding.type(), start, end, finding.score(), finding.why());
  }

  /** Widens a span that would cut a surrogate pair. */
  private static Finding wholeCharacters(CharSequence text, Finding finding) {
    int start = finding.start();
    int end = finding.end();
    if (splitsPair(text, start)) {
      start--;
    }
    if (splitsPair(text, end)) {
      end++;
    }
    return over(finding, start, end);
  }

  private static boolean splitsPair(CharSequence text, int i) {
    return i > 0
        && i < text.length()
        && Character.isLowSurrogate(text.charAt(i))
        && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
