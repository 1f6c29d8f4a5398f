package io.waxseal.consent.people;

import io.waxseal.consent.people.Sightings.Sighting;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The reference for who an event is about and what holds for an outgoing message, for one tenant, with time in hours. It
 * keeps what it hears as a set of facts and derives each answer from the set, so the order in which facts arrive cannot
 * matter. Erasures and the retraction of weak links are the exceptions: they act on what is known when they come.
 *
 * <p>Stops travel on weak evidence; grants, starts, windows and the reach of an erasure travel on strong evidence only.
 * Where nobody can know, the answer is no.
 *
 * <p><b>Changes that name phones only.</b> Meta may say that the human at phone {@code P} is at phone {@code Q} since
 * {@code t} and leave out one account or both. The rule:
 *
 * <ol>
 *   <li>The change is a <em>mover</em>: an account without a name, seen at {@code P} just before {@code t} and at {@code Q}
 *       at {@code t}. The same two phones told again less than a day after the first time are the same change.
 *   <li>An account that the change names is the mover's, whichever of the two it is.
 *   <li>The mover is one person with the account that provably held {@code P} just before {@code t}: its sightings there
 *       begin before {@code t}, the nearest is less than the quarantine away, and nothing lies between (no account of
 *       others, no other mover, no key change, no change or sighting elsewhere of its own). Likewise with the account that
 *       provably holds {@code Q} from {@code t} on. What proves it are sightings and changes between accounts, never another
 *       mover that was recognised, except by both being one person with the same account.
 *   <li>If nobody was seen at {@code P} or {@code Q}, the mover alone is the person. Her grants, starts and windows are
 *       those named by {@code P} before {@code t} and by {@code Q} from {@code t} on, within the limits of a holder.
 *   <li>To her person the move is a sighting elsewhere. She is not at {@code P} from {@code t} on, and was not at {@code Q}
 *       before {@code t}: what others say there is theirs.
 *   <li>A stop that carries at {@code P} and was said up to {@code t} carries at {@code Q} too, and so on through later
 *       changes, whether or not anybody can prove who said it.
 * </ol>
 */
final class PersonModel implements Rules {
  private static final long WINDOW = 24;
  private static final long EVER = Long.MIN_VALUE;
  private static final int WRITTEN = 1_000_000;

  private final People people = new People();
  private final Graves graves = new Graves();
  private final Map<Integer, Fact> stops = new TreeMap<>();
  private final Map<Integer, Fact> starts = new TreeMap<>();
  private final Map<Integer, Fact> grants = new TreeMap<>();
  private final Map<Integer, Fact> inbounds = new TreeMap<>();
  private final Map<Fact, Set<Point>> carriers = new HashMap<>();
  private final long trust;
  private long now;
  private int written = WRITTEN;

  private record Fact(Set<Point> named, long at, Event.Cause cause) {
    static Fact of(Event event) {
      return new Fact(event.named(), event.at(), event.cause());
    }

    Point first() {
      return named.iterator().next();
    }

    boolean byPhoneAlone() {
      return named.stream().allMatch(Point::isPhone);
    }
  }

  private PersonModel(long trust) {
    this.trust = trust;
  }

  /** Grants are attributed as strictly as all else. */
  static PersonModel strict() {
    return trusting(People.QUARANTINE);
  }

  /** For grants alone, a phone at which one person at most was ever seen is taken to be hers for longer. */
  static PersonModel trusting(long hours) {
    return new PersonModel(hours);
  }

  // ---- hearing

  @Override
  public void hear(Event event) {
    clock(event.received());
    carriers.clear();
    Point erased = erasedIn(event);
    if (erased != null) {
      hearOfErased(event, erased);
      return;
    }
    switch (event.kind()) {
      case INBOUND -> said(inbounds, event);
      case STOP -> said(stops, event);
      case START -> said(starts, event);
      case GRANT -> grants.putIfAbsent(event.id(), Fact.of(event));
      case STATUS, CODE -> people.seen(event);
      case CHANGED -> people.numberChanged(event);
      case ALIAS -> people.alias(event.phone(), event.other(), event.at());
      case KEY -> people.keyChanged(event.phone(), event.at());
      case WEAK -> people.weak(event.key(), event.other());
      case SPLIT -> split(event.key(), event.other());
      default -> throw new IllegalArgumentException(event.toString());
    }
  }

