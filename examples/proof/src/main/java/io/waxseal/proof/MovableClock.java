package io.waxseal.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** The system's time and more: an heir need not wait until the leases of the dead are over. */
final class MovableClock extends Clock {
  private final AtomicLong aheadMillis = new AtomicLong();

  void advance(Duration by) {
    aheadMillis.addAndGet(by.toMillis());
  }

  long aheadMillis() {
    return aheadMillis.get();
  }

  @Override
  public Instant instant() {
    return Instant.now().plusMillis(aheadMillis.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
