package io.waxseal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Counts webhooks that no app secret had signed since the last that one had. Anybody can send such, so a few say little;
 * if nothing else arrives, a secret is probably wrong. Thread-safe.
 */
final class Unsigned {
  private static final Duration LATELY = Duration.ofHours(1);

  private long count;
  private @Nullable Instant last;

  synchronized void refused(Instant at) {
    count++;
    last = at;
  }

  synchronized void signed() {
    count = 0;
    last = null;
  }

  /** How many, if the last of them came within the last hour; else 0. */
  synchronized long lately(Instant now) {
    return last == null || last.isBefore(now.minus(LATELY)) ? 0 : count;
  }
}
