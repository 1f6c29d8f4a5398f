package io.waxseal;

import io.waxseal.internal.log.Thrown;
import io.waxseal.store.Listening;
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

/** The work that runs on the host's executor, started once and stopped for good. */
final class Background {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);
  private static final long LOOK_MILLIS = 50;
  /** A run may handle many events; one that lasts longer is worth a look. */
  private static final Duration LONGEST_RUN = Duration.ofMinutes(10);

  private final Clock clock;
  private @Nullable ScheduledFuture<?> running;
  private Optional<Listening> ears = Optional.empty();
  private boolean closed;
  private volatile @Nullable Instant lastEnd;
  private volatile @Nullable String failure;

  Background(Clock clock) {
    this.clock = clock;
  }

  /**
   * Repeats the work.
   *
   * @param all what is done every second
   * @param events what is done as soon as some node says that there is something to do
   * @param listening hears that, if anything can
   */
  synchronized void start(
      ScheduledExecutorService executor,
      Runnable all,
      Runnable events,
      Optional<Listening> listening) {
    if (closed) {
      throw new IllegalStateException("close() was called before; make another WhatsApp");
    }
    if (running != null) {
      throw new IllegalStateException("start() was called before");
    }
    lastEnd = clock.instant();
    ears = listening;
    long delay = listening.isPresent() ? LOOK_MILLIS : PromptWork.PERIOD.toMillis();
    // after a failure it is all that has to succeed, before the failure counts as over
    Runnable work = listening
        .<Runnable>map(heard ->
            new PromptWork(clock, heard, () -> run(all), () -> run(failure == null ? events : all)))
        .orElse(() -> run(all));
    running = executor.scheduleWithFixedDelay(work, 0, delay, TimeUnit.MILLISECONDS);
  }

  /** A run that fails is tried again; an exception would end it for good. */
  private void run(Runnable work) {
    try {
      work.run();
      failure = null;
    } catch (Exception | Error e) {
      failure = e.getClass().getName();
      LOG.error("background work failed and goes on: {}", Thrown.withFrames(e));
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
    ears.ifPresent(Listening::close);
  }
}
