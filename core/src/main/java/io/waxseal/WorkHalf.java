package io.waxseal;

import io.waxseal.account.By;
import io.waxseal.account.WaxsealException;
import io.waxseal.audit.AuditEntry;
import io.waxseal.guard.AfterEvent;
import io.waxseal.guard.Sender;
import io.waxseal.guard.Wiring;
import io.waxseal.internal.log.Thrown;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens after the 200: claim an event, in one transaction open, filter, archive and settle, then let handlers and
 * what guards do run with no transaction open, then complete. A crash anywhere means a second claim; all that is written is
 * keyed by the event, so a second run changes nothing.
 */
final class WorkHalf {
  private static final Logger LOG = LoggerFactory.getLogger(WorkHalf.class);
  /** A bound, so that work under steady inflow ends and what follows it gets its turn. */
  private static final int MOST_EVENTS = 2_048;

  private static final Duration LONGEST_RUN = Duration.ofSeconds(10);
  /** With these delays the last attempt is more than a day after the first. */
  private static final int MOST_ATTEMPTS = 40;

  private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
  private static final Duration LONGEST_DELAY = Duration.ofHours(1);
  private static final int DOUBLINGS = 11;
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final By SELF = By.system("waxseal.work");

  private final Wiring wiring;
  private final Inbox inbox;
  private final SendGate gate;
  private final List<InboundFilter> filters;
  private final List<AfterEvent> afterEvents;

  WorkHalf(
      Wiring wiring,
      Inbox inbox,
      SendGate gate,
      List<InboundFilter> filters,
      List<AfterEvent> afterEvents) {
    this.wiring = wiring;
    this.inbox = inbox;
    this.gate = gate;
    this.filters = List.copyOf(filters);
    this.afterEvents = List.copyOf(afterEvents);
  }

  /** Hears that some node has kept an event. */
  Optional<Listening> listen() {
    return inbox.listen();
  }

  /** Works until nothing is due, a bound is reached or it is told to end; returns how many events were completed. */
  int run(Sender sender, BooleanSupplier ending) {
    Instant end = wiring.clock().instant().plus(LONGEST_RUN);
    int completed = 0;
    for (int i = 0; i < MOST_EVENTS && !ending.getAsBoolean(); i++) {
      if (wiring.clock().instant().isAfter(end)) {
        break;
      }
      // one at a time: a slow handler must not use up the lease of the next event
      List<Inbox.Claim> claims = inbox.claim(1, LEASE);
      if (claims.isEmpty()) {
        break;
      }
      completed += run(claims.get(0), sender) ? 1 : 0;
    }
    return completed;
  }

  private boolean run(Inbox.Claim claim, Sender sender) {
    try {
      Optional<Received> event = prepare(claim);
      for (AfterEvent after : event.isPresent() ? afterEvents : List.<AfterEvent>of()) {
        after.after(event.get(), sender);
      }
      return wiring.database().inTransaction(tx -> inbox.complete(tx, claim));
    } catch (NotNow e) {
      LOG.warn("event {} waits: {}", claim.id(), e.getMessage());
      inbox.postpone(claim, FIRST_DELAY);
      return false;
    } catch (Exception | Error e) {
      // whatever a host's handler throws, checked or not, must not keep the other events from being
      // handled
      failed(claim, e);
      return false;
    }
  }

  /** The event as the filters leave it; empty if its person was erased, so that nothing is left to handle. */
  private Optional<Received> prepare(Inbox.Claim claim) throws NotNow {
    try {
      Opened opened =
          wiring.vault().open(claim.owner(), AnswerHalf.context(claim.id()), claim.sealed());
      if (opened instanceof Opened.Unavailable unavailable) {
        throw new NotNow(unavailable.why());
      }
      if (opened instanceof Opened.Plain plain) {
        return Optional.of(wiring.database().inTransaction(tx -> prepare(tx, claim, plain)));
      }
      LOG.warn("event {} was of a person who was erased before it was handled", claim.id());
      return Optional.empty();
    } catch (WaxsealException e) {
      // a key or the database that cannot be had is no fault of the event
      if (e.retryable()) {
        throw new NotNow(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  private Received prepare(Transaction transaction, Inbox.Claim claim, Opened.Plain plain) {
    Received event =
        Received.of(claim.id(), owner(transaction, claim), WebhookElement.restore(plain));
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

  /** Who the owner has become while the event was waiting; an erasure waits until this transaction has ended. */
  private Person owner(Transaction transaction, Inbox.Claim claim) {
    return claim.owner().isUnnamed()
        ? claim.owner()
        : wiring.people().reserve(transaction, claim.owner()).iterator().next();
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
  private void failed(Inbox.Claim claim, Throwable thrown) {
    String where = Thrown.withFrames(thrown);
    if (claim.attempt() < MOST_ATTEMPTS) {
      LOG.warn("event {} failed and is tried again: {}", claim.id(), where);
      inbox.release(claim, delay(claim.attempt()));
      return;
    }
    LOG.error("event {} was set aside after {} attempts: {}", claim.id(), claim.attempt(), where);
    String why = thrown.getClass().getName();
    wiring.database().useTransaction(tx -> {
      inbox.park(claim, why);
      wiring
          .trail()
          .record(
              tx,
              AuditEntry.of("event.parked", claim.owner().tenant(), SELF)
                  .with("event", claim.id().toString())
                  .with("why", why));
    });
  }

  private static Duration delay(int attempt) {
    Duration doubled = FIRST_DELAY.multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS));
    return doubled.compareTo(LONGEST_DELAY) < 0 ? doubled : LONGEST_DELAY;
  }

  /** Something that is needed cannot be had; the attempt does not count. */
  private static final class NotNow extends Exception {
    private static final long serialVersionUID = 1L;

    NotNow(String why) {
      super(why, null, false, false);
    }
  }
}
