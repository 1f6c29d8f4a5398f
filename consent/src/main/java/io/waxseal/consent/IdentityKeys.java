package io.waxseal.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.By;
import io.waxseal.account.Tenant;
import io.waxseal.audit.AuditEntry;
import io.waxseal.guard.Wiring;
import io.waxseal.internal.crypto.Digests;
import io.waxseal.internal.sql.Ddl;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.Context;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The identity keys of those who write, as Meta tells their hashes: the one that is relied on, which is the first that was
 * seen or the one that was checked, and the one seen last. If the two differ, the phone or the human is another. Hashes are
 * compared by blind index; the last one itself is sealed, since a message carries it. Source: Meta, Cloud API, identity
 * change check.
 */
final class IdentityKeys {
  static final String TABLE = "wx_consent_identity";
  private static final String STORE = "consent-identity";
  private static final String INDEX = "identity-key";

  private final Wiring wiring;

  IdentityKeys(Wiring wiring) {
    this.wiring = wiring;
  }

  static void requireTables(Database database) {
    database.require(STORE, Ddl.of(database, IdentityKeys.class, STORE));
  }

  /** The points under which the key of whoever is at a point is kept: this one, the human's accounts and own phones. */
  Set<IndexedPoint> points(Standing standing, IndexedPoint point) {
    Set<IndexedPoint> points = new LinkedHashSet<>(Set.of(point));
    if (standing.human().isPresent()) {
      Instant now = wiring.clock().instant();
      points.addAll(standing.known().accounts(standing.human().get()));
      standing.locked().stream()
          .filter(near -> standing.known().trustedOwner(near, now).equals(standing.human()))
          .forEach(points::add);
    }
    return points;
  }

  /** Whether the key of one human, as it is known at some points, is another than the one relied on at any of them. */
  static boolean changed(List<Key> keys) {
    byte[] latest = newest(keys).map(key -> key.latest).orElse(null);
    return keys.stream()
        .anyMatch(
            key -> key.changed() || (key.trusted != null && !Arrays.equals(key.trusted, latest)));
  }

  private static Optional<Key> newest(List<Key> keys) {
    return keys.stream()
        .filter(key -> key.latest != null)
        .max(Comparator.comparing(key -> key.seenAt));
  }

  /** What is known of the key at one point. */
  static final class Key {
    private final UUID id;
    private final Person person;
    private final boolean refused;
    private final Instant seenAt;
    private final Instant checkedAt;
    /** The index of the hash that is relied on; null if the next one will be. */
    private final byte @Nullable [] trusted;

    /** The index of the hash seen last; null if none is known since the last check. */
    private final byte @Nullable [] latest;

    /** The hash seen last. */
    private final byte @Nullable [] sealed;

    private Key(Tenant tenant, ResultSet row) throws SQLException {
      id = Sql.uuid(row, "id");
      person = new Person(tenant, Sql.uuid(row, "person"));
      refused = row.getInt("refused") != 0;
      seenAt = Sql.time(row, "seen_at");
      checkedAt = Sql.time(row, "checked_at");
      trusted = row.getBytes("trusted");
      latest = row.getBytes("latest");
      sealed = row.getBytes("sealed");
    }

    boolean changed() {
      return refused || (trusted != null && !Arrays.equals(trusted, latest));
    }

    private Context context(RecordKind kind, String column) {
      return Context.of(kind, TABLE, id, column);
    }
  }

  /**
   * Takes in a hash. What was seen before the last check brings no key back that the check gave up; a point that somebody
   * else has now keeps nothing of whoever had it before but the index that was relied on.
   */
  void seen(Transaction transaction, Person person, IndexedPoint point, String hash, Instant at) {
    byte[] index = wiring.vault().index(person.tenant(), INDEX, hash);
    wiring.database().useTransaction(transaction, tx -> {
      Key key = find(tx, person, point);
      boolean givenUp = key.trusted == null && at.isBefore(key.checkedAt);
      if (at.isBefore(key.seenAt) || givenUp) {
        return;
      }
      boolean same = key.person.equals(person);
      byte[] sealed = same && Arrays.equals(index, key.latest)
          ? key.sealed
          : wiring
              .vault()
              .seal(person, key.context(RecordKind.PROFILE, "sealed"), hash.getBytes(UTF_8));
      Sql.update(
          tx,
          "UPDATE wx_consent_identity SET trusted = ?, latest = ?, sealed = ?, seen_at = ?, person = ?,"
              + " evidence = CASE WHEN person = ? THEN evidence ELSE NULL END WHERE tenant = ? AND id = ?",
          key.trusted == null ? index : key.trusted,
          index,
          sealed,
          at,
          person.id(),
          person.id(),
          person.tenant().id(),
          key.id);
    });
  }

