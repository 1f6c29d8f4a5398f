package io.waxseal.consent.people;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What ties points together but for sightings: strongly by Meta's word, weakly by anybody's. */
final class Links {
  private final Map<Point, Set<Point>> successors = new HashMap<>();
  private final Map<Point, Set<Point>> predecessors = new HashMap<>();
  private final Map<Point, Set<Point>> families = new HashMap<>();
  private final Map<Point, Set<Point>> weak = new HashMap<>();
  private final Map<Point, TreeMap<Long, Point>> aliases = new HashMap<>();

  void changed(Point old, Point now) {
    add(successors, old, now);
    add(predecessors, now, old);
  }

  void family(Point account, Point parent) {
    add(families, account, parent);
    add(families, parent, account);
  }

  void weak(Point a, Point b) {
    if (!a.equals(b)) {
      add(weak, a, b);
      add(weak, b, a);
    }
  }

  boolean isWeak(Point a, Point b) {
    return weak.getOrDefault(a, Set.of()).contains(b);
  }

  void split(Point a, Point b) {
    weak.getOrDefault(a, Set.of()).remove(b);
    weak.getOrDefault(b, Set.of()).remove(a);
  }

  /** Meta's answer to a send. Of two answers of the same time the lower counts, whichever came first. */
  void alias(Point typed, Point wire, long at) {
    aliases
        .computeIfAbsent(typed, key -> new TreeMap<>())
        .merge(at, wire, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  /** The phone behind a spelling: Meta's newest answer. */
  Point wire(Point point) {
    TreeMap<Long, Point> answers = aliases.get(point);
    return answers == null ? point : answers.lastEntry().getValue();
  }

  Set<Point> spellings() {
    return aliases.keySet();
  }

  /** Accounts that are one human by changes and families. A fork joins nothing. */
  Set<Point> joined(Point account) {
    Set<Point> all = new TreeSet<>();
    Deque<Point> open = new ArrayDeque<>(List.of(account));
    while (!open.isEmpty()) {
      Point one = open.pop();
      if (all.add(one)) {
        open.addAll(families.getOrDefault(one, Set.of()));
        neighbours(successors, one).filter(next -> clear(one, next)).forEach(open::add);
        neighbours(predecessors, one).filter(old -> clear(old, one)).forEach(open::add);
      }
    }
    return all;
  }

  private static Stream<Point> neighbours(Map<Point, Set<Point>> map, Point point) {
    return map.getOrDefault(point, Set.of()).stream();
  }

  private boolean clear(Point old, Point now) {
    return successors.get(old).size() == 1 && predecessors.get(now).size() == 1;
  }

  /** One weak step: the host's word, all spellings of a phone, and both ends of a forked change. */
  Set<Point> weaklyNear(Point point) {
    Set<Point> near = new LinkedHashSet<>(weak.getOrDefault(point, Set.of()));
    aliases.forEach((typed, answers) -> {
      if (typed.equals(point) || wire(typed).equals(point)) {
        near.add(typed);
        near.addAll(answers.values());
        near.addAll(weak.getOrDefault(typed, Set.of()));
      } else if (answers.containsValue(point)) {
        near.add(typed);
      }
    });
    neighbours(successors, point).filter(next -> !clear(point, next)).forEach(near::add);
    neighbours(predecessors, point).filter(old -> !clear(old, point)).forEach(near::add);
    return near;
  }

  boolean knows(Point point) {
    return weak.containsKey(point)
        || successors.containsKey(point)
        || predecessors.containsKey(point)
        || aliases.containsKey(point);
  }

  void forget(Point point) {
    for (Map<Point, Set<Point>> map : List.of(successors, predecessors, families, weak)) {
      map.remove(point);
      map.values().removeIf(others -> others.remove(point) && others.isEmpty());
    }
    aliases.values().removeIf(answers -> answers.containsValue(point));
    aliases.remove(point);
  }

  private static void add(Map<Point, Set<Point>> map, Point from, Point to) {
    map.computeIfAbsent(from, key -> new LinkedHashSet<>()).add(to);
  }
}
