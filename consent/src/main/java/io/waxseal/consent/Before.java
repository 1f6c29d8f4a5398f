package io.waxseal.consent;

import io.waxseal.guard.Wiring;
import io.waxseal.internal.sql.Sql;
import io.waxseal.message.Category;
import io.waxseal.message.Purpose;
import io.waxseal.person.Person;
import io.waxseal.store.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The last message of the business before a customer said something. */
final class Before {
  private static final Duration RECENT = Duration.ofDays(3);

  private final Wiring wiring;

  Before(Wiring wiring) {
    this.wiring = wiring;
  }

  /** Whether the last message that may have reached somebody within 72 hours was marketing. */
  boolean marketing(Transaction transaction, Set<Person> identities, Instant said) {
    Instant latest = Instant.MIN;
    boolean marketing = false;
    for (Person person : identities) {
      Optional<Sent> sent = last(transaction, person, said);
      if (sent.isPresent() && sent.get().at().isAfter(latest)) {
        latest = sent.get().at();
        marketing = isMarketing(sent.get().purpose());
      }
    }
    return marketing;
  }

  private record Sent(String purpose, Instant at) {}

  /** Whether a message of a purpose may have reached somebody since a time. */
  boolean sent(Transaction transaction, Set<Person> identities, String purpose, Instant since)
      throws SQLException {
    for (Person person : identities) {
      if (Sql.count(
              transaction,
              "SELECT COUNT(*) FROM wx_journal WHERE tenant = ? AND person = ? AND purpose = ? AND created_at > ?"
                  + " AND state NOT IN ('REFUSED', 'FAILED')",
              person.tenant().id(),
              person.id(),
              purpose,
              since)
          > 0) {
        return true;
      }
    }
    return false;
  }

  private Optional<Sent> last(Transaction transaction, Person person, Instant said) {
    return wiring
        .database()
        .inTransaction(
            transaction,
            tx -> Sql.first(
                tx,
                row -> new Sent(row.getString("purpose"), Sql.time(row, "created_at")),
                "SELECT purpose, created_at FROM wx_journal WHERE tenant = ? AND person = ? AND created_at > ?"
                    + " AND created_at <= ? AND state NOT IN ('INTENDED', 'REFUSED', 'FAILED')"
                    + " ORDER BY created_at DESC LIMIT 1",
                person.tenant().id(),
                person.id(),
                said.minus(RECENT),
                // Meta's clock counts whole seconds
                said.plusSeconds(1)));
  }

  private boolean isMarketing(String purpose) {
    return wiring
        .purposes()
        .find(purpose)
        .flatMap(Purpose::category)
        .filter(Category.MARKETING::equals)
        .isPresent();
  }
}
