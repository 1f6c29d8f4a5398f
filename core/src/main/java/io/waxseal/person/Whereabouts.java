package io.waxseal.person;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a database knows around some contact points: who was seen where and when, who became whom, what was erased. It
 * answers whose a point is at a time and where a stop counts. Stops travel on weak evidence, permissions on strong evidence
 * only; where nobody can know, there is no answer. Immutable: a snapshot of the transaction that read it.
 *
 * <p>A human is named by one of the human's own points, the same in all answers of one snapshot: an account, or a phone at
 * which no account was ever seen.
 *
 * <p>Threat: stops somebody who got a recycled number from inheriting what its earlier holder agreed to, and from ending
 * the earlier holder's stops. Not stopped: a number that was given to somebody else without any sign of it, within the
 * trust that the host has chosen.
 */
public final class Whereabouts {
  private final Ties ties = new Ties();
  private final Tenures tenures;
  private final Map<IndexedPoint, Long> erased = new HashMap<>();
  private final Map<IndexedPoint, Set<IndexedPoint>> graves = new HashMap<>();
  private final Set<IndexedPoint> read;
  private final List<Tie> moves;
  private final long trust;
  private final boolean complete;

  Whereabouts(Found found, Duration quarantine, Duration trust) {
    this.trust = trust.toMillis();
    read = Collections.unmodifiableSet(new LinkedHashSet<>(found.points()));
    complete = found.complete();
    tenures = new Tenures(ties, quarantine.toMillis());
    moves = found.ties().stream().filter(tie -> tie.kind() == Tie.Kind.MOVED).toList();
    found.ties().forEach(ties::add);
    found.sightings().forEach(tenures::add);
    for (Tie tie : found.ties()) {
      switch (tie.kind()) {
        case CHANGED -> tenures.over(tie.from(), tie.at());
        case KEY -> tenures.keyChanged(tie.from(), tie.at());
        default -> {
          // Ties has taken it
        }
      }
    }
    found.graves().forEach(this::bury);
    joinMoved(found.ties());
  }

  /** What a reader found; the input of a snapshot. */
  record Found(
      Collection<IndexedPoint> points,
      Collection<Sighting> sightings,
      Collection<Tie> ties,
      Collection<Grave> graves,
      boolean complete) {}

  /** Points that were erased together at a time, and those that lay beside them. */
  record Grave(Set<IndexedPoint> core, Set<IndexedPoint> beside, long erasedAt) {}

  private void bury(Grave grave) {
    ties.grave(grave.core(), grave.beside());
    Set<IndexedPoint> all = new LinkedHashSet<>(grave.core());
    all.addAll(grave.beside());
    for (IndexedPoint point : grave.core()) {
      erased.merge(point, grave.erasedAt(), Math::max);
      graves.put(point, all);
    }
  }

  /** A change that names phones only joins whoever provably had the old one with whoever provably has the new one. */
  private void joinMoved(Collection<Tie> all) {
    Map<Tie, List<IndexedPoint>> joined = new LinkedHashMap<>();
    for (Tie tie : all) {
      if (tie.kind() == Tie.Kind.MOVED) {
        List<IndexedPoint> humans = new ArrayList<>();
        // who was seen at the old phone only after the change, or at the new one only before it, is
        // somebody else
        long before = tie.at() - 1;
        beside(tie, tie.from(), before, sighting -> sighting.first() <= before).ifPresent(human -> {
          humans.add(human);
          tenures.overAt(tie.from(), human, tie.at());
        });
        beside(tie, tie.to(), tie.at(), sighting -> sighting.last() >= tie.at())
            .ifPresent(humans::add);
        joined.put(tie, humans);
      }
    }
    joined.forEach((tie, humans) -> humans.forEach(human -> ties.same(tie.mover(), human)));
  }

  /** The human who provably had a phone by the sightings that count, the mover's not among them. */
  private Optional<IndexedPoint> beside(
      Tie move, IndexedPoint phone, long at, Predicate<Sighting> counts) {
    return tenures.holder(
        ties.phone(phone),
        at,
        sighting -> counts.test(sighting) && !sighting.account().equals(move.mover()));
  }

  /** Where those who were at a phone then have moved since, whoever they were: stops go along. */
  private void follow(IndexedPoint phone, long since, Set<IndexedPoint> all) {
    for (Tie move : moves) {
      if (move.from().equals(phone) && move.at() >= since && all.add(move.to())) {
        follow(move.to(), move.at(), all);
      }
    }
  }

  private Set<IndexedPoint> withMoves(Set<IndexedPoint> all, long at) {
    if (!moves.isEmpty()) {
      List.copyOf(all).forEach(point -> follow(point, at, all));
    }
    return all;
  }

