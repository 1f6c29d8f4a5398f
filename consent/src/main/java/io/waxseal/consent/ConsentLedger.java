package io.waxseal.consent;

import io.waxseal.account.Tenant;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Person;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The record of wishes, with the evidence for each. Entries are only added, and the points that an entry names find it again.
 * The ledger does not decide where a wish counts or whose it is. All calls run in the caller's transaction, and the entries of
 * one point and reads of it are linearizable: a read sees every entry whose transaction committed before. Thread-safe.
 *
 * <p>Stops are kept by keyed hash besides the person's entries; {@link #forget} leaves them.
 */
public interface ConsentLedger {
  /**
   * The ledger over a database.
   *
   * @param database where it is stored
   * @param vault seals evidence
   * @return the ledger
   */
  static ConsentLedger on(Database database, Vault vault) {
    return new JdbcConsentLedger(database, vault);
  }

  /**
   * Adds an entry.
   *
   * @param transaction where
   * @param entry the entry; a stop may be of {@linkplain Person#unnamed nobody known}, it then counts at its points alone
   * @param named keyed hashes of the points that the wish names
   * @param evidence what proves it
   * @return SHA-256 of the sealed evidence, 32 bytes; empty if an entry with this id was there, and then nothing changed
   */
  Optional<byte[]> append(
      Transaction transaction, ConsentEntry entry, Set<IndexedPoint> named, Evidence evidence);

  /**
   * The wishes that name any of some points.
   *
   * @param transaction where
   * @param tenant whose
   * @param points keyed hashes of the points
   * @return the wishes, each with those of its points that are among {@code points}, and always with the account it names
   */
  List<Wish> wishes(Transaction transaction, Tenant tenant, Collection<IndexedPoint> points);

  /**
   * Writes a stop out: it counts at more points from now on, with its own time, so that it outlives what led there.
   *
   * @param transaction where
   * @param tenant whose
   * @param stop the stop
   * @param points where it counts besides
   */
  void carry(Transaction transaction, Tenant tenant, Wish stop, Set<IndexedPoint> points);

  /**
   * Forgets wishes, so that they count nowhere any more; their entries stay until {@link #forget}.
   *
   * @param transaction where
   * @param tenant whose
   * @param wishes the ids of their entries
   */
  void drop(Transaction transaction, Tenant tenant, Collection<UUID> wishes);

  /**
   * A person's entries, oldest first.
   *
   * @param transaction where
   * @param person whose
   * @return the entries; empty after an erasure
   */
  List<ConsentEntry> history(Transaction transaction, Person person);

  /**
   * What proves an entry.
   *
   * @param transaction where
   * @param person whose entry it is
   * @param entry its id
   * @return the evidence; empty if there is no such entry of the person, or it was erased, and by default
   */
  default Optional<Evidence> evidence(Transaction transaction, Person person, UUID entry) {
    return Optional.empty();
  }

  /**
   * Counts what {@link #forget} would remove: a person's entries and whatever else is kept under the person.
   *
   * @param transaction where
   * @param person whose
   * @return how many records; 0 after an erasure, which is the proof of it
   */
  long held(Transaction transaction, Person person);

  /**
   * Forgets a person's entries and evidence, and what they say but stops. Idempotent.
   *
   * @param transaction where
   * @param person whom
   * @return how many entries are gone
   */
  long forget(Transaction transaction, Person person);
}
