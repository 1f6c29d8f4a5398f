package io.waxseal.consent;

import io.waxseal.person.IndexedPoint;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody wished, as it is found by the points it names: a grant, a stop, or the end of stops. Whose wish it is, and
 * where it counts, depends on what is known of the points and is decided when it is asked for.
 *
 * @param id the id of its entry in the ledger
 * @param kind what was wished
 * @param named keyed hashes of the points it names, an account first if there is one
 * @param scope the purpose, a parent of it, or {@code *} for everything
 * @param cause where it came from
 * @param at when it was said
 * @param version the version of the purpose that a grant is of, from 1; 0 if it is not known
 */
public record Wish(
    UUID id,
    ConsentEntry.Kind kind,
    Set<IndexedPoint> named,
    String scope,
    Cause cause,
    Instant at,
    int version) {
  /**
   * Copies the points, in their order.
   *
   * @param id the id of its entry in the ledger
   * @param kind what was wished
   * @param named keyed hashes of the points it names, an account first if there is one
   * @param scope the purpose, a parent of it, or {@code *} for everything
   * @param cause where it came from
   * @param at when it was said
   * @param version the version of the purpose that a grant is of, from 1; 0 if it is not known
   */
  public Wish {
    named = Collections.unmodifiableSet(new LinkedHashSet<>(named));
  }

  /**
   * A wish of no known version.
   *
   * @param id the id of its entry in the ledger
   * @param kind what was wished
   * @param named keyed hashes of the points it names, an account first if there is one
   * @param scope the purpose, a parent of it, or {@code *} for everything
   * @param cause where it came from
   * @param at when it was said
   */
  public Wish(
      UUID id,
      ConsentEntry.Kind kind,
      Set<IndexedPoint> named,
      String scope,
      Cause cause,
      Instant at) {
    this(id, kind, named, scope, cause, at, 0);
  }

  boolean isStop() {
    return kind == ConsentEntry.Kind.STOPPED;
  }

  /** Whether this is an end that ends a stop of the same person. */
  boolean ends(Wish stop) {
    boolean sameCause =
        cause == stop.cause || (cause == Cause.KEYWORD && stop.cause == Cause.PROVISIONAL);
    boolean covers = scope.equals(Scopes.EVERYTHING) || scope.equals(stop.scope);
    return kind == ConsentEntry.Kind.RESUMED && sameCause && covers && at.isAfter(stop.at);
  }
}
