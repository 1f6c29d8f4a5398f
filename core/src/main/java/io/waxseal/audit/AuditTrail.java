package io.waxseal.audit;

import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The tamper-evident record of what happened. Thread-safe.
 *
 * <p>Guarantee: an entry is in the trail if and only if the transaction that recorded it committed. Once a checkpoint
 * that covers it is signed, no byte of it can change unnoticed by who holds the public key. Not guaranteed: who can
 * write the database and also sign can rewrite the trail, unless checkpoints were published to a sink out of reach.
 */
public sealed interface AuditTrail permits MerkleTrail, NoTrail {
  /**
   * The trail in a database, signed with an Ed25519 key that is made at the first use and sealed by the vault.
   *
   * @param database where it is stored
   * @param vault seals details and the signing key
   * @param clock the time of entries
   * @param sinks where signed checkpoints go
   * @return the trail
   */
  static AuditTrail on(Database database, Vault vault, Clock clock, List<AuditSink> sinks) {
    return new MerkleTrail(database, vault, clock, sinks);
  }

  /**
   * The trail of a host that goes without one. Records nothing.
   *
   * @return the trail
   */
  static AuditTrail none() {
    return new NoTrail();
  }

  /**
   * Records an entry in a transaction.
   *
   * @param transaction the transaction of what the entry tells of
   * @param entry what happened
   */
  void record(Transaction transaction, AuditEntry entry);

  /**
   * Gives every committed entry its place in the tree and signs the result, if there is anything new. Several processes
   * may call it at once.
   *
   * @return the newest checkpoint; empty if the trail has no entry
   */
  Optional<Checkpoint> checkpoint();

  /** {@return how many committed entries wait for their place in the tree} */
  long staged();
}
