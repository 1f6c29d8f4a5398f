package io.waxseal.person;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which accounts are one human by Meta's word, which points somebody else called one, and how phones are spelled. */
final class Ties {
  private final Map<IndexedPoint, Set<IndexedPoint>> next = new HashMap<>();
  private final Map<IndexedPoint, Set<IndexedPoint>> previous = new HashMap<>();
  private final Map<IndexedPoint, Set<IndexedPoint>> same = new HashMap<>();
  private final Map<IndexedPoint, Set<IndexedPoint>> weak = new HashMap<>();
  private final Map<IndexedPoint, TreeMap<Long, IndexedPoint>> aliases = new HashMap<>();
  private final Map<IndexedPoint, Set<IndexedPoint>> spellings = new HashMap<>();
  private final Map<IndexedPoint, Set<IndexedPoint>> graves = new HashMap<>();

  private final Set<IndexedPoint> moved = new HashSet<>();

  void add(Tie tie) {
    switch (tie.kind()) {
      case CHANGED -> {
        add(next, tie.from(), tie.to());
        add(previous, tie.to(), tie.from());
      }
      case SAME -> same(tie.from(), tie.to());
      case WEAK -> {
        add(weak, tie.from(), tie.to());
        add(weak, tie.to(), tie.from());
      }
      case ALIAS -> {
        aliases
            .computeIfAbsent(tie.from(), spelling -> new TreeMap<>())
            .merge(tie.at(), tie.to(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
        add(spellings, tie.to(), tie.from());
      }
      case MOVED -> {
        moved.add(tie.from());
        moved.add(tie.to());
      }
      case KEY -> {
        // a dated fact of a phone: Tenures reads it
      }
    }
  }

  void same(IndexedPoint one, IndexedPoint other) {
    add(same, one, other);
    add(same, other, one);
  }

  /** Points that were erased together, and those that lay beside them. */
  void grave(Collection<IndexedPoint> core, Collection<IndexedPoint> beside) {
    for (IndexedPoint point : core) {
      core.forEach(other -> add(graves, point, other));
      beside.forEach(other -> add(graves, point, other));
    }
    beside.forEach(point -> core.forEach(other -> add(graves, point, other)));
  }

  private static void add(
      Map<IndexedPoint, Set<IndexedPoint>> map, IndexedPoint from, IndexedPoint to) {
    map.computeIfAbsent(from, point -> new LinkedHashSet<>()).add(to);
  }

  private static Set<IndexedPoint> of(
      Map<IndexedPoint, Set<IndexedPoint>> map, IndexedPoint point) {
    return map.getOrDefault(point, Set.of());
  }

  /** The phone that Meta means by a spelling: what it answered last; any other point itself. */
  IndexedPoint phone(IndexedPoint point) {
    TreeMap<Long, IndexedPoint> known = aliases.get(point);
    return known == null ? point : known.lastEntry().getValue();
  }

  /** Accounts that are one human by Meta's word. A fork or a contradiction joins nothing. */
  Set<IndexedPoint> accounts(IndexedPoint account) {
    Set<IndexedPoint> all = new TreeSet<>();
    Deque<IndexedPoint> open = new ArrayDeque<>(List.of(account));
    while (!open.isEmpty()) {
      IndexedPoint one = open.pop();
      if (all.add(one)) {
        open.addAll(of(same, one));
        of(next, one).stream().filter(to -> path(one, to)).forEach(open::add);
        of(previous, one).stream().filter(from -> path(from, one)).forEach(open::add);
      }
    }
    return all;
  }

  /** Whether a change is the only one of its kind at both ends. */
  private boolean path(IndexedPoint from, IndexedPoint to) {
    return of(next, from).size() == 1 && of(previous, to).size() == 1;
  }

  /** Whether a change is contradicted by another, so that it joins nothing. */
  boolean forkedAt(Tie tie) {
    return tie.kind() == Tie.Kind.CHANGED && !path(tie.from(), tie.to());
  }

  /** Whether somebody moved from or to a phone without a user id. */
  boolean moved(IndexedPoint phone) {
    return moved.contains(phone);
  }

  /** An account with all that a change or another id ties to it, believed or not. */
  Set<IndexedPoint> joinedTo(IndexedPoint account) {
    Set<IndexedPoint> all = new LinkedHashSet<>(Set.of(account));
    all.addAll(of(same, account));
    all.addAll(of(next, account));
    all.addAll(of(previous, account));
    return all;
  }

  boolean over(IndexedPoint account) {
    return next.containsKey(account);
  }

  /** The one point that stands for a human in all answers: the least of the accounts. */
  IndexedPoint root(IndexedPoint account) {
    return accounts(account).iterator().next();
  }

  /** The points that are one weak step from a point. */
  Set<IndexedPoint> weakly(IndexedPoint point) {
    Set<IndexedPoint> near = new LinkedHashSet<>(of(weak, point));
    near.addAll(of(graves, point));
    Set<IndexedPoint> typed = new LinkedHashSet<>(of(spellings, point));
    if (aliases.containsKey(point)) {
      typed.add(point);
    }
    for (IndexedPoint spelling : typed) {
      near.add(spelling);
      if (spelling.equals(point) || phone(spelling).equals(point)) {
        near.addAll(aliases.getOrDefault(spelling, new TreeMap<>()).values());
        near.addAll(of(weak, spelling));
      }
    }
    of(next, point).stream().filter(to -> !path(point, to)).forEach(near::add);
    of(previous, point).stream().filter(from -> !path(from, point)).forEach(near::add);
    return near;
  }

  /** The spellings whose phone is the point. */
  Set<IndexedPoint> spellings(IndexedPoint phone) {
    Set<IndexedPoint> all = new LinkedHashSet<>();
    of(spellings, phone).stream()
        .filter(spelling -> phone(spelling).equals(phone))
        .forEach(all::add);
    return all;
  }
}
