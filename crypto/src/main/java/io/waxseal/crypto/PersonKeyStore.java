package io.waxseal.crypto;

import io.waxseal.account.StoreException;
import io.waxseal.account.VaultException;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import java.time.Instant;
import java.util.Optional;

/**
 * Where wrapped person keys are kept. A person has at most one key; once it is destroyed there is a tombstone, and
 * never a key again. Calls join the transaction of the thread if it has one on the same database. Thread-safe.
 *
 * <p>Guarantee an implementation gives: what {@link #destroy} has destroyed is gone from the store, durably and for all
 * its readers, when the transaction it ran in has committed. Not guaranteed: copies in backups.
 */
public interface PersonKeyStore {
  /**
   * The store in a database; its tables are made when they are missing.
   *
   * @param database where
   * @return the store
   * @throws StoreException if the database refuses
   */
  static PersonKeyStore on(Database database) {
    return new JdbcPersonKeyStore(database);
  }

  /**
   * Looks up a person's key.
   *
   * @param person whose
   * @return the key or its tombstone, or empty if the person never had one
   * @throws VaultException if what is stored is damaged
   */
  Optional<PersonKey> find(Person person);

  /**
   * Adds a key for a person who has neither key nor tombstone; otherwise changes nothing.
   *
   * @param key a key that lives
   * @return what the store holds for the person now: this key, an earlier one, or a tombstone
   * @throws VaultException if what is stored is damaged
   * @throws IllegalArgumentException if {@code key} is a tombstone
   */
  PersonKey insertIfAbsent(PersonKey key);

  /**
   * Destroys a person's key and leaves a tombstone, also for a person who never had a key, so that none is made for
   * work that was under way. Idempotent: the first tombstone stays.
   *
   * @param person whose
   * @param at when
   * @return whether a key lived until now
   */
  boolean destroy(Person person, Instant at);
}
