package io.waxseal.consent;

import io.waxseal.account.Tenant;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who wished what, with the evidence for it, and the stops in force. Entries are only added. All calls run in the
 * caller's transaction, and one person's entries and reads are linearizable: a read sees every entry whose transaction
 * committed before. Thread-safe.
 *
 * <p>Stops are kept by contact point, as a keyed hash, besides the person's entries; {@link #forget} leaves them.
 */
public interface ConsentLedger {
  /**
   * The ledger over a database.
   *
   * @param database where it is stored
   * @param vault seals evidence and hashes contact points
   * @return the ledger
   */
  static ConsentLedger on(Database database, Vault vault) {
    return new JdbcConsentLedger(database, vault);
  }

  /**
   * Adds an entry. For one scope and cause the newest wish counts, by the time the person said it; of a stop and its
   * end at the same time, the stop.
   *
   * @param transaction where
   * @param entry the entry; a stop may be of {@linkplain Person#unnamed nobody known}, it then counts at its points alone
   * @param points all contact points of the person, to which a stop or its end applies
   * @param evidence what proves it
   * @return SHA-256 of the sealed evidence, 32 bytes; empty if an entry with this id was there, and then nothing changed
   */
  Optional<byte[]> append(
      Transaction transaction, ConsentEntry entry, Set<ContactPoint> points, Evidence evidence);

  /**
   * What holds now.
   *
   * @param transaction where
   * @param tenant whose
   * @param identities the person and all earlier ones that became this one; empty for somebody unknown
   * @param points the contact points
   * @return grants of the identities, stops of the points
   */
  ConsentView read(
      Transaction transaction, Tenant tenant, Set<Person> identities, Set<ContactPoint> points);

  /**
   * When a stop was last ended at any of the points, whether or not another came after.
   *
   * @param transaction where
   * @param tenant whose
   * @param scope the scope of the stop, exactly
   * @param cause its cause
   * @param points the contact points
   * @return the latest time of an end; empty if none was ended
   */
  Optional<Instant> ended(
      Transaction transaction, Tenant tenant, String scope, Cause cause, Set<ContactPoint> points);

  /**
   * Extends the stops in force for any of the points to all of them, so that they outlive the links between them. Until
   * the transaction ends nobody else reads what holds at the points in one that locks them.
   *
   * @param transaction where
   * @param tenant whose
   * @param points points of one person
   * @return the stops in force, now at all of the points
   */
  List<Stop> extend(Transaction transaction, Tenant tenant, Set<ContactPoint> points);

  /**
   * A person's entries, oldest first.
   *
   * @param transaction where
   * @param person whose
   * @return the entries; empty after an erasure
   */
  List<ConsentEntry> history(Transaction transaction, Person person);

  /**
   * Counts what {@link #forget} would remove: a person's entries and whatever else is kept under the person.
   *
   * @param transaction where
   * @param person whose
   * @return how many records; 0 after an erasure, which is the proof of it
   */
  long held(Transaction transaction, Person person);

  /**
   * Forgets a person's entries and evidence. Stops in force are first extended to all given points; stops that were ended
   * are forgotten. Idempotent.
   *
   * @param transaction where
   * @param person whom
   * @param points all contact points of the person
   * @return how many entries are gone
   */
  long forget(Transaction transaction, Person person, Set<ContactPoint> points);
}
