package io.waxseal.consent;

import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Whereabouts;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What holds at one point now: which human has it, which stops reach that human or the point, and what the human agreed to.
 * Stops count wherever weak evidence carries them; grants and ends only for whoever provably gave them.
 */
final class Standing {
  private final Whereabouts known;
  private final IndexedPoint point;
  private final List<Wish> wishes;
  private final Instant now;
  private final Optional<IndexedPoint> human;

  Standing(Whereabouts known, IndexedPoint point, List<Wish> wishes, Instant now) {
    this.known = known;
    this.point = point;
    this.wishes = List.copyOf(wishes);
    this.now = now;
    human = known.trustedOwner(point, now);
  }

  /** What held at a time before: wishes that came later say nothing about it. */
  Standing asOf(Instant time) {
    List<Wish> said = wishes.stream().filter(wish -> !wish.at().isAfter(time)).toList();
    return new Standing(known, point, said, time);
  }

  Whereabouts known() {
    return known;
  }

  /** Who has the point, if the host's trust counts. */
  Optional<IndexedPoint> human() {
    return human;
  }

  /** The points whose locks keep stops of this human away. */
  Set<IndexedPoint> locked() {
    return known.lockedFor(point, human);
  }

  ConsentView view() {
    List<Stop> stops = stops();
    Map<String, Integer> grants = grants();
    return new ConsentView(revision(stops, grants), grants, stops);
  }

  private long revision(List<Stop> stops, Map<String, Integer> grants) {
    if (wishes.isEmpty()) {
      return 0;
    }
    long ids = wishes.stream()
        .map(Wish::id)
        .sorted()
        .mapToLong(
            id -> id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 7))
        .reduce(1, (hash, id) -> 31 * hash + id);
    return 31 * ids + Objects.hash(human, stops, grants);
  }

  /** The stops that reach the point or its human, one a scope and cause, dated by the last. */
  List<Stop> stops() {
    Map<List<Object>, Stop> all = new LinkedHashMap<>();
    for (Wish wish : wishes) {
      if (wish.isStop() && reaches(wish) && !lifted(wish)) {
        Stop stop = new Stop(wish.scope(), wish.cause(), wish.at());
        all.merge(
            List.of(stop.scope(), stop.cause()),
            stop,
            (one, other) -> one.since().isBefore(other.since()) ? other : one);
      }
    }
    return all.values().stream().sorted(Comparator.comparing(Stop::since)).toList();
  }

  boolean reaches(Wish stop) {
    return known.reaches(stop.named(), stop.at(), point, human);
  }

  /** Whether this human, and nobody else, has ended a stop since. */
  boolean lifted(Wish stop) {
    return human.isPresent() && wishes.stream().anyMatch(wish -> wish.ends(stop) && isHumans(wish));
  }

  private boolean isHumans(Wish wish) {
    return human.isPresent() && known.speaker(wish.named(), wish.at(), false).equals(human);
  }

  /** What the human agreed to, each with the latest version. */
  private Map<String, Integer> grants() {
    Map<String, Integer> grants = new LinkedHashMap<>();
    if (human.isEmpty()) {
      return grants;
    }
    for (Wish wish : wishes) {
      if (wish.kind() == ConsentEntry.Kind.GRANTED
          && known.speaker(wish.named(), wish.at(), true).equals(human)
          && !known.buried(wish.named(), wish.at(), human.get())
          && (!human.get().isPhone() || known.trusts(wish.at(), now))) {
        grants.merge(wish.scope(), wish.version(), Math::max);
      }
    }
    return grants;
  }

  /** When this human last ended stops of a scope and cause. */
  Optional<Instant> ended(String scope, Cause cause) {
    Instant never = Instant.MIN;
    Wish stop = new Wish(new UUID(0, 0), ConsentEntry.Kind.STOPPED, Set.of(), scope, cause, never);
    return wishes.stream()
        .filter(wish -> wish.ends(stop) && isHumans(wish))
        .map(Wish::at)
        .max(Comparator.naturalOrder());
  }

  /** Whether this human, by own words, stopped something, in force or not. */
  boolean wroteAStop() {
    return wishes.stream()
        .anyMatch(wish -> wish.isStop()
            && (wish.cause() == Cause.KEYWORD || wish.cause() == Cause.PROVISIONAL)
            && isHumans(wish));
  }

  /** The last of some times at which somebody wrote that was this human. */
  Optional<Instant> last(List<ServiceWindow.Inbound> inbounds) {
    Optional<IndexedPoint> provable = known.owner(point, now);
    return inbounds.stream()
        .filter(inbound -> provable.isPresent()
            && known.speaker(Set.of(inbound.point()), inbound.at(), false).equals(provable)
            && !known.buried(Set.of(inbound.point()), inbound.at(), provable.get()))
        .map(ServiceWindow.Inbound::at)
        .max(Comparator.naturalOrder());
  }
}
