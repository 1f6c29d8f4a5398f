package io.waxseal.simulator;

import java.time.Duration;
import java.util.Objects;

/**
 * How many messages Meta takes: per business number and second ({@code 130429} beyond), and per pair of a business
 * number and a customer ({@code 131056} beyond). Measured on the simulator's clock, so that a test moves on with {@link
 * Simulator#advance} instead of waiting. Immutable; each setter gives a copy.
 *
 * <p>The throughput is a token bucket that holds one second's worth. The pair follows what Meta describes: one message
 * in so many seconds; a burst within one such span is taken and borrows from the future, and after it nothing is taken
 * until the borrowed time has passed.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/overview">Cloud API, throughput and pair rate
 *     limits</a>
 */
public final class Limits {
  private static final Limits NONE = new Limits(0, Duration.ZERO, 0);
  private static final Limits DOCUMENTED = new Limits(80, Duration.ofSeconds(6), 45);

  private final int throughput;
  private final Duration pairSpan;
  private final int pairBurst;

  private Limits(int throughput, Duration pairSpan, int pairBurst) {
    this.throughput = throughput;
    this.pairSpan = pairSpan;
    this.pairBurst = pairBurst;
  }

  /** {@return no limits at all, which is the default: a test of a thousand messages on a stopped clock is no burst} */
  public static Limits none() {
    return NONE;
  }

  /** {@return what Meta documents: 80 messages a second for a number; 1 message in 6 seconds for a pair, bursts of 45} */
  public static Limits documented() {
    return DOCUMENTED;
  }

  /**
   * Sets the throughput of a business number; 20 is Meta's for a number also used in the app, 1000 the upgraded one.
   *
   * @param messagesPerSecond the limit; 0 for none
   * @return a copy
   * @throws IllegalArgumentException if it is negative
   */
  public Limits throughput(int messagesPerSecond) {
    if (messagesPerSecond < 0) {
      throw new IllegalArgumentException("messagesPerSecond must not be negative");
    }
    return new Limits(messagesPerSecond, pairSpan, pairBurst);
  }

  /**
   * Sets the limit of a pair.
   *
   * @param span the time that one message takes up; zero for no limit
   * @param burst how many are taken within one span before nothing is
   * @return a copy
   * @throws IllegalArgumentException if the span is negative or the burst less than 1
   */
  public Limits pair(Duration span, int burst) {
    Objects.requireNonNull(span, "span");
    if (span.isNegative() || burst < 1) {
      throw new IllegalArgumentException("span must not be negative and burst at least 1");
    }
    return new Limits(throughput, span, burst);
  }

  /** {@return messages a second for a business number, or 0 for no limit} */
  public int throughput() {
    return throughput;
  }

  /** {@return the time one message to a customer takes up, or zero for no limit} */
  public Duration pairSpan() {
    return pairSpan;
  }

  /** {@return how many messages to one customer are taken within one span, or 0 if there is no limit} */
  public int pairBurst() {
    return pairBurst;
  }
}
