package io.waxseal.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the limits and the prices of one business number. */
final class Meter {
  private static final long NANOS = 1_000_000_000L;

  private final Clock clock;
  private final Map<String, Debt> pairs = new HashMap<>();
  private final Pricing pricing;
  private Limits limits;
  private long tokens;
  private @Nullable Instant filledAt;

  Meter(Clock clock, Limits limits, Templates templates) {
    this.clock = clock;
    this.limits = limits;
    this.pricing = new Pricing(templates);
  }

  Pricing pricing() {
    return pricing;
  }

  synchronized void limits(Limits changed) {
    limits = changed;
    filledAt = null;
    pairs.clear();
  }

  /** Counts a message to a customer; if there is no room for it, says which limit it hit and counts nothing. */
  synchronized Optional<GraphError> take(String customer) {
    Instant now = clock.instant();
    if (!limits.pairSpan().isZero() && !pairHasRoom(now, customer)) {
      return Optional.of(KnownErrors.get(131056));
    }
    if (limits.throughput() > 0 && !throughputHasRoom(now)) {
      return Optional.of(KnownErrors.get(130429));
    }
    if (!limits.pairSpan().isZero()) {
      Debt before = pairs.get(customer);
      pairs.put(
          customer,
          before == null || before.paid(now)
              ? new Debt(now, 1, now.plus(limits.pairSpan()))
              : new Debt(
                  before.start(), before.messages() + 1, before.free().plus(limits.pairSpan())));
    }
    return Optional.empty();
  }

  private boolean pairHasRoom(Instant now, String customer) {
    Debt debt = pairs.get(customer);
    return debt == null
        || debt.paid(now)
        || (now.isBefore(debt.start().plus(limits.pairSpan()))
            && debt.messages() < limits.pairBurst());
  }

  /** A token bucket counted in messages times nanoseconds, so that nothing is rounded away. */
  private boolean throughputHasRoom(Instant now) {
    long full = limits.throughput() * NANOS;
    if (filledAt == null) {
      tokens = full;
    } else {
      long passed = Math.max(0, Math.min(NANOS, nanosUpToASecond(Duration.between(filledAt, now))));
      tokens = Math.min(full, tokens + passed * limits.throughput());
    }
    filledAt = now;
    if (tokens < NANOS) {
      return false;
    }
    tokens -= NANOS;
    return true;
  }

  private static long nanosUpToASecond(Duration passed) {
    return passed.toSeconds() >= 1 ? NANOS : passed.toNanos();
  }

  /** What was borrowed: messages since the start of the burst, and when the pair is free again. */
  private record Debt(Instant start, int messages, Instant free) {
    boolean paid(Instant now) {
      return !now.isBefore(free);
    }
  }
}
