package io.waxseal.consent;

import io.waxseal.account.By;
import io.waxseal.audit.AuditEntry;
import io.waxseal.guard.Wiring;
import io.waxseal.internal.crypto.Digests;
import io.waxseal.internal.sql.Ddl;
import io.waxseal.internal.sql.Sql;
import io.waxseal.message.Purpose;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Requests for one-time codes. A request is good for ten minutes; its evidence is sealed like that of a grant. */
final class CodeRequests {
  static final Duration GOOD = Duration.ofMinutes(10);
  static final String TABLE = "wx_consent_request";
  private static final String STORE = "consent-request";

  private final Wiring wiring;

  CodeRequests(Wiring wiring) {
    this.wiring = wiring;
  }

  static void requireTables(Database database) {
    database.require(STORE, Ddl.of(database, CodeRequests.class, STORE));
  }

  void record(Transaction transaction, Person person, String purpose, Evidence evidence, By by)
      throws SQLException {
    UUID id = UUID.randomUUID();
    Context context = Context.of(RecordKind.CONSENT_EVIDENCE, TABLE, id, "evidence");
    byte[] sealed = wiring.vault().seal(person, context, evidence.toBytes());
    Sql.update(
        transaction,
        "INSERT INTO wx_consent_request (id, tenant, person, purpose, requested_at, evidence) VALUES (?, ?, ?, ?, ?, ?)",
        id,
        person.tenant().id(),
        person.id(),
        purpose,
        wiring.clock().instant(),
        sealed);
    wiring
        .trail()
        .record(
            transaction,
            AuditEntry.of("consent.requested", person.tenant(), by)
                .about(person)
                .evidence(Digests.sha256(sealed))
                .with("purpose", purpose));
  }

  boolean fresh(Set<Person> identities, Purpose purpose, Instant now) {
    return wiring.database().inTransaction(tx -> {
      for (Person person : identities) {
        if (Sql.count(
                tx,
                "SELECT COUNT(*) FROM wx_consent_request WHERE tenant = ? AND person = ? AND purpose = ?"
                    + " AND requested_at >= ?",
                person.tenant().id(),
                person.id(),
                purpose.name(),
                now.minus(GOOD))
            > 0) {
          return true;
        }
      }
      return false;
    });
  }

  void forget(Person person) {
    wiring
        .database()
        .inTransaction(tx -> Sql.update(
            tx,
            "DELETE FROM wx_consent_request WHERE tenant = ? AND person = ?",
            person.tenant().id(),
            person.id()));
  }
}
