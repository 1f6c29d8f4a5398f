package io.waxseal.webhook;

import io.waxseal.account.Tenant;
import io.waxseal.internal.sql.Ddl;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.store.Database;
import io.waxseal.store.Dialect;
import io.waxseal.store.Listening;
import io.waxseal.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One row an event. Claiming is an update in a transaction of its own: SQLite runs those one after another, on PostgreSQL
 * each passes over the rows another one is just claiming.
 */
final class JdbcInbox implements Inbox {
  private static final String STORE = "inbox";
  private static final String COUNT = "SELECT COUNT(*) FROM wx_inbox WHERE state = ";
  private static final String RETRIED = "state = 'WAITING', attempts = 0, why = NULL";
  private static final String DISCARDED = "state = 'DONE', sealed = NULL";
  private static final String TOPIC = "wx_inbox";
  private static final String MINE = " WHERE id = ? AND lease = ? AND state = 'WAITING'";

  private final Database database;
  private final Clock clock;
  private final String due;

  JdbcInbox(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    due =
        "SELECT * FROM wx_inbox WHERE state = 'WAITING' AND due_at <= ? ORDER BY received_at, rowid LIMIT ?"
            + (database.dialect() == Dialect.POSTGRESQL ? " FOR UPDATE SKIP LOCKED" : "");
    database.require(STORE, Ddl.of(database, JdbcInbox.class, STORE));
  }

  @Override
  public boolean insert(Transaction transaction, Row row) {
    boolean kept = database.inTransaction(
        transaction,
        tx -> Sql.update(
                tx,
                "INSERT INTO wx_inbox (id, tenant, dedupe, person, sealed, state, attempts, due_at, received_at)"
                    + " VALUES (?, ?, ?, ?, ?, 'WAITING', 0, ?, ?) ON CONFLICT (tenant, dedupe) DO NOTHING",
                row.id(),
                row.owner().tenant().id(),
                row.dedupeKey(),
                row.owner().id(),
                row.sealed(),
                row.receivedAt(),
                row.receivedAt())
            == 1);
    if (kept) {
      transaction.announce(TOPIC);
    }
    return kept;
  }

  @Override
  public boolean seen(Transaction transaction, Tenant tenant, byte[] dedupeKey) {
    return database.inTransaction(
        transaction,
        tx -> Sql.count(
                tx,
                "SELECT COUNT(*) FROM wx_inbox WHERE tenant = ? AND dedupe = ?",
                tenant.id(),
                dedupeKey)
            > 0);
  }

  @Override
  public List<Claim> claim(int most, Duration lease) {
    if (most < 1) {
      throw new IllegalArgumentException("a claim is for at least one event");
    }
    Instant now = clock.instant();
    return database.inTransaction(tx -> {
      List<Claim> claims = new ArrayList<>();
      for (Claim claim : Sql.list(tx, JdbcInbox::read, due, now, most)) {
        Sql.update(
            tx,
            "UPDATE wx_inbox SET lease = ?, attempts = ?, due_at = ? WHERE id = ?",
            claim.lease(),
            claim.attempt(),
            now.plus(lease),
            claim.id());
        claims.add(claim);
      }
      return claims;
    });
  }

  private static Claim read(ResultSet row) throws SQLException {
    return new Claim(
        Sql.uuid(row, "id"),
        new Person(new Tenant(row.getString("tenant")), Sql.uuid(row, "person")),
        row.getBytes("sealed"),
        row.getInt("attempts") + 1,
        UUID.randomUUID());
  }

  @Override
  public boolean complete(Transaction transaction, Claim claim) {
    return database.inTransaction(
        transaction,
        tx -> Sql.update(
                tx,
                "UPDATE wx_inbox SET state = 'DONE', sealed = NULL, lease = NULL" + MINE,
                claim.id(),
                claim.lease())
            == 1);
  }

  @Override
  public void release(Claim claim, Duration delay) {
    giveBack(claim, delay, 0);
  }

  @Override
  public void postpone(Claim claim, Duration delay) {
    giveBack(claim, delay, 1);
  }

  private void giveBack(Claim claim, Duration delay, int uncounted) {
    database.inTransaction(tx -> Sql.update(
        tx,
        "UPDATE wx_inbox SET lease = NULL, due_at = ?, attempts = attempts - ?" + MINE,
        clock.instant().plus(delay),
        uncounted,
        claim.id(),
        claim.lease()));
  }

