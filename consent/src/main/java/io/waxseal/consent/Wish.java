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
  private final Parts parts;

  Wish(Parts parts) {
    this.parts = parts;
  }

  void record(
      Transaction transaction,
      ConsentEntry entry,
      Set<ContactPoint> points,
      Evidence evidence,
      By by) {
    parts.inFlight().lock(entry.person().tenant(), points);
    boolean seen = parts.ledger().history(transaction, entry.person()).stream()
        .anyMatch(known -> known.id().equals(entry.id()));
    if (!seen) {
      write(transaction, entry, points, evidence, by);
    }
    if (entry.kind() == ConsentEntry.Kind.STOPPED) {
      transaction.afterCommit(() -> awaitInFlight(entry, points, by));
    }
  }

  private void write(
      Transaction transaction,
      ConsentEntry entry,
      Set<ContactPoint> points,
      Evidence evidence,
      By by) {
    byte[] hash = parts.ledger().append(transaction, entry, points, evidence);
    parts
        .wiring()
        .trail()
        .record(
            transaction,
            AuditEntry.of(
                    "consent." + entry.kind().name().toLowerCase(Locale.ROOT),
                    entry.person().tenant(),
                    by)
                .about(entry.person())
                .evidence(hash)
                .with("event", entry.id().toString())
                .with("scope", entry.scope())
                .with("cause", entry.cause().name()));
  }

  /** Until this returns the stop is durable but not acknowledged. */
  private void awaitInFlight(ConsentEntry stop, Set<ContactPoint> points, By by) {
    Person person = stop.person();
    long left = parts.inFlight().awaitNone(person.tenant(), points, stop.scope());
    if (left > 0) {
      parts.wiring().database().inTransaction(tx -> {
        parts
            .wiring()
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
