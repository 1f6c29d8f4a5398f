package io.waxseal.consent;

import io.waxseal.account.Account;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The customer service window of each person and number: 24 hours from the customer's last signed message, less a minute
 * for clocks that differ. Source: Meta, Cloud API, customer service windows.
 */
final class ServiceWindow {
  static final Duration OPEN = Duration.ofHours(24).minusSeconds(60);

  private final Database database;

  ServiceWindow(Database database) {
    this.database = database;
  }

  void inbound(PhoneNumberId account, Person person, Instant at) {
    database.inTransaction(tx -> Sql.update(
        tx,
        "INSERT INTO wx_consent_window (tenant, account, person, inbound_at) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (tenant, account, person) DO UPDATE SET inbound_at = excluded.inbound_at"
            + " WHERE wx_consent_window.inbound_at < excluded.inbound_at",
        person.tenant().id(),
        account.value(),
        person.id(),
        at));
  }

  boolean open(Account account, Set<Person> identities, Instant now) {
    return lastInbound(account, identities)
        .filter(at -> at.isAfter(now.minus(OPEN)))
        .isPresent();
  }

  /** When the person last wrote to the number or called it; empty if never. */
  Optional<Instant> lastInbound(Account account, Set<Person> identities) {
    return database.inTransaction(tx -> {
      Optional<Instant> last = Optional.empty();
      for (Person person : identities) {
        Optional<Instant> at = Sql.first(
            tx,
            row -> Sql.time(row, "inbound_at"),
            "SELECT inbound_at FROM wx_consent_window WHERE tenant = ? AND account = ? AND person = ?",
            person.tenant().id(),
            account.phoneNumberId().value(),
            person.id());
        if (at.isPresent() && at.get().isAfter(last.orElse(Instant.MIN))) {
          last = at;
        }
      }
      return last;
    });
  }

  void forget(Person person) {
    database.inTransaction(tx -> Sql.update(
        tx,
        "DELETE FROM wx_consent_window WHERE tenant = ? AND person = ?",
        person.tenant().id(),
        person.id()));
  }
}