  @Override
  public void clock(long hour) {
    now = Math.max(now, hour);
  }

  private void said(Map<Integer, Fact> facts, Event event) {
    people.seen(event);
    facts.putIfAbsent(event.id(), Fact.of(event));
  }

  /** Before a weak link goes, the stops that run over it are written out at its other end. */
  private void split(Point a, Point b) {
    if (people.isWeak(a, b)) {
      for (Fact stop : List.copyOf(stops.values())) {
        writeOver(stop, a, b);
        writeOver(stop, b, a);
      }
      people.split(a, b);
    }
  }

  private void writeOver(Fact stop, Point from, Point to) {
    if (!lifted(stop, person(from)) && own(stop).contains(people.wire(from))) {
      write(Set.of(to), stop);
    }
  }

  private void write(Set<Point> points, Fact stop) {
    if (!points.isEmpty()) {
      stops.put(written++, new Fact(Set.copyOf(points), stop.at(), stop.cause()));
    }
  }

  // ---- who

  @Override
  public @Nullable Point person(Point point) {
    return person(point, now, People.QUARANTINE);
  }

  /** An account's person; a bare phone itself; else who provably has the phone, or null. */
  private @Nullable Point person(Point point, long at, long trusted) {
    if (!point.isPhone()) {
      return people.root(point);
    }
    Point phone = people.wire(point);
    return people.at(phone).isEmpty() ? phone : people.holder(phone, at, trusted);
  }

  /** The person of the account named; if there is none, of the phone at that time. */
  private @Nullable Point person(Fact fact, long trusted) {
    for (Point point : fact.named()) {
      if (!point.isPhone()) {
        return people.root(point);
      }
    }
    return person(fact.first(), fact.at(), trusted);
  }

  // ---- stops

  /** What a stop names, and where the accounts it names are. */
  private Set<Point> own(Fact stop) {
    Set<Point> all = new HashSet<>(stop.named());
    for (Point point : stop.named()) {
      if (point.isPhone()) {
        all.add(people.wire(point));
      } else {
        all.addAll(people.reach(people.accounts(point), stop.at()));
      }
    }
    return withOnward(all, stop);
  }

  private Set<Point> withOnward(Set<Point> points, Fact stop) {
    for (Point point : List.copyOf(points)) {
      points.addAll(people.onward(point, stop.at()));
    }
    return points;
  }

  private Set<Point> carriers(Fact stop) {
    return carriers.computeIfAbsent(stop, this::findCarriers);
  }

  private Set<Point> findCarriers(Fact stop) {
    Set<Point> all = own(stop);
    for (Point point : List.copyOf(all)) {
      weaklyNear(point).forEach(near -> all.add(people.wire(near)));
    }
    return withOnward(all, stop);
  }

  private Set<Point> weaklyNear(Point point) {
    Set<Point> near = new LinkedHashSet<>(people.weaklyNear(point));
    near.addAll(graves.with(point));
    return near;
  }

  /** A start ends older stops of its cause, for its own person alone. */
  private boolean lifted(Fact stop, @Nullable Point person) {
    return person != null
        && starts.values().stream()
            .anyMatch(start -> start.cause() == stop.cause()
                && start.at() > stop.at()
                && person.equals(person(start, People.QUARANTINE)));
  }

  private boolean stopped(Point target, @Nullable Point person) {
    return stops.values().stream()
        .anyMatch(stop -> !lifted(stop, person) && holds(stop, target, person));
  }

  private boolean holds(Fact stop, Point target, @Nullable Point person) {
    Set<Point> carriers = carriers(stop);
    if (carriers.contains(target) || carriers.contains(people.wire(target))) {
      return true;
    }
    return person != null
        && !person.isPhone()
        && people.reach(people.accounts(person), stop.at()).stream().anyMatch(carriers::contains);
  }

