package io.waxseal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.internal.sql.Sql;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Blind indexes: the first 16 bytes of HMAC-SHA256 over {@code "waxseal/idx/v1" 00 | LP(field) | value}, behind the
 * key's epoch in one byte. Each tenant and field has a key of its own, so equality shows only within both.
 */
final class IndexKeys {
  private static final byte EPOCH = 1;
  private static final int LENGTH = 16;
  private static final int MOST_FIELD = 64;
  private static final int MOST_HELD = 1_000;
  private static final byte[] VALUE_LABEL = Bytes.label("waxseal/idx/v1");
  private static final byte[] WRAP_LABEL = Bytes.label("waxseal/wrap-index/v1");

  private record Name(Tenant tenant, String field) {}

  // on its way out of a query, never compared
  @SuppressWarnings("ArrayRecordComponent")
  private record Row(byte @Nullable [] keyId, byte @Nullable [] wrapped) {}

  private final Database database;
  private final BranchKeys branches;
  private final Clock clock;
  private final Cache<Name, PrfSet> held =
      Caffeine.newBuilder().maximumSize(MOST_HELD).build();

  IndexKeys(Database database, BranchKeys branches, Clock clock) {
    this.database = database;
    this.branches = branches;
    this.clock = clock;
  }

  byte[] index(Tenant tenant, String field, String value) {
    if (field.isEmpty() || field.length() > MOST_FIELD) {
      throw new IllegalArgumentException(
          "the name of an index has 1 to " + MOST_FIELD + " characters");
    }
    byte[] input = Bytes.join(VALUE_LABEL, Bytes.prefixed(field), value.getBytes(UTF_8));
    try {
      byte[] hash = key(new Name(tenant, field)).computePrimary(input, LENGTH);
      return ByteBuffer.allocate(1 + LENGTH).put(EPOCH).put(hash).array();
    } catch (GeneralSecurityException e) {
      throw new VaultException("the platform's HMAC-SHA256 refuses to compute an index");
    }
  }

  private PrfSet key(Name name) {
    PrfSet known = held.getIfPresent(name);
    if (known != null) {
      return known;
    }
    PrfSet key = unwrap(name, find(name).orElseGet(() -> create(name)));
    holdOnceCommitted(name, key);
    return key;
  }

  /** A key made in a transaction that rolls back later never existed, so it must not be held before the commit. */
  private void holdOnceCommitted(Name name, PrfSet key) {
    if (!database.transactionOpen()) {
      held.put(name, key);
      return;
    }
    database.useTransaction(tx -> {
      tx.afterCommit(() -> held.put(name, key));
    });
  }

  private Optional<Row> find(Name name) {
    return database.inTransaction(tx -> select(tx, name));
  }

  private Row create(Name name) {
    UUID id = UUID.randomUUID();
    Instant created = clock.instant();
    byte[] wrapped = WrappedKey.wrap(
        branches.current(name.tenant()),
        id,
        1,
        created,
        TinkKeys.newPrfKeyset(),
        WRAP_LABEL,
        belongsTo(name));
    return database.inTransaction(tx -> {
      Sql.update(
          tx,
          "INSERT INTO wx_index_key (tenant, field, epoch, key_id, wrapped, created_at)"
              + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (tenant, field, epoch) DO NOTHING",
          name.tenant().id(),
          name.field(),
          (int) EPOCH,
          id,
          wrapped,
          created);
      return select(tx, name).orElseThrow();
    });
  }

  private static Optional<Row> select(Transaction tx, Name name) throws SQLException {
    return Sql.first(
        tx,
        row -> new Row(row.getBytes("key_id"), row.getBytes("wrapped")),
        "SELECT key_id, wrapped FROM wx_index_key WHERE tenant = ? AND field = ? AND epoch = ?",
        name.tenant().id(),
        name.field(),
        (int) EPOCH);
  }

  private PrfSet unwrap(Name name, Row row) {
    UUID id = Bytes.uuid(row.keyId());
    byte[] bytes = row.wrapped();
    if (id == null || bytes == null) {
      throw WrappedKey.damaged();
    }
    WrappedKey wrapped = WrappedKey.parse(bytes);
    if (!wrapped.isFor(id, 1)) {
      throw WrappedKey.damaged();
    }
    Aead branch =
        branches.named(name.tenant(), wrapped.epoch(), wrapped.branchKeyId()).aead();
    return TinkKeys.parsePrfKeyset(wrapped.unwrap(branch, WRAP_LABEL, belongsTo(name)));
  }

  private static byte[] belongsTo(Name name) {
    return Bytes.join(Bytes.prefixed(name.field()), name.tenant().id().getBytes(UTF_8));
  }
}