  @Override
  public void park(Claim claim, String why) {
    database.inTransaction(tx -> Sql.update(
        tx,
        "UPDATE wx_inbox SET state = 'PARKED', lease = NULL, why = ?" + MINE,
        why,
        claim.id(),
        claim.lease()));
  }

  @Override
  public int retryParked(Tenant tenant) {
    return parked(RETRIED, tenant);
  }

  @Override
  public int discardParked(Tenant tenant) {
    return parked(DISCARDED, tenant);
  }

  private int parked(String change, Tenant tenant) {
    return database.inTransaction(tx -> Sql.update(
        tx,
        "UPDATE wx_inbox SET " + change + " WHERE state = 'PARKED' AND tenant = ?",
        tenant.id()));
  }

  @Override
  public List<SetAside> parked(Tenant tenant, int most) {
    return database.inTransaction(tx -> Sql.list(
        tx,
        row -> new SetAside(
            Sql.uuid(row, "id"),
            row.getInt("attempts"),
            Sql.time(row, "received_at"),
            String.valueOf(row.getString("why"))),
        "SELECT id, attempts, received_at, why FROM wx_inbox WHERE state = 'PARKED' AND tenant = ?"
            + " ORDER BY received_at, id LIMIT ?",
        tenant.id(),
        most));
  }

  @Override
  public Optional<Row> find(Tenant tenant, UUID event) {
    return database.inTransaction(tx -> Sql.first(
        tx,
        row -> new Row(
            event,
            new Person(tenant, Sql.uuid(row, "person")),
            row.getBytes("dedupe"),
            row.getBytes("sealed"),
            Sql.time(row, "received_at")),
        "SELECT person, dedupe, sealed, received_at FROM wx_inbox WHERE id = ? AND tenant = ?"
            + " AND sealed IS NOT NULL",
        event,
        tenant.id()));
  }

  @Override
  public boolean retryParked(Transaction transaction, Tenant tenant, UUID event) {
    boolean found = parked(transaction, RETRIED, tenant, event);
    if (found) {
      transaction.announce(TOPIC);
    }
    return found;
  }

  @Override
  public boolean discardParked(Transaction transaction, Tenant tenant, UUID event) {
    return parked(transaction, DISCARDED, tenant, event);
  }

  private boolean parked(Transaction transaction, String change, Tenant tenant, UUID event) {
    return database.inTransaction(
        transaction,
        tx -> Sql.update(
                tx,
                "UPDATE wx_inbox SET " + change
                    + " WHERE state = 'PARKED' AND tenant = ? AND id = ?",
                tenant.id(),
                event)
            == 1);
  }

  @Override
  public Backlog backlog() {
    return database.inTransaction(
        tx -> new Backlog(
            Sql.count(tx, COUNT + "'WAITING'"),
            Sql.count(tx, COUNT + "'PARKED'"),
            Sql.first(
                tx,
                row -> Sql.time(row, "due_at"),
                "SELECT MIN(due_at) AS due_at FROM wx_inbox WHERE state = 'WAITING' HAVING COUNT(*) > 0")));
  }

  @Override
  public long waiting(Tenant tenant) {
    return database.inTransaction(tx -> Sql.count(
        tx, "SELECT COUNT(*) FROM wx_inbox WHERE tenant = ? AND state = 'WAITING'", tenant.id()));
  }

  @Override
  public Optional<Listening> listen() {
    return database.listen(TOPIC);
  }

  @Override
  public PersonalDataSource personalData() {
    return new PersonalDataSource() {
      @Override
      public String name() {
        return STORE;
      }

      @Override
      public Removed erase(Person person) {
        return database.inTransaction(tx -> {
          long before = verifyGone(person);
          Sql.update(
              tx,
              "UPDATE wx_inbox SET state = 'DONE', sealed = NULL, lease = NULL, person = ? WHERE tenant = ?"
                  + " AND person = ?",
              Person.unnamed(person.tenant()).id(),
              person.tenant().id(),
              person.id());
          return new Removed(before);
        });
      }

      @Override
      public long verifyGone(Person person) {
        return database.inTransaction(tx -> Sql.count(
            tx,
            "SELECT COUNT(*) FROM wx_inbox WHERE tenant = ? AND person = ? AND sealed IS NOT NULL",
            person.tenant().id(),
            person.id()));
      }
    };
  }
}