  // ---- permissions

  @Override
  public boolean mayMarket(Point target) {
    Point person = person(target, now, trust);
    return person != null
        && has(grants, person, person.isPhone() ? now - trust : EVER, trust)
        && !stopped(target, person);
  }

  @Override
  public boolean mayReply(Point target) {
    Point person = person(target);
    return person != null
        && has(inbounds, person, now - WINDOW, People.QUARANTINE)
        && !stopped(target, person);
  }

  /**
   * As {@link #mayReply}, but as sends have it: the account is addressed wherever one is live, so the trust is enough to
   * find it; a stop of marketing stops no answer, and a typed stop none to what was written after it.
   */
  boolean mayAnswer(Point target) {
    Point trusted = person(target, now, trust);
    boolean byAccount = trusted != null
        && !trusted.isPhone()
        && people.accounts(trusted).stream().anyMatch(people::isLive);
    Point person = byAccount ? trusted : person(target);
    if (person == null) {
      return false;
    }
    long last = inbounds.values().stream()
        .filter(fact -> isOf(fact, person, EVER, People.QUARANTINE))
        .mapToLong(Fact::at)
        .max()
        .orElse(EVER);
    return last > now - WINDOW
        && stops.values().stream()
            .noneMatch(stop -> (stop.cause() == Event.Cause.HOST
                    || stop.cause() == Event.Cause.KEYWORD && stop.at() >= last)
                && !lifted(stop, person)
                && holds(stop, target, person));
  }

  private boolean has(Map<Integer, Fact> facts, Point person, long since, long trusted) {
    return facts.values().stream().anyMatch(fact -> isOf(fact, person, since, trusted));
  }

  private boolean isOf(Fact fact, Point person, long since, long trusted) {
    return fact.at() > since
        && fact.at() <= now
        && person.equals(person(fact, trusted))
        && !buried(fact, person);
  }

  /** Named by phone, from before an erasure of the person. */
  private boolean buried(Fact fact, Point person) {
    return !person.isPhone()
        && fact.byPhoneAlone()
        && people.accounts(person).stream().anyMatch(one -> graves.dug(one, fact.at()));
  }

  @Override
  public boolean knows(Point point) {
    return people.knows(point)
        || List.of(grants, inbounds, starts).stream()
            .flatMap(facts -> facts.values().stream())
            .anyMatch(fact -> fact.named().contains(point));
  }

  /** Whether something is kept that the person of a point said. */
  boolean hasRecords(Point point) {
    Point person = person(point);
    return person != null
        && List.of(grants, inbounds, starts).stream()
            .flatMap(facts -> facts.values().stream())
            .anyMatch(fact -> person.equals(person(fact, People.QUARANTINE)));
  }

  // ---- erasure

  @Override
  public Optional<Set<Integer>> erase(Event request) {
    clock(request.received());
    carriers.clear();
    Point person = person(request.key(), request.at(), People.QUARANTINE);
    if (person == null) {
      return Optional.empty();
    }
    Set<Point> group = reachOfErasure(person);
    Set<Integer> gone = new TreeSet<>();
    for (Map<Integer, Fact> facts : List.of(grants, inbounds, starts)) {
      facts.forEach((id, fact) -> {
        if (isHers(fact, person, request.at())) {
          gone.add(id);
        }
      });
    }
    keepStops(person, group, request.at());
    for (Map<Integer, Fact> facts : List.of(grants, inbounds, starts)) {
      facts.keySet().removeAll(gone);
    }
    bury(group, request.at());
    carriers.clear();
    return Optional.of(gone);
  }

  /** Her accounts, and the phones in all spellings that she is at and where nobody else was ever seen. */
  private Set<Point> reachOfErasure(Point person) {
    Set<Point> accounts = person.isPhone() ? Set.of(person) : people.accounts(person);
    Set<Point> all = new HashSet<>(accounts);
    for (Sighting row : people.whereAlone(accounts)) {
      if (people.touches(row, now)) {
        all.add(row.phone());
      }
    }
    all.addAll(people.spellingsOf(all));
    return all;
  }

