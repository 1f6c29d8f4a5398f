package io.waxseal.webhook;

import io.waxseal.account.PhoneNumberId;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which events a handler takes, beside their class: those at certain numbers, those while the business itself holds the
 * conversation. Immutable.
 */
public final class Only {
  private static final Only ALL = new Only(event -> true);

  private final Predicate<Received> wanted;

  private Only(Predicate<Received> wanted) {
    this.wanted = wanted;
  }

  /** {@return all events, as without a filter} */
  public static Only all() {
    return ALL;
  }

  /**
   * Those that came to one of some numbers.
   *
   * @param numbers Meta's ids of the numbers
   * @return the filter
   * @throws IllegalArgumentException if no number is given
   */
  public static Only at(PhoneNumberId... numbers) {
    Set<PhoneNumberId> wanted = Set.of(numbers);
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("Only.at needs a number; without one no event would fit");
    }
    return new Only(event -> event.phoneNumberId().filter(wanted::contains).isPresent());
  }

  /**
   * The filter without what arrives while an agent of Meta's holds the conversation: an answer would take it over.
   *
   * @return a narrower filter
   */
  public Only notStandby() {
    return and(event -> !event.standby());
  }

  /**
   * The filter with one more condition of the host's own.
   *
   * @param condition asked for each event of the handler's class; it does not wait and throws nothing
   * @return a narrower filter
   */
  public Only and(Predicate<? super Received> condition) {
    Objects.requireNonNull(condition, "condition");
    return new Only(wanted.and(condition));
  }

  /**
   * Whether a handler takes an event.
   *
   * @param event the event
   * @return whether it fits
   */
  public boolean takes(Received event) {
    return wanted.test(event);
  }

  @Override
  public String toString() {
    return "Only";
  }
}
