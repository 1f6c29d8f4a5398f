package io.waxseal.send;

import io.waxseal.account.Account;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The right to transmit one message once, soon: all that the transport takes, and all that decides at the wire. It is
 * issued only for what every rule allowed and the journal knows of, and holds the very bytes that travel. It burns when
 * the fences are asked, whatever they say, so what repeats a request behind the gate's back finds none.
 */
final class Permit {
  static final Duration LIFE = Duration.ofSeconds(5);

  private static final Refused EXPIRED = Refused.because(
      Reason.PERMIT_EXPIRED,
      Guidance.of(
          "The message was not sent because connecting took too long. Try again.",
          "A permit lives " + LIFE.toSeconds() + " seconds."));

  private final RuleBook.Judgement judgement;
  private final UUID transmission;
  private final byte[] body;
  private final Person person;
  private final TransmissionLog log;
  private final Clock clock;
  private final Instant expiresAt;
  private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
  private volatile Optional<Refused> refusal = Optional.empty();
  private volatile Optional<ContactPoint> spelling = Optional.empty();

  private Permit(
      RuleBook.Judgement judgement, UUID transmission, TransmissionLog log, Clock clock) {
    this.judgement = judgement;
    this.transmission = transmission;
    this.log = log;
    this.clock = clock;
    expiresAt = clock.instant().plus(LIFE);
    body = WireBody.of(judgement.request(), transmission);
    person = log.intend(judgement.request(), transmission);
  }

  /** Serialises what the rules allowed, once, and writes the intent into the journal. */
  static Permit issue(
      RuleBook.Judgement judgement, UUID transmission, TransmissionLog log, Clock clock) {
    if (judgement.refusal().isPresent()) {
      throw new IllegalStateException("a refused message gets no permit");
    }
    return new Permit(judgement, transmission, log, clock);
  }

  /** Asks the fences; returns only if the first byte may leave. */
  void burn() throws IOException {
    if (!state.compareAndSet(State.NEW, State.BURNT)) {
      throw new IOException("a permit is good once");
    }
    if (Thread.currentThread().isInterrupted()) {
      // the client would give up at its first write, and nobody could tell whether it had begun
      throw new InterruptedIOException("interrupted before the fence");
    }
    refusal = clock.instant().isAfter(expiresAt) ? Optional.of(EXPIRED) : log.depart(this);
    if (refusal.isPresent()) {
      throw new IOException("the fence refused");
    }
    state.set(State.GRANTED);
  }

  /** Whether the fences granted, so that the first byte may have left. */
  boolean granted() {
    return state.get() == State.GRANTED;
  }

  /** What was said at the wire, if it was no. */
  Optional<Refused> refusal() {
    return refusal;
  }

  /** The point that the message travels to, whose number it is that Meta spells; not for a group. */
  ContactPoint address() {
    return judgement.request().address();
  }

  /** Keeps how Meta spelled the number that was sent to. */
  void spelled(Optional<ContactPoint> accepted) {
    boolean toGroup = judgement.request().group().isPresent();
    spelling = accepted.filter(
        point -> !toGroup && address() instanceof ContactPoint.Phone && !point.equals(address()));
  }

  /** How Meta spelled the number, if otherwise than it was sent. */
  Optional<ContactPoint> spelling() {
    return spelling;
  }

  RuleBook.Judgement judgement() {
    return judgement;
  }

  Account account() {
    return judgement.request().account();
  }

  UUID transmission() {
    return transmission;
  }

  Person person() {
    return person;
  }

  byte[] body() {
    return body;
  }

  private enum State {
    NEW,
    BURNT,
    GRANTED
  }
}