  /** {@return whether everything that matters was read; if not, the points are tied to too many others to decide} */
  public boolean complete() {
    return complete;
  }

  /** {@return all points around those asked about; what they name is all that can matter} */
  public Set<IndexedPoint> points() {
    return read;
  }

  /**
   * Who has a point.
   *
   * @param point the point
   * @param at when
   * @return the human; empty if nobody can know
   */
  public Optional<IndexedPoint> owner(IndexedPoint point, Instant at) {
    return owner(point, at.toEpochMilli(), tenures.quarantine());
  }

  /**
   * Who has a point, if a phone is taken to stay with the one human who was ever seen there for as long as the host trusts.
   *
   * @param point the point
   * @param at when
   * @return the human; empty if nobody can know
   */
  public Optional<IndexedPoint> trustedOwner(IndexedPoint point, Instant at) {
    return owner(point, at.toEpochMilli(), trust);
  }

  private Optional<IndexedPoint> owner(IndexedPoint point, long at, long trusted) {
    if (!point.isPhone()) {
      return Optional.of(ties.root(point));
    }
    IndexedPoint phone = ties.phone(point);
    return tenures.at(phone).isEmpty() ? Optional.of(phone) : tenures.holder(phone, at, trusted);
  }

  /**
   * Who said something: the account that is named, else whoever had the phone then.
   *
   * @param named the points that the saying names
   * @param at when it was said
   * @param trusted whether the host's trust counts, as it does for grants alone
   * @return the human; empty if nobody can know
   */
  public Optional<IndexedPoint> speaker(
      Collection<IndexedPoint> named, Instant at, boolean trusted) {
    for (IndexedPoint point : named) {
      if (!point.isPhone()) {
        return Optional.of(ties.root(point));
      }
    }
    return named.stream()
        .findFirst()
        .flatMap(phone -> trusted ? trustedOwner(phone, at) : owner(phone, at));
  }

  /**
   * Where a stop counts: the points it names, the accounts of their human, the phones that these touched then, one weak
   * step from each, and the phones to which somebody has moved since from one of these.
   *
   * @param named the points that the stop names
   * @param at when it was said
   * @return the points
   */
  public Set<IndexedPoint> carriers(Collection<IndexedPoint> named, Instant at) {
    Set<IndexedPoint> all = own(named, at.toEpochMilli());
    for (IndexedPoint point : List.copyOf(all)) {
      ties.weakly(point).forEach(near -> all.add(ties.phone(near)));
    }
    return withMoves(all, at.toEpochMilli());
  }

  private Set<IndexedPoint> own(Collection<IndexedPoint> named, long at) {
    Set<IndexedPoint> all = new LinkedHashSet<>(named);
    for (IndexedPoint point : named) {
      all.addAll(
          point.isPhone() ? Set.of(ties.phone(point)) : tenures.reach(ties.accounts(point), at));
    }
    return withMoves(all, at);
  }

  /**
   * Whether a stop counts at a point without a weak step.
   *
   * @param named the points that the stop names
   * @param at when it was said
   * @param point the point
   * @return whether it does
   */
  public boolean countsAt(Collection<IndexedPoint> named, Instant at, IndexedPoint point) {
    return own(named, at.toEpochMilli()).contains(ties.phone(point));
  }

  /**
   * The human of an account.
   *
   * @param account the account
   * @return the human
   */
  public IndexedPoint human(IndexedPoint account) {
    return ties.root(account);
  }

  /**
   * Whether something said about a phone is young enough for the host's trust.
   *
   * @param at when it was said
   * @param now now
   * @return whether it is
   */
  public boolean trusts(Instant at, Instant now) {
    return at.toEpochMilli() > now.toEpochMilli() - trust;
  }

  /**
   * Where somebody who was at a point may be reached now: there, and at the phones to which somebody has moved from it
   * since.
   *
   * @param point the point
   * @param since when somebody was there
   * @return the points
   */
  public Set<IndexedPoint> reachableSince(IndexedPoint point, Instant since) {
    Set<IndexedPoint> all = new LinkedHashSet<>(Set.of(point));
    all.add(ties.phone(point));
    return withMoves(all, since.toEpochMilli());
  }

