package io.waxseal.crypto;

import io.waxseal.internal.crypto.Digests;
import io.waxseal.internal.sql.Ddl;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Person keys in one table. Rows are judged outside the transaction: a damaged one is the caller's exception, but no
 * reason to roll back what else the transaction does.
 */
final class JdbcPersonKeyStore implements PersonKeyStore {
  private static final String STORE = "person-key";
  private static final int LIVE = 1;
  private static final int DESTROYED = 3;

  // on its way out of a query, never compared
  @SuppressWarnings("ArrayRecordComponent")
  private record Row(
      byte @Nullable [] id,
      int version,
      int state,
      byte @Nullable [] wrapped,
      Instant created,
      Instant destroyed) {}

  private final Database database;

  JdbcPersonKeyStore(Database database) {
    this.database = Objects.requireNonNull(database, "database");
    database.require(STORE, Ddl.of(database, JdbcPersonKeyStore.class, STORE));
  }

  @Override
  public Optional<PersonKey> find(Person person) {
    return database.inTransaction(tx -> select(tx, person)).map(row -> judge(person, row));
  }

  @Override
  public PersonKey insertIfAbsent(PersonKey key) {
    byte[] wrapped = key.wrapped()
        .orElseThrow(() -> new IllegalArgumentException("only a key that lives is inserted"));
    Row row = database.inTransaction(tx -> {
      Sql.update(
          tx,
          "INSERT INTO wx_person_key (tenant, person, key_id, version, state, wrapped, wrapped_sha256, created_at)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant, person) DO NOTHING",
          key.person().tenant().id(),
          key.person().id(),
          key.id(),
          key.version(),
          LIVE,
          wrapped,
          Digests.sha256(wrapped),
          key.createdAt());
      return select(tx, key.person()).orElseThrow();
    });
    return judge(key.person(), row);
  }

  @Override
  public boolean destroy(Person person, Instant at) {
    return database.inTransaction(tx -> {
      // the tombstone first: it waits for a key that another transaction is just inserting, which
      // an
      // update would not see
      boolean stranger = leaveTombstone(tx, person, at);
      return !stranger && destroyKey(tx, person, at);
    });
  }

  private static boolean destroyKey(Transaction tx, Person person, Instant at) throws SQLException {
    return Sql.update(
            tx,
            "UPDATE wx_person_key SET wrapped = NULL, state = ?, destroyed_at = ?"
                + " WHERE tenant = ? AND person = ? AND state <> ?",
            DESTROYED,
            at,
            person.tenant().id(),
            person.id(),
            DESTROYED)
        > 0;
  }

  private static boolean leaveTombstone(Transaction tx, Person person, Instant at)
      throws SQLException {
    return Sql.update(
            tx,
            "INSERT INTO wx_person_key (tenant, person, key_id, version, state, created_at, destroyed_at)"
                + " VALUES (?, ?, ?, 1, ?, ?, ?) ON CONFLICT (tenant, person) DO NOTHING",
            person.tenant().id(),
            person.id(),
            UUID.randomUUID(),
            DESTROYED,
            at,
            at)
        == 1;
  }

  private static Optional<Row> select(Transaction tx, Person person) throws SQLException {
    return Sql.first(
        tx,
        JdbcPersonKeyStore::read,
        "SELECT key_id, version, state, wrapped, created_at, destroyed_at FROM wx_person_key"
            + " WHERE tenant = ? AND person = ?",
        person.tenant().id(),
        person.id());
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getBytes("key_id"),
        row.getInt("version"),
        row.getInt("state"),
        row.getBytes("wrapped"),
        Sql.time(row, "created_at"),
        Sql.time(row, "destroyed_at"));
  }

  private static PersonKey judge(Person person, Row row) {
    UUID id = Bytes.uuid(row.id());
    byte[] wrapped = row.wrapped();
    if (id != null && row.state() == LIVE && wrapped != null) {
      return PersonKey.live(person, id, row.version(), row.created(), wrapped);
    }
    if (id != null && row.state() == DESTROYED && wrapped == null) {
      return PersonKey.destroyed(person, id, row.version(), row.created(), row.destroyed());
    }
    throw WrappedKey.damaged();
  }
}
