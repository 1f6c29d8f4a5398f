package io.waxseal.consent;

import io.waxseal.message.Purpose;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What holds for a person now.
 *
 * @param revision grows with every entry about the person; equal revisions mean that nothing changed
 * @param grants the purposes the person agreed to
 * @param stops the stops in force for any of the person's contact points
 */
public record ConsentView(long revision, Set<String> grants, List<Stop> stops) {
  static final Comparator<Stop> WIDEST =
      Comparator.comparingInt(stop -> stop.scope().length());

  /**
   * Copies the collections.
   *
   * @param revision grows with every entry about the person; equal revisions mean that nothing changed
   * @param grants the purposes the person agreed to
   * @param stops the stops in force for any of the person's contact points
   */
  public ConsentView {
    grants = Set.copyOf(grants);
    stops = List.copyOf(stops);
  }

  /**
   * Whether the person agreed to a purpose, or to a parent of it. It does not say that no stop is in force.
   *
   * @param purpose the name of the purpose
   * @return whether a grant covers it
   */
  public boolean grants(String purpose) {
    return grants.stream().anyMatch(grant -> Scopes.covers(grant, purpose));
  }

  /**
   * The stop that forbids a purpose by its name or its category, the widest first. A rule may still let an answer, a
   * one-time code or a notice pass a stop that the customer typed.
   *
   * @param purpose the purpose
   * @return the stop, if one does
   */
  public Optional<Stop> stopOf(Purpose purpose) {
    return stops.stream().filter(stop -> stop.forbids(purpose)).min(WIDEST);
  }

  /**
   * The stop that forbids a purpose by its name alone, the widest first; {@link #stopOf(Purpose)} sees the category too.
   *
   * @param purpose the name of the purpose
   * @return the stop, if one does
   */
  public Optional<Stop> stopOf(String purpose) {
    return stops.stream().filter(stop -> stop.forbids(purpose)).min(WIDEST);
  }
}
