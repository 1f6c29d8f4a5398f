package io.waxseal.proof;

import io.waxseal.proof.StopWatch.Stopped;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Sorts pairs by when the first byte of the message came. Thread-safe. */
final class RaceCount {
  /** What a stop waits for messages on their way; it says in the trail when that was not enough. */
  private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(2);

  private int pairs;
  private int late;
  private int overlap;
  private int before;
  private int none;
  private int waited;
  private int gaveUp;
  private int failed;

  synchronized void add(Optional<Long> firstByte, Stopped stopped) {
    pairs++;
    waited += stopped.waited() ? 1 : 0;
    if (firstByte.isEmpty()) {
      none++;
    } else if (firstByte.get() - stopped.called() < 0) {
      before++;
    } else if (firstByte.get() - stopped.acknowledged() <= 0) {
      overlap++;
    } else if (stopped.acknowledged() - stopped.called() >= LONGEST_WAIT) {
      gaveUp++;
    } else {
      late++;
    }
  }

  /** A stop that was not acknowledged promises nothing, and shows nothing. */
  synchronized void addFailed() {
    pairs++;
    failed++;
  }

  synchronized int pairs() {
    return pairs;
  }

  synchronized int late() {
    return late;
  }

  synchronized int sent() {
    return before + overlap + late + gaveUp;
  }

  synchronized int none() {
    return none;
  }

  synchronized int waited() {
    return waited;
  }

  synchronized int failed() {
    return failed;
  }

  @Override
  public synchronized String toString() {
    return "pairs=" + pairs + " late=" + late + " overlap=" + overlap + " waited=" + waited
        + " before=" + before + " none=" + none + " gave-up=" + gaveUp + " failed=" + failed;
  }
}
