package io.waxseal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work that runs every second on the host's executor, started once and stopped for good. */
final class Background {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);
  private static final long PERIOD_SECONDS = 1;
  /** A run may handle many events; one that lasts longer is worth a look. */
  private static final Duration LONGEST_RUN = Duration.ofMinutes(10);

  private final Clock clock;
  private @Nullable ScheduledFuture<?> running;
  private boolean closed;
  private volatile @Nullable Instant lastEnd;
  private volatile @Nullable String failure;

  Background(Clock clock) {
    this.clock = clock;
  }

  synchronized void start(ScheduledExecutorService executor, Runnable work) {
    if (closed) {
      throw new IllegalStateException("close() was called before; make another WhatsApp");
    }
    if (running != null) {
      throw new IllegalStateException("start() was called before");
    }
    lastEnd = clock.instant();
    running = executor.scheduleWithFixedDelay(() -> run(work), 0, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  /** A run that fails is tried again; an exception would end it for good. */
  private void run(Runnable work) {
    try {
      work.run();
      failure = null;
    } catch (Exception | Error e) {
      failure = e.getClass().getName();
      LOG.error("background work failed with {} and goes on", failure);
    }
    lastEnd = clock.instant();
  }

  synchronized boolean started() {
    return running != null;
  }

  /** What is wrong with it, and what to do; nothing as long as it was not started. */
  Optional<String> trouble(Instant now) {
    String failed = failure;
    if (failed != null) {
      return Optional.of("the last run failed with " + failed + "; it is tried every second");
    }
    Instant ended = lastEnd;
    return ended != null && Duration.between(ended, now).compareTo(LONGEST_RUN) > 0
        ? Optional.of("no run has ended for " + LONGEST_RUN.toMinutes()
            + " minutes; see whether a handler hangs or the executor was shut down")
        : Optional.empty();
  }

  synchronized void close() {
    closed = true;
    if (running != null) {
      running.cancel(false);
    }
  }
}
