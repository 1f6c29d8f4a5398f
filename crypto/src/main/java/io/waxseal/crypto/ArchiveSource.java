package io.waxseal.crypto;

import io.waxseal.internal.sql.Sql;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.store.Database;
import java.time.Clock;

/** The archive as personal data: an erasure empties a person's rows. */
final class ArchiveSource implements PersonalDataSource {
  private final Database database;
  private final Clock clock;

  ArchiveSource(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "archive";
  }

  @Override
  public Removed erase(Person person) {
    Erasable.require(person);
    int emptied = database.inTransaction(tx -> Sql.update(
        tx,
        "UPDATE wx_archive SET sealed = NULL, erased_at = ?"
            + " WHERE tenant = ? AND person = ? AND sealed IS NOT NULL",
        clock.instant(),
        person.tenant().id(),
        person.id()));
    return new Removed(emptied);
  }

  @Override
  public long verifyGone(Person person) {
    return database.inTransaction(tx -> Sql.count(
        tx,
        "SELECT COUNT(*) FROM wx_archive WHERE tenant = ? AND person = ? AND sealed IS NOT NULL",
        person.tenant().id(),
        person.id()));
  }
}
