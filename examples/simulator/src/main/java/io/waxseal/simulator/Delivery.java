package io.waxseal.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A webhook on its way to the callback: each attempt and what was answered. Thread-safe; it goes on while the simulator
 * delivers again. {@code toString} names only the state and the number of attempts.
 */
public final class Delivery {
  /** What has become of a delivery. */
  public enum State {
    /** Its time has not come, or the callback did not answer 200 and will be asked again. */
    WAITING,
    /** The callback has answered 200. */
    ACKNOWLEDGED,
    /** The callback did not answer 200 and will not be asked again. */
    GIVEN_UP,
    /** It was lost on purpose, by {@link Turbulence#dropping}; nobody was asked. */
    DROPPED
  }

  /**
   * One attempt.
   *
   * @param at when, on the simulator's clock
   * @param status the HTTP status answered, or empty when there was no answer
   */
  public record Attempt(Instant at, OptionalInt status) {}

  private final SignedWebhook webhook;
  private final List<Attempt> attempts = new ArrayList<>();
  private State state = State.WAITING;

  Delivery(SignedWebhook webhook) {
    this.webhook = webhook;
  }

  /** {@return what is delivered} */
  public SignedWebhook webhook() {
    return webhook;
  }

  /** {@return the attempts so far, oldest first; a copy} */
  public synchronized List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  /** {@return what has become of it} */
  public synchronized State state() {
    return state;
  }

  synchronized void attempted(Instant at, OptionalInt status) {
    attempts.add(new Attempt(at, status));
    if (status.orElse(0) == 200) {
      state = State.ACKNOWLEDGED;
    }
  }

  synchronized void end(State last) {
    state = last;
  }

  @Override
  public synchronized String toString() {
    return "Delivery[" + state + ", " + attempts.size() + " attempts]";
  }
}
