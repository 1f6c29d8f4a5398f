package io.waxseal.consent;

import io.waxseal.account.Tenant;
import io.waxseal.internal.crypto.Digests;
import io.waxseal.internal.sql.Ddl;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entries in one table; for each point, scope and cause the times of the last stop and its last end in another. */
final class JdbcConsentLedger implements ConsentLedger {
  private static final String STORE = "consent";
  private static final String IN_FORCE =
      "stopped_at IS NOT NULL AND (resumed_at IS NULL OR resumed_at <= stopped_at)";

  private final Database database;
  private final Vault vault;
  private final StopIndex index;

  JdbcConsentLedger(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
    index = new StopIndex(vault);
    requireTables(database);
  }

  /** The tables of this module, of which a ledger of the host's own leaves some unused. */
  static void requireTables(Database database) {
    database.require(STORE, Ddl.of(database, JdbcConsentLedger.class, STORE));
  }

  @Override
  public Optional<byte[]> append(
      Transaction transaction, ConsentEntry entry, Set<ContactPoint> points, Evidence evidence) {
    Person person = entry.person();
    Context context =
        Context.of(RecordKind.CONSENT_EVIDENCE, "wx_consent_entry", entry.id(), "evidence");
    byte[] sealed = vault.seal(person, context, evidence.toBytes());
    byte[] hash = Digests.sha256(sealed);
    return database.inTransaction(transaction, tx -> {
      index.lock(tx, person.tenant(), points);
      int added = Sql.update(
          tx,
          "INSERT INTO wx_consent_entry (id, tenant, person, kind, scope, cause, occurred_at, recorded_at, evidence,"
              + " evidence_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
          entry.id(),
          person.tenant().id(),
          person.id(),
          entry.kind().name(),
          entry.scope(),
          entry.cause().name(),
          entry.occurredAt(),
          entry.recordedAt(),
          sealed,
          hash);
      if (added == 0) {
        return Optional.empty();
      }
      bump(tx, person);
      if (entry.kind() != ConsentEntry.Kind.GRANTED) {
        apply(tx, entry, points);
      }
      return Optional.of(hash);
    });
  }

  private static void bump(Transaction transaction, Person person) throws SQLException {
    Sql.update(
        transaction,
        "INSERT INTO wx_consent_revision (tenant, person, revision) VALUES (?, ?, 1)"
            + " ON CONFLICT (tenant, person) DO UPDATE SET revision = wx_consent_revision.revision + 1",
        person.tenant().id(),
        person.id());
  }

  /** An older wish that arrives late must not undo a newer one: each time only grows. */
  private void apply(Transaction transaction, ConsentEntry entry, Set<ContactPoint> points)
      throws SQLException {
    String column = entry.kind() == ConsentEntry.Kind.STOPPED ? "stopped_at" : "resumed_at";
    Tenant tenant = entry.person().tenant();
    for (byte[] point : index.of(tenant, points)) {
      Sql.update(
          transaction,
          "INSERT INTO wx_consent_stop (tenant, point, scope, cause, " + column
              + ") VALUES (?, ?, ?, ?, ?)"
              + " ON CONFLICT (tenant, point, scope, cause) DO UPDATE SET " + later(column),
          tenant.id(),
          point,
          entry.scope(),
          entry.cause().name(),
          entry.occurredAt());
    }
  }

  /** Sets a time unless a later one is there. */
  private static String later(String column) {
    return column + " = CASE WHEN wx_consent_stop." + column + " > excluded." + column
        + " THEN wx_consent_stop." + column + " ELSE excluded." + column + " END";
  }

  @Override
  public ConsentView read(
      Transaction transaction, Tenant tenant, Set<Person> identities, Set<ContactPoint> points) {
    return database.inTransaction(transaction, tx -> {
      long revision = 0;
      Set<String> grants = new LinkedHashSet<>();
      for (Person person : identities) {
        revision += Sql.count(
            tx,
            "SELECT revision FROM wx_consent_revision WHERE tenant = ? AND person = ?",
            person.tenant().id(),
            person.id());
        grants.addAll(Sql.list(
            tx,
            row -> row.getString("scope"),
            "SELECT DISTINCT scope FROM wx_consent_entry WHERE tenant = ? AND person = ? AND kind = 'GRANTED'",
            person.tenant().id(),
            person.id()));
      }
      return new ConsentView(revision, grants, stops(tx, tenant, points));
    });
  }

