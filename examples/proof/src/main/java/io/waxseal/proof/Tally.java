package io.waxseal.proof;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many kills hit what. */
final class Tally {
  private final Map<String, Integer> points = new TreeMap<>();
  private final Map<String, Integer> corridors = new TreeMap<>();
  private int kills;
  private int underWay;
  private int refused;

  void add(Point point, Hunt hunt, Testimony said) {
    kills++;
    points.merge(hunt.hit() ? point.label() : "end", 1, Integer::sum);
    if (hunt.hit() && (point.isCommit() || point.kind() == Point.Kind.IN_HANDLER)) {
      corridors.merge(point.corridor().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
    }
    if (said.underWay()) {
      underWay++;
    }
    for (String what : new String[] {"in", "grant", "send", "stop", "resume", "erase"}) {
      refused += said.refused(what).size();
    }
  }

  int kills() {
    return kills;
  }

  int underWay() {
    return underWay;
  }

  int refused() {
    return refused;
  }

  /** {@return at which points, and at those of a corridor in which} */
  String text() {
    StringBuilder text = new StringBuilder();
    points.forEach((label, times) -> text.append(' ').append(label).append('=').append(times));
    corridors.forEach(
        (label, times) -> text.append(" at-").append(label).append('=').append(times));
    return text.substring(Math.min(1, text.length()));
  }
}
