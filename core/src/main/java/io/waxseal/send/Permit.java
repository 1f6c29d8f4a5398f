package io.waxseal.send;

import io.waxseal.internal.crypto.Digests;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to transmit one body once, soon. It burns when it is shown, whatever comes of it, so nothing that repeats a
 * request behind the gate's back finds it again.
 */
final class Permit {
  static final Duration LIFE = Duration.ofSeconds(5);

  private final byte[] bodyHash;
  private final Instant expiresAt;
  private final AtomicBoolean burnt = new AtomicBoolean();

  private Permit(byte[] bodyHash, Instant expiresAt) {
    this.bodyHash = bodyHash;
    this.expiresAt = expiresAt;
  }

  static Permit forBody(byte[] body, Instant now) {
    return new Permit(Digests.sha256(body), now.plus(LIFE));
  }

  /** Shows the permit for a body. */
  State burn(byte[] body, Instant now) {
    if (!burnt.compareAndSet(false, true)) {
      return State.USED;
    }
    if (now.isAfter(expiresAt)) {
      return State.EXPIRED;
    }
    return Digests.equal(bodyHash, Digests.sha256(body)) ? State.GOOD : State.FOREIGN;
  }

  enum State {
    GOOD,
    USED,
    EXPIRED,
    FOREIGN
  }
}
