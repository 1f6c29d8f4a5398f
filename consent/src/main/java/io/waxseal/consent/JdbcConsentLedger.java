package io.waxseal.consent;

import io.waxseal.account.Tenant;
import io.waxseal.internal.crypto.Digests;
import io.waxseal.internal.sql.Ddl;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.Context;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries with their evidence in one table; what each wishes, by the points it names, in another. */
final class JdbcConsentLedger implements ConsentLedger {
  private static final String STORE = "consent";

  private final Database database;
  private final Vault vault;

  JdbcConsentLedger(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
    requireTables(database);
  }

  /** The tables of this module, of which a ledger of the host's own leaves some unused. */
  static void requireTables(Database database) {
    database.require(STORE, Ddl.of(database, JdbcConsentLedger.class, STORE));
  }

  @Override
  public Optional<byte[]> append(
      Transaction transaction, ConsentEntry entry, Set<IndexedPoint> named, Evidence evidence) {
    Person person = entry.person();
    byte[] sealed = vault.seal(person, context(entry.id()), evidence.toBytes());
    byte[] hash = Digests.sha256(sealed);
    return database.inTransaction(transaction, tx -> {
      StopIndex.lock(tx, named);
      int added = Sql.update(
          tx,
          "INSERT INTO wx_consent_entry (id, tenant, person, kind, scope, cause, occurred_at, recorded_at, evidence,"
              + " evidence_hash, version, language, notice_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
              + " ON CONFLICT (id) DO NOTHING",
          entry.id(),
          person.tenant().id(),
          person.id(),
          entry.kind().name(),
          entry.scope(),
          entry.cause().name(),
          entry.occurredAt(),
          entry.recordedAt(),
          sealed,
          hash,
          entry.terms().version(),
          entry.terms().language().orElse(null),
          entry.terms().noticeHash().orElse(null));
      if (added == 0) {
        return Optional.empty();
      }
      write(
          tx,
          person.tenant(),
          new Wish(
              entry.id(),
              entry.kind(),
              named,
              entry.scope(),
              entry.cause(),
              entry.occurredAt(),
              entry.terms().version()));
      return Optional.of(hash);
    });
  }

  private static void write(Transaction transaction, Tenant tenant, Wish wish) throws SQLException {
    IndexedPoint via =
        wish.named().stream().filter(point -> !point.isPhone()).findFirst().orElse(null);
    for (IndexedPoint point : wish.named()) {
      insert(transaction, tenant, wish, point, via == null ? null : via.index());
    }
  }

  /** Puts a wish at a point, unless it is there. */
  static void insert(
      Transaction transaction, Tenant tenant, Wish wish, IndexedPoint point, byte @Nullable [] via)
      throws SQLException {
    Sql.update(
        transaction,
        "INSERT INTO wx_consent_wish (tenant, point, id, kind, scope, cause, at, version, via)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant, point, id) DO NOTHING",
        tenant.id(),
        point.index(),
        wish.id(),
        wish.kind().name(),
        wish.scope(),
        wish.cause().name(),
        wish.at(),
        wish.version(),
        via);
  }

  @Override
  public Optional<Evidence> evidence(Transaction transaction, Person person, UUID entry) {
    Optional<byte[]> sealed = database.inTransaction(
        transaction,
        tx -> Sql.first(
            tx,
            row -> row.getBytes("evidence"),
            "SELECT evidence FROM wx_consent_entry WHERE id = ? AND tenant = ? AND person = ?",
            entry,
            person.tenant().id(),
            person.id()));
    return sealed
        .map(bytes -> vault.open(person, context(entry), bytes))
        .filter(opened -> !(opened instanceof Opened.Erased))
        .map(opened -> Evidence.read(opened.orThrow()));
  }

  private static Context context(UUID entry) {
    return Context.of(RecordKind.CONSENT_EVIDENCE, "wx_consent_entry", entry, "evidence");
  }

