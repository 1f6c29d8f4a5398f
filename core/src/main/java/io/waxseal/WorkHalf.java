package io.waxseal;

import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.send.SendGate;
import io.waxseal.store.Listening;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.InboundFilter;
import io.waxseal.webhook.Inbox;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.StatusReceived;
import io.waxseal.webhook.WebhookElement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens after the 200: claim an event, in one transaction open, filter, archive and settle, then let handlers and
 * reactions run with no transaction open, then complete. A crash anywhere means a second claim; all that is written is
 * keyed by the event, so a second run changes nothing.
 */
final class WorkHalf {
  private static final Logger LOG = LoggerFactory.getLogger(WorkHalf.class);
  /** A bound, so that work under steady inflow ends and what follows it gets its turn. */
  private static final int MOST_EVENTS = 2_048;

  private static final int MOST_ATTEMPTS = 10;
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration FIRST_DELAY = Duration.ofSeconds(2);

  private final Wiring wiring;
  private final Inbox inbox;
  private final SendGate gate;
  private final List<InboundFilter> filters;
  private final List<Reaction> reactions;

  WorkHalf(
      Wiring wiring,
      Inbox inbox,
      SendGate gate,
      List<InboundFilter> filters,
      List<Reaction> reactions) {
    this.wiring = wiring;
    this.inbox = inbox;
    this.gate = gate;
    this.filters = List.copyOf(filters);
    this.reactions = List.copyOf(reactions);
  }

  /** Hears that some node has kept an event. */
  Optional<Listening> listen() {
    return inbox.listen();
  }

  /** Works until nothing is due, a bound is reached or it is told to end; returns how many events were completed. */
  int run(WhatsApp whatsapp, BooleanSupplier ending) {
    int completed = 0;
    for (int i = 0; i < MOST_EVENTS && !ending.getAsBoolean(); i++) {
      // one at a time: a slow handler must not use up the lease of the next event
      List<Inbox.Claim> claims = inbox.claim(1, LEASE);
      if (claims.isEmpty()) {
        break;
      }
      completed += run(claims.get(0), whatsapp) ? 1 : 0;
    }
    return completed;
  }

  private boolean run(Inbox.Claim claim, WhatsApp whatsapp) {
    try {
      Opened opened =
          wiring.vault().open(claim.owner(), AnswerHalf.context(claim.id()), claim.sealed());
      if (opened instanceof Opened.Unavailable) {
        LOG.warn("event {} waits until its key can be had", claim.id());
        inbox.postpone(claim, FIRST_DELAY);
        return false;
      }
      // of an erased person nothing is left to handle
      if (opened instanceof Opened.Plain plain) {
        Received event = wiring.database().inTransaction(tx -> prepare(tx, claim, plain));
        for (Reaction reaction : reactions) {
          reaction.after(event, whatsapp);
        }
      }
      return wiring.database().inTransaction(tx -> inbox.complete(tx, claim));
    } catch (Exception | Error e) {
      // whatever a host's handler throws, checked or not, must not keep the other events from being
      // handled
      setAside(claim, e.getClass().getName());
      return false;
    }
  }

  private Received prepare(Transaction transaction, Inbox.Claim claim, Opened.Plain plain) {
    Received event = Received.of(claim.id(), current(claim.owner()), WebhookElement.restore(plain));
    for (InboundFilter filter : filters) {
      event = filter.filter(event, transaction);
    }
    archive(transaction, event);
    if (event.event() instanceof StatusReceived status && !status.ofPayment()) {
      gate.settle(
          transaction,
          event.tenant(),
          status.id(),
          status.callbackData(),
          status.status().value());
    }
    return event;
  }

  /** Who the owner has become while the event was waiting. */
  private Person current(Person owner) {
    return owner.isUnnamed()
        ? owner
        : wiring.people().identities(owner).iterator().next();
  }

  /** What names nobody is not archived: no erasure could find it. */
  private void archive(Transaction transaction, Received event) {
    if (event.person().isPresent()) {
      wiring
          .vault()
          .archive()
          .add(
              transaction,
              event.owner(),
              event.id(),
              event.occurredAt(),
              event.raw().toBytes());
    }
  }

  /** Later and later, at last no more: one poisonous event must not keep the others from being handled. */
  private void setAside(Inbox.Claim claim, String why) {
    if (claim.attempt() >= MOST_ATTEMPTS) {
      LOG.error("event {} was set aside after {} attempts: {}", claim.id(), claim.attempt(), why);
      inbox.park(claim, why);
    } else {
      LOG.warn("event {} failed with {} and is tried again", claim.id(), why);
      inbox.release(claim, FIRST_DELAY.multipliedBy(1L << (claim.attempt() - 1)));
    }
  }
}