  /** The key is another, and nobody knows which. */
  void refused(Transaction transaction, Person person, IndexedPoint point, Instant at) {
    wiring.database().useTransaction(transaction, tx -> {
      Key key = find(tx, person, point);
      if (!at.isBefore(key.checkedAt)) {
        refused(tx, List.of(key));
      }
    });
  }

  void refused(Transaction transaction, List<Key> all) {
    wiring.database().useTransaction(transaction, tx -> {
      for (Key key : all) {
        Sql.update(
            tx,
            "UPDATE wx_consent_identity SET refused = 1 WHERE tenant = ? AND id = ?",
            key.person.tenant().id(),
            key.id);
      }
    });
  }

  /**
   * Somebody made sure who it is: the hash seen last is relied on from here on, or the next one if the last is the one that
   * Meta refused.
   */
  void checked(
      Transaction transaction,
      Person person,
      IndexedPoint speaker,
      Set<IndexedPoint> points,
      Evidence evidence,
      By by) {
    wiring.database().useTransaction(transaction, tx -> {
      List<Key> known = of(tx, person.tenant(), points);
      Key first = known.isEmpty() ? find(tx, person, speaker) : known.get(0);
      boolean refused = known.stream().anyMatch(key -> key.refused);
      Optional<Key> newest = newest(known);
      for (Key key : known) {
        boolean last = newest.filter(one -> one.id.equals(key.id)).isPresent();
        boolean refusedWasLast = refused && Arrays.equals(key.trusted, key.latest);
        trust(tx, key, last && !refusedWasLast ? key.latest : null);
      }
      byte[] sealed = wiring
          .vault()
          .seal(
              first.person,
              first.context(RecordKind.CONSENT_EVIDENCE, "evidence"),
              evidence.toBytes());
      Sql.update(
          tx,
          "UPDATE wx_consent_identity SET evidence = ? WHERE tenant = ? AND id = ?",
          sealed,
          person.tenant().id(),
          first.id);
      wiring
          .trail()
          .record(
              tx,
              AuditEntry.of("consent.reverified", person.tenant(), by)
                  .about(person)
                  .evidence(Digests.sha256(sealed)));
    });
  }

  private void trust(Transaction transaction, Key key, byte @Nullable [] relied)
      throws SQLException {
    Sql.update(
        transaction,
        "UPDATE wx_consent_identity SET trusted = ?, latest = ?, refused = 0, checked_at = ? WHERE tenant = ? AND id = ?",
        relied,
        relied,
        wiring.clock().instant(),
        key.person.tenant().id(),
        key.id);
  }

  /** All that is known at some points. */
  List<Key> of(Transaction transaction, Tenant tenant, Collection<IndexedPoint> points) {
    StopIndex.Rows rows = StopIndex.rows(tenant, points);
    return wiring
        .database()
        .inTransaction(
            transaction,
            tx -> Sql.list(
                tx,
                row -> new Key(tenant, row),
                "SELECT * FROM wx_consent_identity WHERE " + rows.sql(),
                rows.values()));
  }

  /** The hash that messages carry: the last one seen. Empty if none is known, or the person was erased. */
  Optional<String> hash(List<Key> keys) {
    return newest(keys)
        .map(this::open)
        .filter(opened -> !(opened instanceof Opened.Erased))
        .map(opened -> new String(opened.orThrow(), UTF_8));
  }

  private Opened open(Key key) {
    byte[] sealed = Objects.requireNonNull(key.sealed, "sealed");
    return wiring.vault().open(key.person, key.context(RecordKind.PROFILE, "sealed"), sealed);
  }

  void forget(Person person) {
    wiring
        .database()
        .inTransaction(tx -> Sql.update(
            tx,
            "DELETE FROM wx_consent_identity WHERE tenant = ? AND person = ?",
            person.tenant().id(),
            person.id()));
  }

  /** The row of a point, made if there is none; two who make it at once get the same. */
  private static Key find(Transaction transaction, Person person, IndexedPoint point)
      throws SQLException {
    Tenant tenant = person.tenant();
    Sql.update(
        transaction,
        "INSERT INTO wx_consent_identity (tenant, point, id, person, refused, seen_at, checked_at)"
            + " VALUES (?, ?, ?, ?, 0, ?, ?) ON CONFLICT (tenant, point) DO NOTHING",
        tenant.id(),
        point.index(),
        UUID.randomUUID(),
        person.id(),
        Instant.EPOCH,
        Instant.EPOCH);
    return Sql.first(
            transaction,
            row -> new Key(tenant, row),
            "SELECT * FROM wx_consent_identity WHERE tenant = ? AND point = ?",
            tenant.id(),
            point.index())
        .orElseThrow();
  }
}
