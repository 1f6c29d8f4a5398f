package io.waxseal.consent.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who was seen at which phone and when; when accounts ended, and when the keys of phones changed. */
final class Sightings {
  private final Map<Point, Map<Point, Sighting>> rows = new TreeMap<>();
  private final Map<Point, TreeSet<Long>> ends = new HashMap<>();
  private final Map<Point, TreeSet<Long>> keys = new HashMap<>();
  private int nobodies;

  /** One row: late and repeated events only widen it. */
  record Sighting(Point phone, Point account, long first, long last) {
    boolean meets(long from, long to) {
      return first <= to && last >= from;
    }

    /** The instant of the row that is nearest. */
    long nearest(long at) {
      return Math.max(first, Math.min(at, last));
    }

    private Sighting widened(Sighting other) {
      return new Sighting(phone, account, Math.min(first, other.first), Math.max(last, other.last));
    }
  }

  void add(Point phone, Point account, long at) {
    add(new Sighting(phone, account, at, at));
  }

  void add(Sighting seen) {
    rows.computeIfAbsent(seen.phone(), phone -> new LinkedHashMap<>())
        .merge(seen.account(), seen, Sighting::widened);
  }

  /** Somebody was there, and nobody is to know who. */
  void addNobody(Point phone, long first, long last) {
    add(new Sighting(phone, new Point(Point.Kind.NOBODY, ++nobodies), first, last));
  }

  void ended(Point account, long at) {
    ends.computeIfAbsent(account, key -> new TreeSet<>()).add(at);
  }

  boolean isEnded(Point account) {
    return ends.containsKey(account);
  }

  void keyChanged(Point phone, long at) {
    keys.computeIfAbsent(phone, key -> new TreeSet<>()).add(at);
  }

  Collection<Sighting> at(Point phone) {
    return rows.getOrDefault(phone, Map.of()).values();
  }

  List<Sighting> of(Point account) {
    List<Sighting> all = new ArrayList<>();
    for (Map<Point, Sighting> row : rows.values()) {
      Sighting seen = row.get(account);
      if (seen != null) {
        all.add(seen);
      }
    }
    return all;
  }

  List<Sighting> where(Collection<Point> accounts) {
    return rows.values().stream()
        .flatMap(row -> row.values().stream())
        .filter(seen -> accounts.contains(seen.account()))
        .toList();
  }

  /** Sightings at phones where nobody else was ever seen. */
  List<Sighting> whereAlone(Collection<Point> accounts) {
    return rows.values().stream()
        .filter(row -> accounts.containsAll(row.keySet()))
        .flatMap(row -> row.values().stream())
        .toList();
  }

  boolean keyChangedWithin(Point phone, long from, long to) {
    return from < to
        && !keys.getOrDefault(phone, new TreeSet<>())
            .subSet(from, true, to, true)
            .isEmpty();
  }

  /** Whether the account itself ended or was seen at another phone after the one time, up to the other. */
  boolean goneWithin(Sighting seen, long after, long until) {
    if (after < until
        && !ends.getOrDefault(seen.account(), new TreeSet<>())
            .subSet(after, false, until, true)
            .isEmpty()) {
      return true;
    }
    return elsewhere(seen.account(), seen.phone(), after, until);
  }

  /** Whether an account was seen at another phone after the one time, up to the other. */
  boolean elsewhere(Point account, Point phone, long after, long until) {
    return of(account).stream()
        .anyMatch(o -> !o.phone().equals(phone) && o.last() > after && o.first() <= until);
  }

  void forgetPhone(Point phone) {
    rows.remove(phone);
    keys.remove(phone);
  }

  void forgetSightingsAt(Point phone) {
    rows.remove(phone);
  }

  /** Takes an account out of every row; the rows stay. */
  void forgetAccount(Point account) {
    for (Sighting seen : of(account)) {
      rows.get(seen.phone()).remove(account);
      addNobody(seen.phone(), seen.first(), seen.last());
    }
    ends.remove(account);
  }

  /** Takes an account out, rows and all. */
  void remove(Point account) {
    rows.values().forEach(row -> row.remove(account));
    rows.values().removeIf(Map::isEmpty);
  }
}
