package io.waxseal.consent;

import io.waxseal.message.Purpose;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What holds for a person now.
 *
 * @param revision grows with every entry about the person; equal revisions mean that nothing changed
 * @param versions the purposes the person agreed to, each with the latest version of its grants; 0 if none is known
 * @param stops the stops in force for any of the person's contact points
 */
public record ConsentView(long revision, Map<String, Integer> versions, List<Stop> stops) {
  /** Which of several stops a refusal names: of everything, then of WhatsApp itself, then the widest. */
  static final Comparator<Stop> ORDER = Comparator.<Stop>comparingInt(stop ->
          stop.scope().equals(Scopes.EVERYTHING) ? 0 : stop.cause() == Cause.PLATFORM ? 1 : 2)
      .thenComparingInt(stop -> stop.scope().length());

  /**
   * Copies the collections.
   *
   * @param revision grows with every entry about the person; equal revisions mean that nothing changed
   * @param versions the purposes the person agreed to, each with the latest version of its grants; 0 if none is known
   * @param stops the stops in force for any of the person's contact points
   */
  public ConsentView {
    versions = Map.copyOf(versions);
    stops = List.copyOf(stops);
  }

  /**
   * Copies the collections; of no grant a version is known.
   *
   * @param revision grows with every entry about the person; equal revisions mean that nothing changed
   * @param grants the purposes the person agreed to
   * @param stops the stops in force for any of the person's contact points
   */
  public ConsentView(long revision, Set<String> grants, List<Stop> stops) {
    this(revision, unknown(grants), stops);
  }

  private static Map<String, Integer> unknown(Set<String> grants) {
    Map<String, Integer> versions = new LinkedHashMap<>();
    grants.forEach(grant -> versions.put(grant, 0));
    return versions;
  }

  /** {@return the purposes the person agreed to} */
  public Set<String> grants() {
    return versions.keySet();
  }

  /**
   * Whether the person agreed to a purpose, or to a parent of it, by name alone; {@link #grants(Purpose)} sees the version
   * too. It does not say that no stop is in force.
   *
   * @param purpose the name of the purpose
   * @return whether a grant of any version is of it
   */
  public boolean grants(String purpose) {
    return grants().stream().anyMatch(grant -> Scopes.covers(grant, purpose));
  }

  /**
   * Whether the person agreed to a purpose in a version that still counts. If the purpose names a material version, a grant
   * of that version or a later one covers it, and no grant of a parent or of an unknown version does. It does not say that
   * no stop is in force.
   *
   * @param purpose the purpose
   * @return whether a grant covers it
   */
  public boolean grants(Purpose purpose) {
    return purpose.materialSince() == 0
        ? grants(purpose.name())
        : versions.getOrDefault(purpose.name(), 0) >= purpose.materialSince();
  }

  /**
   * The stop that forbids a purpose by its name or its category: of everything before one of WhatsApp
   * itself, and that before others, of which the widest comes first. A rule may still let an answer, a
   * one-time code or a notice pass a stop that the customer typed.
   *
   * @param purpose the purpose
   * @return the stop, if one does
   */
  public Optional<Stop> stopOf(Purpose purpose) {
    return stops.stream().filter(stop -> stop.forbids(purpose)).min(ORDER);
  }

  /**
   * The stop that forbids a purpose by its name alone, in the same order; {@link #stopOf(Purpose)} sees the category too.
   *
   * @param purpose the name of the purpose
   * @return the stop, if one does
   */
  public Optional<Stop> stopOf(String purpose) {
    return stops.stream().filter(stop -> stop.forbids(purpose)).min(ORDER);
  }
}
