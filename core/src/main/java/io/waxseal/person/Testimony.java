package io.waxseal.person;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What one signed event says about who is who: which contact points it names as one human's, which of them she had before,
 * and how far that may be believed.
 *
 * @param points the points named together; a phone, a user id and a parent user id at most
 * @param previous the points that {@code points} replace, if the event reports a change of number or user id; else empty
 * @param grade how far it may be believed
 * @param keyChanged whether the event says that the identity key of the phone changed: another device, or another human
 */
public record Testimony(
    Set<ContactPoint> points, Set<ContactPoint> previous, Grade grade, boolean keyChanged) {
  /** How far a testimony may be believed. Stops travel on both grades, permissions on the strong one only. */
  public enum Grade {
    /** Meta's own word about its own ids: a message, a status, a call, a preference, a change of number. */
    STRONG,
    /** Somebody else's word, or an undated one: an echo, a shared contact, a synchronised address book, history. */
    WEAK
  }

  /**
   * Copies the points.
   *
   * @param points the points named together; a phone, a user id and a parent user id at most
   * @param previous the points that {@code points} replace, if the event reports a change of number or user id; else empty
   * @param grade how far it may be believed
   * @param keyChanged whether the event says that the identity key of the phone changed: another device, or another human
   */
  public Testimony {
    points = Collections.unmodifiableSet(new LinkedHashSet<>(points));
    previous = Collections.unmodifiableSet(new LinkedHashSet<>(previous));
  }

  /**
   * A testimony that points belong together, and nothing else.
   *
   * @param points the points
   * @param grade how far it may be believed
   * @return the testimony
   */
  public static Testimony of(Set<ContactPoint> points, Grade grade) {
    return new Testimony(points, Set.of(), grade, false);
  }

  @Override
  public String toString() {
    return "Testimony[" + grade + "]";
  }
}
