package io.waxseal.simulator;

import java.util.Map;

/**
 * What was charged to a business number: one for each message with a status {@code delivered} or {@code read}, under
 * the words of its {@code pricing}. Immutable.
 *
 * @see SimulatedNumber#charges
 */
public final class Charges {
  private final Map<Price, Long> counts;

  Charges(Map<Price, Long> counts) {
    this.counts = Map.copyOf(counts);
  }

  /**
   * Counts messages of one category and type.
   *
   * @param category such as {@code service} or {@code marketing_lite}
   * @param type such as {@code regular} or {@code free_customer_service}
   * @return how many were delivered
   */
  public long of(String category, String type) {
    return counts.getOrDefault(new Price(category, type), 0L);
  }

  /** {@return how many delivered messages cost something: those whose type does not begin with {@code free_}} */
  public long billable() {
    return count(true);
  }

  /** {@return how many delivered messages were free} */
  public long free() {
    return count(false);
  }

  private long count(boolean billable) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().billable() == billable)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  @Override
  public String toString() {
    return "Charges[billable " + billable() + ", free " + free() + "]";
  }
}
