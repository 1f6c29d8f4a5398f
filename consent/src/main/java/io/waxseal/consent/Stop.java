package io.waxseal.consent;

import java.time.Instant;

/**
 * A stop in force.
 *
 * @param scope the purpose it stops, a parent of it, or {@code *} for everything
 * @param cause where it came from
 * @param since when the person said it
 */
public record Stop(String scope, Cause cause, Instant since) {
  /**
   * Whether it forbids a purpose.
   *
   * @param purpose the purpose
   * @return whether it does
   */
  public boolean forbids(String purpose) {
    return Purposes.covers(scope, purpose);
  }
}
