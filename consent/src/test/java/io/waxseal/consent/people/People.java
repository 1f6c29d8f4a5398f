package io.waxseal.consent.people;

import io.waxseal.consent.people.Moves.Mover;
import io.waxseal.consent.people.Sightings.Sighting;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which accounts are one person, who held a phone at a time, and where a person can be reached. */
final class People {
  /** Nobody gets a number sooner after another gave it up. */
  static final long QUARANTINE = 45 * 24;

  private final Sightings sightings = new Sightings();
  private final Links links = new Links();
  private final Moves moves = new Moves();
  private final Map<Point, Set<Point>> persons = new HashMap<>();
  private final Map<Point, Set<Point>> movedAs = new HashMap<>();
  private final Map<Point, Set<Point>> namedWith = new HashMap<>();
  private Map<Point, Mover> movers = Map.of();
  private boolean settled = true;

  // ---- facts

  /** A signed element that shows a phone, an account and its parent, or some of them. */
  void seen(Event event) {
    changed();
    if (event.account() != null && event.parent() != null) {
      links.family(event.account(), event.parent());
    }
    if (event.account() != null && event.phone() != null) {
      sightings.add(event.phone(), event.account(), event.at());
    }
  }

  /** Meta's word that one account became another, or that whoever was at one phone is at another. */
  void numberChanged(Event event) {
    seen(event);
    if (event.other() != null) {
      if (event.account() != null) {
        links.changed(event.other(), event.account());
      }
      sightings.ended(event.other(), event.at());
      if (event.oldPhone() != null) {
        sightings.add(event.oldPhone(), event.other(), event.at() - 1);
      }
    }
    if (event.isMove()) {
      moves.add(event.oldPhone(), event.phone(), event.at());
      Stream.of(event.account(), event.other())
          .filter(account -> account != null)
          .forEach(account -> moves.name(event.oldPhone(), event.phone(), event.at(), account));
    }
  }

  void keyChanged(Point phone, long at) {
    changed();
    sightings.keyChanged(links.wire(phone), at);
  }

  void alias(Point typed, Point wire, long at) {
    changed();
    links.alias(typed, wire, at);
  }

  void weak(Point a, Point b) {
    changed();
    links.weak(a, b);
  }

  boolean isWeak(Point a, Point b) {
    return links.isWeak(a, b);
  }

  void split(Point a, Point b) {
    changed();
    links.split(a, b);
  }

  private void changed() {
    persons.clear();
    settled = false;
  }

  // ---- persons

  Point wire(Point point) {
    return links.wire(point);
  }

  Collection<Sighting> at(Point phone) {
    return settled().sightings.at(phone);
  }

  /** A person's accounts, her moves among them. */
  Set<Point> accounts(Point account) {
    settled();
    Set<Point> known = persons.get(account);
    if (known != null) {
      return known;
    }
    Set<Point> all = joined(account, movedAs);
    all.forEach(one -> persons.put(one, all));
    return all;
  }

  /** Accounts that are one human by Meta's word about accounts, and by what else is given. */
  private Set<Point> joined(Point account, Map<Point, Set<Point>> besides) {
    Set<Point> all = new TreeSet<>();
    Deque<Point> open = new ArrayDeque<>(List.of(account));
    while (!open.isEmpty()) {
      Point one = open.pop();
      if (all.add(one)) {
        open.addAll(links.joined(one));
        open.addAll(namedWith.getOrDefault(one, Set.of()));
        open.addAll(besides.getOrDefault(one, Set.of()));
      }
    }
    return all;
  }

  /** Whether a message can be addressed to an account. */
  boolean isLive(Point account) {
    return (account.kind() == Point.Kind.USER || account.kind() == Point.Kind.PARENT)
        && !sightings.isEnded(account);
  }

  Point root(Point account) {
    return accounts(account).iterator().next();
  }

  /** Who provably had a phone at a time; null if nobody can know. */
  @Nullable
  Point holder(Point phone, long at, long trust) {
    Collection<Sighting> seen = at(phone);
    boolean one = seen.stream().map(row -> root(row.account())).distinct().count() == 1;
    Point found = null;
    for (Sighting row : seen) {
      if (proves(row, at, one ? trust : QUARANTINE)) {
        Point person = root(row.account());
        if (found != null && !found.equals(person)) {
          return null;
        }
        found = person;
      }
    }
    return found;
  }

  private boolean proves(Sighting row, long at, long within) {
    long near = row.nearest(at);
    return Math.abs(at - near) < within && !disturbed(row, Math.min(near, at), Math.max(near, at));
  }

  private boolean disturbed(Sighting row, long from, long to) {
    Set<Point> own = accounts(row.account());
    return sightings.at(row.phone()).stream()
            .anyMatch(o -> !own.contains(o.account()) && o.meets(from, to))
        || sightings.keyChangedWithin(row.phone(), from, to)
        || gone(row, from, to);
  }

