package io.waxseal.proof;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Stops at an instant, and says when it was called, when it was acknowledged and how often it looked for marks. */
final class StopWatch implements Pool.Watcher {
  private static final String LOOK = "FROM wx_consent_mark WHERE granted_at >=";
  private static final long SPIN_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  private final ThreadLocal<Integer> looks = ThreadLocal.withInitial(() -> 0);

  /**
   * What became of a stop.
   *
   * @param called when it was called, by {@link System#nanoTime}
   * @param acknowledged when it had returned
   * @param looks how often it asked the database for marks; once if there were none
   */
  record Stopped(long called, long acknowledged, int looks) {
    boolean waited() {
      return looks > 1;
    }
  }

  @Override
  public void before(String sql) {
    if (sql.contains(LOOK)) {
      looks.set(looks.get() + 1);
    }
  }

  Stopped stop(Shop shop, String number, long at) {
    awaitInstant(at);
    looks.set(0);
    long called = System.nanoTime();
    shop.stop(number);
    return new Stopped(called, System.nanoTime(), looks.get());
  }

  static void awaitInstant(long at) {
    for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
      if (left > SPIN_NANOS) {
        LockSupport.parkNanos(left - SPIN_NANOS);
      } else {
        Thread.onSpinWait();
      }
    }
  }
}
