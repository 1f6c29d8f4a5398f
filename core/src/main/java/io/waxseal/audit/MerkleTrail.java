package io.waxseal.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.waxseal.account.By;
import io.waxseal.account.StoreException;
import io.waxseal.account.Tenant;
import io.waxseal.internal.crypto.Digests;
import io.waxseal.internal.sql.Ddl;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stages entries in the caller's transaction, where they cost one insert and no shared lock, and sequences them in
 * transactions of its own.
 */
final class MerkleTrail implements AuditTrail {
  private static final Logger LOG = LoggerFactory.getLogger(MerkleTrail.class);
  private static final String STORE = "audit";
  private static final byte[] SEQUENCER = "wx_audit_tree".getBytes(US_ASCII);
  private static final int BATCH = 1_024;

  private final Database database;
  private final Vault vault;
  private final Clock clock;
  private final List<AuditSink> sinks;
  private final LogKey key;

  MerkleTrail(Database database, Vault vault, Clock clock, List<AuditSink> sinks) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
    this.sinks = List.copyOf(sinks);
    database.require(STORE, Ddl.of(database, MerkleTrail.class, STORE));
    key = LogKey.loadOrCreate(
        database, vault, clock.instant().atZone(ZoneOffset.UTC).getYear());
  }

  @Override
  public void record(Transaction transaction, AuditEntry entry) {
    UUID event = UUID.randomUUID();
    Person owner = entry.owner();
    database.inTransaction(transaction, tx -> {
      byte[] detail = vault.seal(owner, detailContext(event), entry.detail().toBytes());
      AuditLeaf leaf = new AuditLeaf(
          entry.type(),
          entry.tenant().id(),
          event,
          clock.instant(),
          new Bytes(actor(entry.tenant(), entry.by())),
          entry.person().map(Person::id),
          new Bytes(Digests.sha256(detail)),
          entry.evidenceHash());
      Sql.update(
          tx,
          "INSERT INTO wx_audit_detail (event, tenant, person, envelope) VALUES (?, ?, ?, ?)",
          event,
          owner.tenant().id(),
          owner.id(),
          detail);
      return Sql.update(tx, "INSERT INTO wx_audit_stage (leaf) VALUES (?)", leaf.encode());
    });
  }

  private byte[] actor(Tenant tenant, By by) {
    return vault.index(tenant, "actor", by.kind() + ":" + by.name());
  }

  private static Context detailContext(UUID event) {
    return Context.of(RecordKind.AUDIT_DETAIL, "wx_audit_detail", event, "envelope");
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    boolean more = true;
    while (more) {
      more = database.inTransaction(this::sequence);
    }
    Signed signed = database.inTransaction(this::sign);
    if (signed.fresh()) {
      signed.checkpoint().ifPresent(this::publish);
    }
    return signed.checkpoint();
  }

  @Override
  public long staged() {
    return database.inTransaction(tx -> Sql.count(tx, "SELECT COUNT(*) FROM wx_audit_stage"));
  }

  /** Moves a batch of staged leaves into the tree, one process at a time; whether there may be more. */
  private boolean sequence(Transaction transaction) throws SQLException {
    transaction.lock(SEQUENCER);
    List<Staged> staged = Sql.list(
        transaction,
        row -> new Staged(row.getLong("id"), new Bytes(row.getBytes("leaf"))),
        "SELECT id, leaf FROM wx_audit_stage ORDER BY id LIMIT " + BATCH);
    if (staged.isEmpty()) {
      return false;
    }
    MerkleTree tree = tree(transaction);
    for (Staged entry : staged) {
      byte[] leaf = entry.leaf().toArray();
      byte[] hash = MerkleTree.leafHash(leaf);
      Sql.update(
          transaction,
          "INSERT INTO wx_audit_entry (idx, leaf, hash) VALUES (?, ?, ?)",
          tree.size(),
          leaf,
          hash);
      tree.append(hash);
      Sql.update(transaction, "DELETE FROM wx_audit_stage WHERE id = ?", entry.id());
    }
    Sql.update(
        transaction,
        "INSERT INTO wx_audit_tree (log, size, edge) VALUES (1, ?, ?)"
            + " ON CONFLICT (log) DO UPDATE SET size = excluded.size, edge = excluded.edge",
        tree.size(),
        tree.state());
    return staged.size() == BATCH;
  }

  private Signed sign(Transaction transaction) throws SQLException {
    transaction.lock(SEQUENCER);
    MerkleTree tree = tree(transaction);
    Optional<Checkpoint> newest = Sql.first(
        transaction,
        row -> Checkpoint.parse(row.getString("note")),
        "SELECT note FROM wx_audit_checkpoint ORDER BY size DESC LIMIT 1");
    if (newest.map(Checkpoint::size).orElse(0L) == tree.size()) {
      return new Signed(newest, false);
    }
    Checkpoint checkpoint =
        Checkpoint.sign(key.origin(), tree, clock.instant(), key.verifier(), key.signer());
    Sql.update(
        transaction,
        "INSERT INTO wx_audit_checkpoint (size, note) VALUES (?, ?)",
        checkpoint.size(),
        checkpoint.note());
    return new Signed(Optional.of(checkpoint), true);
  }

  private static MerkleTree tree(Transaction transaction) throws SQLException {
    return Sql.first(
            transaction, MerkleTrail::restore, "SELECT size, edge FROM wx_audit_tree WHERE log = 1")
        .orElseGet(MerkleTree::new);
  }

  private static MerkleTree restore(ResultSet row) throws SQLException {
    try {
      return MerkleTree.restore(row.getLong("size"), row.getBytes("edge"));
    } catch (IllegalArgumentException e) {
      throw new StoreException(
          "the kept edge of the audit tree is damaged; verify the trail", false, e);
    }
  }

  private void publish(Checkpoint checkpoint) {
    for (AuditSink sink : sinks) {
      try {
        sink.publish(checkpoint);
      } catch (Exception e) {
        LOG.warn(
            "a sink of audit checkpoints failed with {}; the next checkpoint goes there again",
            e.getClass().getName());
      }
    }
  }

  private record Staged(long id, Bytes leaf) {}

  private record Signed(Optional<Checkpoint> checkpoint, boolean fresh) {}
}
