package io.waxseal.consent.people;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What answers about people from what it has heard: the model, the rules of before, or the real stores. */
interface Rules {
  /** Takes in everything but an erasure. */
  void hear(Event event);

  /**
   * Erases a person.
   *
   * @return the ids of the events whose records went; empty if nobody can know whom the request is about
   */
  Optional<Set<Integer>> erase(Event request);

  /** {@return whether an advertisement may go to a point now} */
  boolean mayMarket(Point point);

  /** {@return whether an answer may go to a point now} */
  boolean mayReply(Point point);

  /** {@return some name of the person at a point now, the same for each of her points; null if nobody can know} */
  @Nullable
  Point person(Point point);

  /** Time goes on to an hour. */
  void clock(long hour);

  /** {@return whether anything but a stop is known of a point} */
  boolean knows(Point point);
}