  private List<Stop> stops(Transaction transaction, Tenant tenant, Set<ContactPoint> points)
      throws SQLException {
    StopIndex.Rows rows = index.rows(tenant, points);
    return Sql.list(
        transaction,
        row -> new Stop(
            row.getString("scope"),
            Cause.valueOf(row.getString("cause")),
            Sql.time(row, "stopped_at")),
        "SELECT scope, cause, MAX(stopped_at) AS stopped_at FROM wx_consent_stop WHERE " + IN_FORCE
            + " AND " + rows.sql() + " GROUP BY scope, cause ORDER BY 3",
        rows.values());
  }

  @Override
  public Optional<Instant> ended(
      Transaction transaction, Tenant tenant, String scope, Cause cause, Set<ContactPoint> points) {
    StopIndex.Rows rows = index.rows(tenant, points);
    return database.inTransaction(
        transaction,
        tx -> Sql.first(
            tx,
            row -> Sql.time(row, "resumed_at"),
            "SELECT resumed_at FROM wx_consent_stop WHERE scope = ? AND cause = ? AND resumed_at IS NOT NULL AND "
                + rows.sql() + " ORDER BY resumed_at DESC LIMIT 1",
            rows.values(scope, cause.name())));
  }

  @Override
  public List<ConsentEntry> history(Transaction transaction, Person person) {
    return database.inTransaction(
        transaction,
        tx -> Sql.list(
            tx,
            row -> read(row, person),
            "SELECT * FROM wx_consent_entry WHERE tenant = ? AND person = ? ORDER BY rowid",
            person.tenant().id(),
            person.id()));
  }

  private static ConsentEntry read(ResultSet row, Person person) throws SQLException {
    return new ConsentEntry(
        Sql.uuid(row, "id"),
        person,
        ConsentEntry.Kind.valueOf(row.getString("kind")),
        row.getString("scope"),
        Cause.valueOf(row.getString("cause")),
        Sql.time(row, "occurred_at"),
        Sql.time(row, "recorded_at"));
  }

  @Override
  public long held(Transaction transaction, Person person) {
    return database.inTransaction(
        transaction,
        tx -> count(tx, "wx_consent_entry", person) + count(tx, "wx_consent_revision", person));
  }

  private static long count(Transaction transaction, String table, Person person)
      throws SQLException {
    return Sql.count(
        transaction,
        "SELECT COUNT(*) FROM " + table + " WHERE tenant = ? AND person = ?",
        person.tenant().id(),
        person.id());
  }

  @Override
  public long forget(Transaction transaction, Person person, Set<ContactPoint> points) {
    return database.inTransaction(transaction, tx -> {
      index.lock(tx, person.tenant(), points);
      spread(tx, person.tenant(), points);
      StopIndex.Rows rows = index.rows(person.tenant(), points);
      Sql.update(
          tx,
          "DELETE FROM wx_consent_stop WHERE NOT (" + IN_FORCE + ") AND " + rows.sql(),
          rows.values());
      Sql.update(
          tx,
          "DELETE FROM wx_consent_revision WHERE tenant = ? AND person = ?",
          person.tenant().id(),
          person.id());
      return (long) Sql.update(
          tx,
          "DELETE FROM wx_consent_entry WHERE tenant = ? AND person = ?",
          person.tenant().id(),
          person.id());
    });
  }

  @Override
  public List<Stop> extend(Transaction transaction, Tenant tenant, Set<ContactPoint> points) {
    return database.inTransaction(transaction, tx -> {
      index.lock(tx, tenant, points);
      return spread(tx, tenant, points);
    });
  }

  private List<Stop> spread(Transaction transaction, Tenant tenant, Set<ContactPoint> points)
      throws SQLException {
    List<byte[]> indexes = index.of(tenant, points);
    List<Stop> stops = stops(transaction, tenant, points);
    for (Stop stop : stops) {
      for (byte[] point : indexes) {
        Sql.update(
            transaction,
            "INSERT INTO wx_consent_stop (tenant, point, scope, cause, stopped_at) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT (tenant, point, scope, cause) DO UPDATE SET "
                + later("stopped_at") + ", resumed_at = NULL",
            tenant.id(),
            point,
            stop.scope(),
            stop.cause().name(),
            stop.since());
      }
    }
    return stops;
  }
}
