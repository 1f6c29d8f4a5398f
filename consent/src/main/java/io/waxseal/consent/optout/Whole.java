package io.waxseal.consent.optout;

import java.util.BitSet;
import java.util.List;

/** Whether a whole message is keywords and fillers, and no more. */
final class Whole {
  /** How a message consists of a keyword. */
  enum Fit {
    NONE,
    ALONE,
    WITH_FILLERS
  }

  private final List<String> words;
  private final Pattern filler;

  Whole(List<String> unbroken, Pattern filler) {
    words = unbroken;
    this.filler = filler;
  }

  /** Also a keyword that is repeated. */
  Fit fit(Pattern keyword) {
    int length = words.size();
    BitSet before = new BitSet();
    BitSet after = new BitSet();
    before.set(0);
    boolean fillers = false;
    for (int place = 0; place < length; place++) {
      if (!before.get(place) && !after.get(place)) {
        continue;
      }
      BitSet keys = keyword.ends(words, place);
      after.or(keys);
      BitSet fill = filler.ends(words, place);
      if (!fill.isEmpty()) {
        fillers = true;
        if (after.get(place)) {
          after.or(fill);
        }
        if (before.get(place)) {
          before.or(fill);
        }
      }
    }
    if (!after.get(length)) {
      return Fit.NONE;
    }
    return fillers && !alone(keyword) ? Fit.WITH_FILLERS : Fit.ALONE;
  }

  private boolean alone(Pattern keyword) {
    return keyword.ends(words, 0).get(words.size());
  }

  /** What is left without fillers at the front and the back. */
  List<String> core() {
    int from = 0;
    int to = words.size();
    boolean moved = true;
    while (moved && from < to) {
      int end = filler.ends(words, from).length() - 1;
      moved = end > from && end < to;
      from = moved ? end : from;
    }
    for (int start = to - 1; start > from; start--) {
      if (filler.ends(words, start).get(to)) {
        to = start;
      }
    }
    return words.subList(from, to);
  }
}
