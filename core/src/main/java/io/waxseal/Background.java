package io.waxseal;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The work that runs every second on the host's executor, started once and stopped for good. */
final class Background {
  private static final long PERIOD_SECONDS = 1;

  private @Nullable ScheduledFuture<?> running;
  private boolean closed;

  synchronized void start(ScheduledExecutorService executor, Runnable work) {
    if (closed) {
      throw new IllegalStateException("close() was called before; make another WhatsApp");
    }
    if (running != null) {
      throw new IllegalStateException("start() was called before");
    }
    running = executor.scheduleWithFixedDelay(work, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  synchronized void close() {
    closed = true;
    if (running != null) {
      running.cancel(false);
    }
  }
}