  /**
   * Whether a stop forbids to reach a human at a point.
   *
   * @param named the points that the stop names
   * @param at when it was said
   * @param target the point
   * @param human the human who has it; empty if nobody can know
   * @return whether it does
   */
  public boolean reaches(
      Collection<IndexedPoint> named,
      Instant at,
      IndexedPoint target,
      Optional<IndexedPoint> human) {
    Set<IndexedPoint> carriers = carriers(named, at);
    if (carriers.contains(target)
        || carriers.contains(ties.phone(target))
        || named.contains(target)) {
      return true;
    }
    return human.filter(one -> !one.isPhone()).isPresent()
        && !Collections.disjoint(
            tenures.reach(ties.accounts(human.get()), at.toEpochMilli()), carriers);
  }

  /**
   * Whether something said by phone is older than an erasure of the human, so that nobody can prove any more whose it was.
   *
   * @param named the points that the saying names
   * @param at when it was said
   * @param human the human
   * @return whether it counts for nobody
   */
  public boolean buried(Collection<IndexedPoint> named, Instant at, IndexedPoint human) {
    if (human.isPhone() || named.stream().anyMatch(point -> !point.isPhone())) {
      return false;
    }
    return ties.accounts(human).stream()
        .anyMatch(account -> at.toEpochMilli() <= erased.getOrDefault(account, Long.MIN_VALUE));
  }

  /**
   * The points of a human that fences lock: all accounts, all phones at which one was ever seen, and the target itself.
   *
   * @param target the point asked about
   * @param human the human who has it; empty if nobody can know
   * @return the points
   */
  public Set<IndexedPoint> lockedFor(IndexedPoint target, Optional<IndexedPoint> human) {
    Set<IndexedPoint> all = new LinkedHashSet<>(Set.of(target));
    all.add(ties.phone(target));
    human.ifPresent(one -> {
      all.add(one);
      if (!one.isPhone()) {
        for (IndexedPoint account : ties.accounts(one)) {
          all.add(account);
          tenures.of(account).forEach(sighting -> all.add(sighting.phone()));
        }
      }
    });
    return all;
  }

  /**
   * The accounts of a human.
   *
   * @param human the human
   * @return the accounts; the phone itself if no account was ever seen there
   */
  public Set<IndexedPoint> accounts(IndexedPoint human) {
    return human.isPhone() ? Set.of(human) : ties.accounts(human);
  }

  /**
   * What an erasure reaches: the human's accounts, and the phones at which nobody else was ever seen, in all spellings.
   *
   * @param human the human
   * @param at when it is erased
   * @return the points
   */
  public Set<IndexedPoint> reachOfErasure(IndexedPoint human, Instant at) {
    Set<IndexedPoint> all = new TreeSet<>(accounts(human));
    for (Sighting sighting : tenures.alone(all)) {
      if (tenures.touches(sighting, at.toEpochMilli())) {
        all.add(sighting.phone());
      }
    }
    for (IndexedPoint point : List.copyOf(all)) {
      all.addAll(ties.spellings(point));
    }
    return all;
  }

  /**
   * Whether something said is the human's own, so that an erasure removes it: said by an account of the human, by a phone
   * the human provably had, or by a phone where the human alone was ever seen, before the human left it.
   *
   * @param named the points that the saying names
   * @param at when it was said
   * @param human the human
   * @return whether it is
   */
  public boolean own(Collection<IndexedPoint> named, Instant at, IndexedPoint human) {
    if (speaker(named, at, false).equals(Optional.of(human))) {
      return true;
    }
    Optional<IndexedPoint> first = named.stream().findFirst();
    if (named.stream().anyMatch(point -> !point.isPhone()) || first.isEmpty()) {
      return false;
    }
    IndexedPoint phone = ties.phone(first.get());
    return tenures.alone(accounts(human)).stream()
        .anyMatch(sighting ->
            sighting.phone().equals(phone) && tenures.touches(sighting, at.toEpochMilli()));
  }

  /** The phones beside those an erasure reaches: stops stay there, nothing else. */
  Set<IndexedPoint> besideErasure(Set<IndexedPoint> group, Instant at) {
    Set<IndexedPoint> all = new LinkedHashSet<>(tenures.reach(group, at.toEpochMilli()));
    group.forEach(point -> all.addAll(ties.weakly(point)));
    all.removeAll(group);
    return all;
  }

  /** When a point was erased, if it was. */
  Optional<Instant> erasedAt(IndexedPoint point) {
    return Optional.ofNullable(erased.get(point)).map(Instant::ofEpochMilli);
  }

  /** All points of the grave that a point lies in. */
  Set<IndexedPoint> grave(IndexedPoint point) {
    return graves.getOrDefault(point, Set.of());
  }

  Ties ties() {
    return ties;
  }

  Tenures tenures() {
    return tenures;
  }

  @Override
  public String toString() {
    return "Whereabouts[" + read.size() + " points]";
  }
}
