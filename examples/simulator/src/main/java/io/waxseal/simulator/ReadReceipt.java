package io.waxseal.simulator;

import java.time.Instant;

/**
 * A read mark of the business. {@code toString} names only the time and whether it types.
 *
 * @param messageId the message that was marked as read, with all before it
 * @param typing whether the typing indicator was shown
 * @param at when, by the simulator's clock
 * @see SimulatedNumber#readReceipts
 */
public record ReadReceipt(String messageId, boolean typing, Instant at) {
  @Override
  public String toString() {
    return "ReadReceipt[" + at + (typing ? ", typing]" : "]");
  }
}
