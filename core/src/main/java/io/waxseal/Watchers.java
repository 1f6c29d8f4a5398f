package io.waxseal;

import io.waxseal.guard.Guard;
import io.waxseal.guard.Signal;
import io.waxseal.guard.Watcher;
import io.waxseal.internal.log.Thrown;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watchers of all guards as one. A watcher that throws keeps the others from nothing. */
record Watchers(List<Guard> guards) implements Watcher {
  private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);

  @Override
  public void told(Signal signal) {
    guards.stream()
        .flatMap(guard -> guard.watchers().stream())
        .forEach(watcher -> tell(watcher, signal));
  }

  private static void tell(Watcher watcher, Signal signal) {
    try {
      watcher.told(signal);
    } catch (RuntimeException e) {
      LOG.warn("a watcher failed at {}: {}", signal.name(), Thrown.withFrames(e));
    }
  }
}
