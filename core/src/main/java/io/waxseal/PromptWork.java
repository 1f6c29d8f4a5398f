package io.waxseal;

import io.waxseal.store.Listening;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Does all that is due once a period, and handles events at once when some node says that it has kept one. The period is
 * the backstop: whatever is not heard is found by it. One thread at a time runs it.
 */
final class PromptWork implements Runnable {
  static final Duration PERIOD = Duration.ofSeconds(1);

  private final Clock clock;
  private final Listening listening;
  private final Runnable all;
  private final Runnable events;
  private Instant done = Instant.MIN;

  /**
   * Neither of the two throws.
   *
   * @param all what is done every period
   * @param events what is done when something was heard
   */
  PromptWork(Clock clock, Listening listening, Runnable all, Runnable events) {
    this.clock = clock;
    this.listening = listening;
    this.all = all;
    this.events = events;
  }

  @Override
  public void run() {
    if (due(clock.instant())) {
      listening.renew();
      listening.heard();
      all.run();
      done = clock.instant();
    } else if (listening.heard()) {
      events.run();
    }
  }

  /** A clock that was set back must not stop the work until it is where it was. */
  private boolean due(Instant now) {
    return now.isBefore(done) || !now.isBefore(done.plus(PERIOD));
  }
}
