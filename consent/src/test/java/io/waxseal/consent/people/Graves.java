package io.waxseal.consent.people;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What is left of erased persons: which points lay together, and when each was erased. */
final class Graves {
  private final Map<Point, Set<Point>> graves = new HashMap<>();
  private final Map<Point, Long> erased = new HashMap<>();

  /** The points with which one lies, or to which it is tied from outside. */
  Set<Point> with(Point point) {
    return graves.getOrDefault(point, Set.of());
  }

  Set<Point> of(Point erasedPoint) {
    return graves.get(erasedPoint);
  }

  /** Whether a point was erased at a time or later. */
  boolean dug(Point point, long at) {
    Long when = erased.get(point);
    return when != null && at <= when;
  }

  /**
   * Buries points.
   *
   * @param group what is erased
   * @param grave the group and what is tied to it from outside, to which stops go and nothing else
   */
  void dig(Set<Point> group, Set<Point> grave, long at) {
    for (Point outside : grave) {
      if (!group.contains(outside)) {
        group.forEach(inside -> tie(outside, inside));
      }
    }
    for (Point inside : group) {
      graves.put(inside, grave);
      erased.put(inside, at);
    }
  }

  /** A point that a late event names with an erased one lies with it, or is tied to it if it is known alive. */
  void join(Point point, Point erasedPoint, boolean buried) {
    Set<Point> grave = graves.get(erasedPoint);
    grave.add(point);
    if (buried) {
      graves.put(point, grave);
      erased.putIfAbsent(point, erased.get(erasedPoint));
    } else {
      tie(point, erasedPoint);
    }
  }

  /** Forgets who lay where since before an hour. */
  void purge(long before) {
    Set<Point> old = new LinkedHashSet<>(erased.keySet());
    old.removeIf(point -> erased.get(point) >= before);
    erased.keySet().removeAll(old);
    graves.keySet().removeAll(old);
    graves.values().forEach(grave -> grave.removeAll(old));
  }

  private void tie(Point outside, Point inside) {
    graves.computeIfAbsent(outside, key -> new LinkedHashSet<>()).add(inside);
  }
}
