package io.waxseal.consent;

import io.waxseal.account.By;
import io.waxseal.audit.AuditEntry;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.store.Transaction;
import java.util.Locale;
import java.util.Set;

/**
 * Writes down what a person wished: ledger and audit trail in one transaction, and for a stop, after the commit, the
 * wait for messages that passed the fence before it.
 */
final class Wish {
  private final Desk desk;

  Wish(Desk desk) {
    this.desk = desk;
  }

  void record(
      Transaction transaction,
      ConsentEvent event,
      Set<ContactPoint> points,
      Evidence evidence,
      By by) {
    desk.inFlight().lock(event.person().tenant(), points);
    boolean known = desk.ledger().history(transaction, event.person()).stream()
        .anyMatch(entry -> entry.id().equals(event.id()));
    if (!known) {
      write(transaction, event, points, evidence, by);
    }
    if (event.kind() == ConsentEvent.Kind.STOPPED) {
      transaction.afterCommit(() -> awaitInFlight(event, points, by));
    }
  }

  private void write(
      Transaction transaction,
      ConsentEvent event,
      Set<ContactPoint> points,
      Evidence evidence,
      By by) {
    byte[] hash = desk.ledger().append(transaction, event, points, evidence);
    desk.wiring()
        .trail()
        .record(
            transaction,
            AuditEntry.of(
                    "consent." + event.kind().name().toLowerCase(Locale.ROOT),
                    event.person().tenant(),
                    by)
                .about(event.person())
                .evidence(hash)
                .with("event", event.id().toString())
                .with("scope", event.scope())
                .with("cause", event.cause().name()));
  }

  /** Until this returns the stop is durable but not acknowledged. */
  private void awaitInFlight(ConsentEvent stop, Set<ContactPoint> points, By by) {
    Person person = stop.person();
    long left = desk.inFlight().awaitNone(person.tenant(), points, stop.scope());
    if (left > 0) {
      desk.wiring().database().inTransaction(tx -> {
        desk.wiring()
            .trail()
            .record(
                tx,
                AuditEntry.of("consent.overlapped", person.tenant(), by)
                    .about(person)
                    .with("messages", Long.toString(left)));
        return Boolean.TRUE;
      });
    }
  }
}