  @Override
  public List<Wish> wishes(
      Transaction transaction, Tenant tenant, Collection<IndexedPoint> points) {
    StopIndex.Rows rows = StopIndex.rows(tenant, points);
    Map<ByteBuffer, IndexedPoint> byIndex = new HashMap<>();
    points.forEach(point -> byIndex.put(ByteBuffer.wrap(point.index()), point));
    Map<UUID, Wish> all = new LinkedHashMap<>();
    database.useTransaction(transaction, tx -> {
      for (Row row : Sql.list(
          tx,
          Row::read,
          "SELECT point, id, kind, scope, cause, at, version, via FROM wx_consent_wish WHERE "
              + rows.sql(),
          rows.values())) {
        all.merge(row.id(), row.wish(byIndex), JdbcConsentLedger::both);
      }
    });
    return List.copyOf(all.values());
  }

  private static Wish both(Wish one, Wish other) {
    Set<IndexedPoint> named = new LinkedHashSet<>(one.named());
    named.addAll(other.named());
    return new Wish(one.id(), one.kind(), named, one.scope(), one.cause(), one.at(), one.version());
  }

  private record Row(
      ByteBuffer point,
      UUID id,
      String kind,
      String scope,
      String cause,
      Instant at,
      int version,
      @Nullable ByteBuffer via) {
    static Row read(ResultSet row) throws SQLException {
      byte[] via = row.getBytes("via");
      return new Row(
          ByteBuffer.wrap(row.getBytes("point")),
          Sql.uuid(row, "id"),
          row.getString("kind"),
          row.getString("scope"),
          row.getString("cause"),
          Sql.time(row, "at"),
          row.getInt("version"),
          via == null ? null : ByteBuffer.wrap(via));
    }

    Wish wish(Map<ByteBuffer, IndexedPoint> byIndex) {
      Set<IndexedPoint> named = new LinkedHashSet<>();
      ByteBuffer account = via;
      if (account != null) {
        named.add(byIndex.getOrDefault(account, IndexedPoint.account(bytes(account))));
      }
      named.add(byIndex.getOrDefault(point, IndexedPoint.phone(bytes(point))));
      return new Wish(
          id, ConsentEntry.Kind.valueOf(kind), named, scope, Cause.valueOf(cause), at, version);
    }

    private static byte[] bytes(ByteBuffer index) {
      byte[] bytes = new byte[index.remaining()];
      index.duplicate().get(bytes);
      return bytes;
    }
  }

  @Override
  public void carry(Transaction transaction, Tenant tenant, Wish stop, Set<IndexedPoint> points) {
    database.useTransaction(transaction, tx -> {
      Wish written =
          new Wish(UUID.randomUUID(), stop.kind(), points, stop.scope(), stop.cause(), stop.at());
      for (IndexedPoint point : points) {
        // each for itself: what is written out stays where it is, whatever becomes of the other
        // points
        insert(tx, tenant, written, point, null);
      }
    });
  }

  @Override
  public void drop(Transaction transaction, Tenant tenant, Collection<UUID> wishes) {
    database.useTransaction(transaction, tx -> {
      for (UUID id : wishes) {
        Sql.update(tx, "DELETE FROM wx_consent_wish WHERE tenant = ? AND id = ?", tenant.id(), id);
      }
    });
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
        Sql.time(row, "recorded_at"),
        new ConsentEntry.Terms(
            row.getInt("version"),
            Optional.ofNullable(row.getString("language")),
            Optional.ofNullable(row.getString("notice_hash"))));
  }

  @Override
  public long held(Transaction transaction, Person person) {
    return database.inTransaction(
        transaction,
        tx -> Sql.count(
            tx,
            "SELECT COUNT(*) FROM wx_consent_entry WHERE tenant = ? AND person = ?",
            person.tenant().id(),
            person.id()));
  }

  @Override
  public long forget(Transaction transaction, Person person) {
    return database.inTransaction(transaction, tx -> {
      List<UUID> said = new ArrayList<>(Sql.list(
          tx,
          row -> Sql.uuid(row, "id"),
          "SELECT id FROM wx_consent_entry WHERE tenant = ? AND person = ? AND kind <> 'STOPPED'",
          person.tenant().id(),
          person.id()));
      drop(tx, person.tenant(), said);
      return (long) Sql.update(
          tx,
          "DELETE FROM wx_consent_entry WHERE tenant = ? AND person = ?",
          person.tenant().id(),
          person.id());
    });
  }
}
