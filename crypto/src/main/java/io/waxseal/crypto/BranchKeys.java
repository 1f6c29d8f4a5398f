package io.waxseal.crypto;

import com.google.crypto.tink.Aead;
import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.internal.crypto.Digests;
import io.waxseal.internal.sql.Sql;
import io.waxseal.store.Database;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The branch keys, one a tenant, each unwrapped by the KEK once and then held. They are held by their random id: the key
 * of a row that was rolled back is never asked for again. The context given to the KEK is a hash of tenant, epoch and
 * id, so that a KMS which logs it learns nothing.
 */
final class BranchKeys {
  /** A branch key in use. */
  record Branch(int epoch, UUID id, Aead aead) {}

  /** Where a branch key belongs; a row moved to another tenant is another name. */
  private record Name(String tenant, int epoch, UUID id) {}

  // on its way out of a query, never compared
  @SuppressWarnings("ArrayRecordComponent")
  private record Row(
      String tenant, int epoch, byte @Nullable [] id, String kekUri, byte @Nullable [] wrapped) {}

  private static final int EPOCH = 1;
  private static final byte[] LABEL = Bytes.label("waxseal/branch/v1");
  private static final String COLUMNS =
      "SELECT tenant, epoch, key_id, kek_uri, wrapped FROM wx_branch_key ";

  private final Database database;
  private final Kek kek;
  private final Clock clock;
  private final Map<Name, Branch> held = new ConcurrentHashMap<>();

  BranchKeys(Database database, Kek kek, Clock clock) {
    this.database = database;
    this.kek = kek;
    this.clock = clock;
  }

  /**
   * Gets the KEK ready and proves that it is the right one. No transaction is open while it derives keys or asks a
   * service; whoever opened the empty database first is seen by the second look.
   */
  void open() {
    kek.prepare(any().isEmpty());
    any().ifPresent(this::unwrap);
  }

  private Optional<Row> any() {
    return database.inTransaction(
        tx -> Sql.first(tx, BranchKeys::read, COLUMNS + "ORDER BY created_at LIMIT 1"));
  }

  /** The key under which new keys of a tenant are wrapped; made when the tenant has none. */
  Branch current(Tenant tenant) {
    Row row = find(tenant, EPOCH).orElseGet(() -> create(tenant));
    return unwrap(row);
  }

  /** Exactly the named key. */
  Branch named(Tenant tenant, int epoch, UUID id) {
    Branch branch = held.get(new Name(tenant.id(), epoch, id));
    if (branch == null) {
      branch = find(tenant, epoch).map(this::unwrap).orElseThrow(WrappedKey::damaged);
    }
    if (!branch.id().equals(id)) {
      throw WrappedKey.damaged();
    }
    return branch;
  }

  private Optional<Row> find(Tenant tenant, int epoch) {
    return database.inTransaction(tx -> Sql.first(
        tx, BranchKeys::read, COLUMNS + "WHERE tenant = ? AND epoch = ?", tenant.id(), epoch));
  }

  private Row create(Tenant tenant) {
    UUID id = UUID.randomUUID();
    byte[] wrapped = kek.wrap(TinkKeys.newAeadKeyset(), context(new Name(tenant.id(), EPOCH, id)));
    return database.inTransaction(tx -> {
      Sql.update(
          tx,
          "INSERT INTO wx_branch_key (tenant, epoch, key_id, kek_uri, wrapped, created_at)"
              + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (tenant, epoch) DO NOTHING",
          tenant.id(),
          EPOCH,
          id,
          kek.uri(),
          wrapped,
          clock.instant());
      return find(tenant, EPOCH).orElseThrow();
    });
  }

  private Branch unwrap(Row row) {
    UUID id = Bytes.uuid(row.id());
    byte[] wrapped = row.wrapped();
    if (id == null || wrapped == null) {
      throw WrappedKey.damaged();
    }
    Name name = new Name(row.tenant(), row.epoch(), id);
    Branch known = held.get(name);
    if (known != null) {
      return known;
    }
    if (!kek.uri().equals(row.kekUri())) {
      throw new VaultException("the keys in this database were wrapped by another KEK than "
          + kek.uri() + "; bring back the KEK it was written with (the key file from escrow)");
    }
    byte[] keyset = kek.unwrap(wrapped, context(name));
    Branch branch = new Branch(row.epoch(), id, TinkKeys.parseAeadKeyset(keyset));
    held.put(name, branch);
    return branch;
  }

  private static byte[] context(Name name) {
    return Digests.sha256(
        LABEL,
        Bytes.prefixed(name.tenant()),
        ByteBuffer.allocate(Integer.BYTES).putInt(name.epoch()).array(),
        Bytes.of(name.id()));
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        String.valueOf(row.getString("tenant")),
        row.getInt("epoch"),
        row.getBytes("key_id"),
        String.valueOf(row.getString("kek_uri")),
        row.getBytes("wrapped"));
  }
}