  /** At a bare phone, what is older than the quarantine may be another's. Where only she was seen, all is hers. */
  private boolean isHers(Fact fact, Point person, long at) {
    boolean named = person.equals(person(fact, People.QUARANTINE));
    if (person.isPhone()) {
      return named && fact.at() > at - People.QUARANTINE;
    }
    if (named || !fact.first().isPhone()) {
      return named;
    }
    Point phone = people.wire(fact.first());
    return people.whereAlone(people.accounts(person)).stream()
        .anyMatch(row -> row.phone().equals(phone) && people.touches(row, fact.at()));
  }

  /** What runs over her links is written out before they go. */
  private void keepStops(Point person, Set<Point> group, long at) {
    for (int id : List.copyOf(stops.keySet())) {
      Fact stop = stops.get(id);
      boolean lifted = lifted(stop, person);
      Set<Point> reached = new HashSet<>(!lifted && holds(stop, person, person) ? group : Set.of());
      if (isHers(stop, person, at)) {
        Set<Point> beyond = new HashSet<>(carriers(stop));
        if (lifted) {
          beyond.removeAll(people.accounts(person));
        }
        reached.addAll(beyond);
        stops.remove(id);
      }
      write(reached, stop);
    }
  }

  /** Graves are kept for a while only. */
  void purgeGraves(long before) {
    carriers.clear();
    graves.purge(before);
  }

  private void bury(Set<Point> group, long at) {
    Set<Point> grave = new TreeSet<>(group);
    grave.addAll(people.reach(group, at));
    for (Sighting row : people.whereAlone(group)) {
      if (!group.contains(row.phone())) {
        people.forgetSightingsAt(row.phone());
      }
    }
    group.forEach(point -> grave.addAll(weaklyNear(point)));
    graves.dig(group, grave, at);
    group.forEach(people::forget);
  }

  /** Whom, erased since, an event from before names. A phone counts only where no account is named. */
  private @Nullable Point erasedIn(Event event) {
    if (event.kind() == Event.Kind.CHANGED) {
      Point old = event.other() != null ? event.other() : event.oldPhone();
      if (old != null && graves.dug(old, event.at())) {
        return old;
      }
    }
    Point key = event.account() != null ? event.account() : people.wire(event.phone());
    return graves.dug(key, event.at()) ? key : null;
  }

  /** Of such an event only the stop is kept, and what it names shares the grave. */
  private void hearOfErased(Event event, Point erased) {
    Set<Point> named = new LinkedHashSet<>(event.named());
    Set<Point> grave = graves.of(erased);
    if (event.kind() == Event.Kind.STOP) {
      stops.putIfAbsent(event.id(), new Fact(union(grave, named), event.at(), event.cause()));
    }
    switch (event.kind()) {
      case GRANT, WEAK, SPLIT, KEY -> {
        return;
      }
      case ALIAS, CHANGED -> {
        if (event.other() != null) {
          named.add(event.other());
        }
        if (event.oldPhone() != null) {
          named.add(event.oldPhone());
        }
      }
      default -> {}
    }
    writeWithin(union(grave, named));
    for (Point point : named) {
      if (graves.of(erased).contains(point)) {
        continue;
      }
      boolean seen = point.isPhone() ? !people.at(point).isEmpty() : knows(point);
      if (point.isPhone() && seen && event.kind() != Event.Kind.CHANGED) {
        people.addNobody(point, event.at());
      }
      graves.join(point, erased, !seen);
    }
  }

  private void writeWithin(Set<Point> together) {
    for (Fact stop : List.copyOf(stops.values())) {
      if (!stop.named().containsAll(together)
          && carriers(stop).stream().anyMatch(together::contains)) {
        write(together, stop);
      }
    }
  }

  private static Set<Point> union(Set<Point> a, Set<Point> b) {
    Set<Point> all = new LinkedHashSet<>(a);
    all.addAll(b);
    return all;
  }
}
