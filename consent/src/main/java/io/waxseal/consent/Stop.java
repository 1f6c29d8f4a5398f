package io.waxseal.consent;

import io.waxseal.message.Purpose;
import java.time.Instant;

/**
 * A stop in force.
 *
 * @param scope the purpose it stops, a parent of it, {@code marketing} for all of category MARKETING, or {@code *} for
 *     everything
 * @param cause where it came from
 * @param since when the person said it
 */
public record Stop(String scope, Cause cause, Instant since) {
  /**
   * Whether it forbids a purpose, by its name or its category.
   *
   * @param purpose the purpose
   * @return whether it does
   */
  public boolean forbids(Purpose purpose) {
    return Scopes.covers(scope, purpose);
  }

  /**
   * Whether it forbids a purpose by its name alone; {@link #forbids(Purpose)} sees the category too.
   *
   * @param purpose the name of the purpose
   * @return whether it does
   */
  public boolean forbids(String purpose) {
    return Scopes.covers(scope, purpose);
  }
}
