package io.waxseal.consent;

import io.waxseal.internal.sql.Sql;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import java.util.Set;
import java.util.UUID;

/** One slot a stop for its one confirmation; the fence consumes it, so no crash or repetition sends a second. */
final class Confirmations {
  private static final String UNUSED = " WHERE tenant = ? AND person = ? AND transmission IS NULL";

  private final Database database;

  Confirmations(Database database) {
    this.database = database;
  }

  void owe(UUID event, Person person) {
    database.inTransaction(tx -> Sql.update(
        tx,
        "INSERT INTO wx_consent_confirmation (event, tenant, person) VALUES (?, ?, ?) ON CONFLICT (event) DO NOTHING",
        event,
        person.tenant().id(),
        person.id()));
  }

  boolean owed(UUID event) {
    return database.inTransaction(tx -> Sql.count(
            tx,
            "SELECT COUNT(*) FROM wx_consent_confirmation WHERE event = ? AND transmission IS NULL",
            event)
        > 0);
  }

  boolean owedTo(Set<Person> identities) {
    return database.inTransaction(tx -> {
      for (Person person : identities) {
        if (Sql.count(
                tx,
                "SELECT COUNT(*) FROM wx_consent_confirmation" + UNUSED,
                person.tenant().id(),
                person.id())
            > 0) {
          return true;
        }
      }
      return false;
    });
  }

  /** Uses up all slots of the person, so that several stops before the first confirmation are confirmed once. */
  boolean consume(Set<Person> identities, UUID transmission) {
    return database.inTransaction(tx -> {
      int consumed = 0;
      for (Person person : identities) {
        consumed += Sql.update(
            tx,
            "UPDATE wx_consent_confirmation SET transmission = ?" + UNUSED,
            transmission,
            person.tenant().id(),
            person.id());
      }
      return consumed > 0;
    });
  }

  /** What a START has overtaken needs no confirmation any more. */
  void forgetUnused(Set<Person> identities) {
    database.inTransaction(tx -> {
      for (Person person : identities) {
        Sql.update(
            tx, "DELETE FROM wx_consent_confirmation" + UNUSED, person.tenant().id(), person.id());
      }
      return Boolean.TRUE;
    });
  }

  void forget(Person person) {
    database.inTransaction(tx -> Sql.update(
        tx,
        "DELETE FROM wx_consent_confirmation WHERE tenant = ? AND person = ?",
        person.tenant().id(),
        person.id()));
  }
}
