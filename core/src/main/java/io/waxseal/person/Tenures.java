package io.waxseal.person;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which account was seen at which phone when, and what that proves about the times between. */
final class Tenures {
  private final Ties ties;
  private final long quarantine;
  private final Map<IndexedPoint, Map<IndexedPoint, Sighting>> atPhone = new HashMap<>();
  private final Map<IndexedPoint, Map<IndexedPoint, Sighting>> ofAccount = new HashMap<>();
  private final Map<IndexedPoint, TreeSet<Long>> over = new HashMap<>();
  private final Map<IndexedPoint, TreeSet<Long>> keyChanges = new HashMap<>();

  Tenures(Ties ties, long quarantine) {
    this.ties = ties;
    this.quarantine = quarantine;
  }

  void add(Sighting sighting) {
    atPhone
        .computeIfAbsent(sighting.phone(), phone -> new LinkedHashMap<>())
        .merge(sighting.account(), sighting, Sighting::widened);
    Sighting widened = atPhone.get(sighting.phone()).get(sighting.account());
    ofAccount
        .computeIfAbsent(sighting.account(), account -> new LinkedHashMap<>())
        .put(sighting.phone(), widened);
  }

  /** The account has been replaced by another since then. */
  void over(IndexedPoint account, long at) {
    over.computeIfAbsent(account, one -> new TreeSet<>()).add(at);
  }

  /** The accounts of a human that were seen at a phone have been replaced since then. */
  void overAt(IndexedPoint phone, IndexedPoint human, long at) {
    for (Sighting sighting : at(phone)) {
      if (ties.root(sighting.account()).equals(human)) {
        over(sighting.account(), at);
      }
    }
  }

  long quarantine() {
    return quarantine;
  }

  void keyChanged(IndexedPoint phone, long at) {
    keyChanges.computeIfAbsent(ties.phone(phone), one -> new TreeSet<>()).add(at);
  }

  /** Whether the identity key of a phone changed and no account was seen there since. */
  boolean keyChangedSince(IndexedPoint phone) {
    TreeSet<Long> changes = keyChanges.get(phone);
    return changes != null
        && at(phone).stream().noneMatch(sighting -> sighting.last() > changes.last());
  }

  Collection<Sighting> at(IndexedPoint phone) {
    return atPhone.getOrDefault(phone, Map.of()).values();
  }

  Collection<Sighting> of(IndexedPoint account) {
    return ofAccount.getOrDefault(account, Map.of()).values();
  }

  /**
   * Who provably had a phone at a time, as the {@linkplain Ties#root root} of a human; empty if nobody or several can have.
   *
   * @param trust how far from a sighting the phone counts as theirs if one human at most was ever seen there
   */
  Optional<IndexedPoint> holder(IndexedPoint phone, long time, long trust) {
    return holder(at(phone), time, trust);
  }

  /** Who had it by what is proven, if some sightings there say nothing about it. */
  Optional<IndexedPoint> holder(IndexedPoint phone, long time, Predicate<Sighting> counts) {
    return holder(at(phone).stream().filter(counts).toList(), time, quarantine);
  }

  private Optional<IndexedPoint> holder(Collection<Sighting> seen, long time, long trust) {
    long near = humans(seen) == 1 ? trust : quarantine;
    IndexedPoint found = null;
    for (Sighting sighting : seen) {
      long nearest = sighting.nearest(time);
      if (Math.abs(time - nearest) >= near
          || disturbed(seen, sighting, Math.min(nearest, time), Math.max(nearest, time))) {
        continue;
      }
      IndexedPoint human = ties.root(sighting.account());
      if (found != null && !found.equals(human)) {
        return Optional.empty();
      }
      found = human;
    }
    return Optional.ofNullable(found);
  }

  private long humans(Collection<Sighting> seen) {
    return seen.stream()
        .map(sighting -> ties.root(sighting.account()))
        .distinct()
        .count();
  }

  private boolean disturbed(Collection<Sighting> seen, Sighting sighting, long from, long to) {
    Set<IndexedPoint> own = ties.accounts(sighting.account());
    for (Sighting other : seen) {
      if (!own.contains(other.account()) && other.first() <= to && other.last() >= from) {
        return true;
      }
    }
    boolean keyChanged = from < to
        && !keyChanges
            .getOrDefault(sighting.phone(), new TreeSet<>())
            .subSet(from, true, to, true)
            .isEmpty();
    return keyChanged || gone(sighting, from, to);
  }

  /** Whether the account is known to have been elsewhere or replaced, or its human to have moved, after one time and up to another. */
  private boolean gone(Sighting sighting, long from, long to) {
    TreeSet<Long> ended = over.get(sighting.account());
    if (ended != null && from < to && !ended.subSet(from, false, to, true).isEmpty()) {
      return true;
    }
    if (elsewhere(sighting.account(), sighting.phone(), from, to)) {
      return true;
    }
    for (IndexedPoint own : ties.accounts(sighting.account())) {
      if (own.kind() == IndexedPoint.Kind.MOVED && elsewhere(own, sighting.phone(), from, to)) {
        return true;
      }
    }
    return false;
  }

  private boolean elsewhere(IndexedPoint account, IndexedPoint phone, long from, long to) {
    return of(account).stream()
        .anyMatch(
            other -> !other.phone().equals(phone) && other.last() > from && other.first() <= to);
  }

  /** Whether an account was ever seen at a phone and is not known to have left it before a time. */
  boolean touches(Sighting sighting, long time) {
    Set<IndexedPoint> own = ties.accounts(sighting.account());
    for (Sighting other : at(sighting.phone())) {
      if (!own.contains(other.account())
          && other.first() > sighting.last()
          && other.first() < time) {
        return false;
      }
    }
    return !gone(sighting, sighting.last(), time - 1);
  }

  /** Accounts of one human, with the phones that they touch at a time. */
  Set<IndexedPoint> reach(Set<IndexedPoint> accounts, long time) {
    Set<IndexedPoint> all = new HashSet<>(accounts);
    for (IndexedPoint account : accounts) {
      for (Sighting sighting : of(account)) {
        if (touches(sighting, time)) {
          all.add(sighting.phone());
        }
      }
    }
    return all;
  }

  /** The sightings at phones where nobody but these accounts was ever seen. */
  Set<Sighting> alone(Set<IndexedPoint> accounts) {
    Set<Sighting> all = new HashSet<>();
    for (IndexedPoint account : accounts) {
      for (Sighting sighting : of(account)) {
        if (accounts.containsAll(
            atPhone.getOrDefault(sighting.phone(), Map.of()).keySet())) {
          all.addAll(at(sighting.phone()));
        }
      }
    }
    return all;
  }
}