  /** Whether an account is known to have ended or been elsewhere, or its person to have moved from or to elsewhere. */
  private boolean gone(Sighting row, long after, long until) {
    if (sightings.goneWithin(row, after, until)) {
      return true;
    }
    return !movers.isEmpty()
        && accounts(row.account()).stream()
            .anyMatch(account -> account.kind() == Point.Kind.MOVER
                && sightings.elsewhere(account, row.phone(), after, until));
  }

  // ---- where stops go

  /** Whether an account was at a phone and is not known to have left before a time. */
  boolean touches(Sighting row, long at) {
    Set<Point> own = accounts(row.account());
    return sightings.at(row.phone()).stream()
            .noneMatch(o -> !own.contains(o.account()) && o.first() > row.last() && o.first() < at)
        && !gone(row, row.last(), at - 1);
  }

  /** Accounts, and the phones that they touch at a time. */
  Set<Point> reach(Set<Point> accounts, long at) {
    settled();
    Set<Point> all = new HashSet<>(accounts);
    for (Sighting row : sightings.where(accounts)) {
      if (touches(row, at)) {
        all.add(row.phone());
      }
    }
    return all;
  }

  /** Where those who were at a phone then have moved since, whoever they were. */
  Set<Point> onward(Point phone, long since) {
    settled();
    if (movers.isEmpty() || !phone.isPhone()) {
      return Set.of();
    }
    Set<Point> all = new LinkedHashSet<>();
    follow(phone, since, all);
    return all;
  }

  private void follow(Point phone, long since, Set<Point> all) {
    for (Mover mover : movers.values()) {
      if (mover.from().equals(phone) && mover.at() >= since && all.add(mover.to())) {
        follow(mover.to(), mover.at(), all);
      }
    }
  }

  Set<Point> weaklyNear(Point point) {
    return links.weaklyNear(point);
  }

  // ---- erasure

  /** Sightings of a person at phones where nobody else was ever seen. */
  List<Sighting> whereAlone(Set<Point> accounts) {
    return settled().sightings.whereAlone(accounts);
  }

  Set<Point> spellingsOf(Set<Point> phones) {
    Set<Point> all = new HashSet<>(links.spellings());
    all.removeIf(typed -> !phones.contains(wire(typed)));
    return all;
  }

  void forgetSightingsAt(Point phone) {
    changed();
    forgetMovesOf(phone);
    sightings.forgetSightingsAt(phone);
  }

  private void forgetMovesOf(Point phone) {
    for (Sighting row : List.copyOf(sightings.at(phone))) {
      forgetMover(row.account());
    }
  }

  private void forgetMover(Point account) {
    Mover mover = movers.get(account);
    if (mover != null) {
      moves.forget(mover);
    }
  }

  void forget(Point point) {
    changed();
    if (point.isPhone()) {
      forgetMovesOf(point);
      sightings.forgetPhone(point);
    } else {
      forgetMover(point);
      sightings.forgetAccount(point);
    }
    links.forget(point);
  }

  void addNobody(Point phone, long at) {
    changed();
    sightings.addNobody(phone, at, at);
  }

  boolean knows(Point point) {
    return !at(point).isEmpty() || !sightings.of(point).isEmpty() || links.knows(point);
  }

  // ---- movers

  private People settled() {
    if (!settled) {
      movers.keySet().forEach(sightings::remove);
      movers = moves.movers();
      namedWith.clear();
      movers.forEach((name, mover) -> {
        sightings.add(mover.from(), name, mover.at() - 1);
        sightings.add(mover.to(), name, mover.at());
        moves.accounts(mover).forEach(account -> join(namedWith, name, account));
      });
      movedAs.clear();
      movers.forEach(this::recognise);
      settled = true;
    }
    return this;
  }

  /** Joins a mover with who provably was at the old phone just before, and at the new one from then on. */
  private void recognise(Point name, Mover mover) {
    long before = mover.at() - 1;
    for (Sighting row : sightings.at(mover.from())) {
      long last = Math.min(row.last(), before);
      if (row.first() <= before && recognises(row, last, before, name)) {
        join(movedAs, name, row.account());
      }
    }
    for (Sighting row : sightings.at(mover.to())) {
      long first = Math.max(row.first(), mover.at());
      if (row.last() >= mover.at() && recognises(row, mover.at(), first, name)) {
        join(movedAs, name, row.account());
      }
    }
  }

  private static void join(Map<Point, Set<Point>> map, Point a, Point b) {
    map.computeIfAbsent(a, key -> new TreeSet<>()).add(b);
    map.computeIfAbsent(b, key -> new TreeSet<>()).add(a);
  }

  /** Uses what Meta says of accounts alone, never another recognised move: so there is no circle. */
  private boolean recognises(Sighting row, long from, long to, Point name) {
    if (row.account().equals(name) || row.account().kind() == Point.Kind.NOBODY) {
      return false;
    }
    Set<Point> own = joined(row.account(), Map.of());
    return to - from < QUARANTINE
        && sightings.at(row.phone()).stream()
            .noneMatch(
                o -> !own.contains(o.account()) && !o.account().equals(name) && o.meets(from, to))
        && !sightings.keyChangedWithin(row.phone(), from, to)
        && !sightings.goneWithin(row, from, to);
  }
}
