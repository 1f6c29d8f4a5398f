package io.waxseal.send;

import io.waxseal.internal.log.Thrown;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries what the rules allowed to the wire, and sees to it that the outcome is written down. */
final class Transmitter {
  private static final Logger LOG = LoggerFactory.getLogger(Transmitter.class);

  private final TransmissionLog log;
  private final MessageTransport transport;
  private final AccountTroubles troubles;
  private final Clock clock;

  Transmitter(
      TransmissionLog log, MessageTransport transport, AccountTroubles troubles, Clock clock) {
    this.log = log;
    this.transport = transport;
    this.troubles = troubles;
    this.clock = clock;
  }

  /** Whatever it throws, it throws before the fences are asked. */
  SendResult transmit(RuleBook.Judgement judgement, UUID transmission) {
    Permit permit = Permit.issue(judgement, transmission, log, clock);
    SendResult result;
    try {
      result = transport.send(permit);
    } catch (Exception | Error e) {
      if (e instanceof InterruptedException) {
        // the client lets it through undeclared, while it waits for a connection
        Thread.currentThread().interrupt();
      }
      result = ended(permit, e);
      LOG.warn("a transmission ended with: {}", Thrown.named(e));
    }
    settle(permit, result);
    troubles.note(permit.account().phoneNumberId(), result);
    return result instanceof Accepted accepted
        ? new Accepted(accepted.receipt(), judgement.tips())
        : Answer.advised(result, judgement.request());
  }

  /** A secret source, the host's look-up of names: whatever threw, the permit knows whether a byte can have left. */
  private static SendResult ended(Permit permit, Throwable e) {
    if (permit.granted()) {
      return Answer.undetermined(permit.transmission());
    }
    if (e instanceof InterruptedException) {
      return Answer.noConnection();
    }
    return permit.refusal().orElseGet(() -> Outage.refusal(e));
  }

  /** A thread that was interrupted while it sent would get no connection from many a pool. */
  private void settle(Permit permit, SendResult result) {
    boolean interrupted = Thread.interrupted();
    try {
      log.settle(permit, result);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
