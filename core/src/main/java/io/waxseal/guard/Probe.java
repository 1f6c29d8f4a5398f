package io.waxseal;

/** Looks at one thing that a guard needs. Called from any thread; it should not take long. */
public interface Probe {
  /** {@return the name of its check, stable, in lower case; not one that {@link Health} names} */
  String name();

  /**
   * Looks.
   *
   * @return how it is; an exception counts as {@link Health.Status#DOWN}
   */
  Health.Check look();
}
