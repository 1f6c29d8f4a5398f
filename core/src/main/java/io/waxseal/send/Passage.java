package io.waxseal.send;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One transmission's way past the fence. Entered once, when the connection is open and nothing has been written; what
 * came of it tells afterwards whether a byte can have left. Used by the thread of one call.
 */
final class Passage {
  private final Supplier<Optional<Refused>> fence;
  private State state = State.CLOSED;
  private Optional<Refused> refusal = Optional.empty();

  Passage(Supplier<Optional<Refused>> fence) {
    this.fence = fence;
  }

  /** Asks the fence; returns only if the first byte may leave. */
  void enter() throws IOException {
    if (state != State.CLOSED) {
      throw new IOException("a transmission passes the fence once");
    }
    state = State.REFUSED;
    refusal = fence.get();
    if (refusal.isPresent()) {
      throw new IOException("the fence refused");
    }
    state = State.OPEN;
  }

  /** Whether the first byte may have left. */
  boolean open() {
    return state == State.OPEN;
  }

  Optional<Refused> refusal() {
    return refusal;
  }

  private enum State {
    CLOSED,
    REFUSED,
    OPEN
  }
}
