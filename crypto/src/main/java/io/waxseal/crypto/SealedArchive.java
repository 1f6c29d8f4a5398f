package io.waxseal.crypto;

import io.waxseal.internal.sql.Ddl;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.Archive;
import io.waxseal.person.Context;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.person.RecordKind;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sealed messages in one table. An erased row keeps its id and time, and no content. */
final class SealedArchive implements Archive {
  private static final String STORE = "archive";

  // on its way out of a query, never compared
  @SuppressWarnings("ArrayRecordComponent")
  private record Row(UUID id, Instant at, byte @Nullable [] sealed, Instant erased) {}

  private final Database database;
  private final Vault vault;
  private final ArchiveSource source;

  SealedArchive(Database database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.source = new ArchiveSource(database, clock);
    database.require(STORE, Ddl.of(database, SealedArchive.class, STORE));
  }

  @Override
  public void add(Transaction transaction, Person person, UUID id, Instant at, byte[] content) {
    long milliseconds = milliseconds(at);
    if (milliseconds == Long.MIN_VALUE || milliseconds == Long.MAX_VALUE) {
      throw new IllegalArgumentException("at is a time that milliseconds can tell");
    }
    if (known(person, id)) {
      return;
    }
    byte[] sealed = vault.seal(person, context(id), content);
    database.inTransaction(
        transaction,
        tx -> Sql.update(
            tx,
            "INSERT INTO wx_archive (tenant, id, person, at, sealed) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT (tenant, id) DO NOTHING",
            person.tenant().id(),
            id,
            person.id(),
            milliseconds,
            sealed));
  }

  /** Asked before sealing: a repetition for a person who was erased meanwhile is no failure. */
  private boolean known(Person person, UUID id) {
    return database.inTransaction(tx -> Sql.count(
            tx,
            "SELECT COUNT(*) FROM wx_archive WHERE tenant = ? AND id = ?",
            person.tenant().id(),
            id)
        > 0);
  }

  @Override
  public List<Archived> read(Person person, Instant from, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("read at least 1 entry");
    }
    List<Row> rows = database.inTransaction(tx -> Sql.list(
        tx,
        SealedArchive::read,
        "SELECT id, at, sealed, erased_at FROM wx_archive WHERE tenant = ? AND person = ? AND at >= ?"
            + " ORDER BY at, rowid LIMIT ?",
        person.tenant().id(),
        person.id(),
        milliseconds(from),
        most));
    return rows.stream()
        .map(row -> new Archived(row.id(), row.at(), open(person, row)))
        .toList();
  }

  @Override
  public PersonalDataSource personalData() {
    return source;
  }

  private Opened open(Person person, Row row) {
    byte[] sealed = row.sealed();
    return sealed == null
        ? new Opened.Erased(row.erased())
        : vault.open(person, context(row.id()), sealed);
  }

  private static Context context(UUID id) {
    return Context.of(RecordKind.MESSAGE, "wx_archive", id, "content");
  }

  /** A host that wants everything may say {@link Instant#MIN}, which has no milliseconds. */
  private static long milliseconds(Instant from) {
    try {
      return from.toEpochMilli();
    } catch (ArithmeticException e) {
      return from.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        Sql.uuid(row, "id"),
        Sql.time(row, "at"),
        row.getBytes("sealed"),
        Sql.time(row, "erased_at"));
  }
}
