package io.waxseal.person;

import io.waxseal.account.Tenant;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.util.Optional;
import java.util.Set;

/**
 * Which person is reached at which contact points. Points are found by blind index and kept sealed under their person,
 * so the database shows no number. Thread-safe; calls join the transaction of the thread.
 */
public interface PersonDirectory {
  /**
   * The directory over a database.
   *
   * @param database where it is stored
   * @param vault seals the points and gives their blind indexes
   * @return the directory
   */
  static PersonDirectory on(Database database, Vault vault) {
    return new JdbcPersonDirectory(database, vault);
  }

  /**
   * The person of any of the points.
   *
   * @param tenant whose person
   * @param points at least one
   * @return the person; empty if none of the points is known
   */
  Optional<Person> find(Tenant tenant, Set<ContactPoint> points);

  /**
   * The person of the points; creates one if none is known. Evidence stronger than the host's word also links points that
   * were not linked yet; and if the points belong to several persons, these become one: the eldest goes on, and {@link
   * #identities} tells the others.
   *
   * @param transaction where
   * @param tenant whose person
   * @param seenTogether at least one
   * @param evidence why the points belong together
   * @return the person
   * @throws IllegalArgumentException if there is no point, or if there are several, none is known, and the evidence is
   *     the host's word
   */
  Person findOrCreate(
      Transaction transaction,
      Tenant tenant,
      Set<ContactPoint> seenTogether,
      LinkEvidence evidence);

  /**
   * Keeps the persons of points as they are until the transaction ends. Call it with all points before several
   * {@link #findOrCreate} in one transaction, so that two transactions that meet the same people in another order do
   * not wait for each other in a circle. Does nothing unless overridden.
   *
   * @param transaction where
   * @param tenant whose persons
   * @param points the points, known or not
   */
  default void reserve(Transaction transaction, Tenant tenant, Set<ContactPoint> points) {}

  /**
   * The points at which a person is reached.
   *
   * @param person the person, or an earlier one that became it
   * @return all linked points, those the person was last seen at last; empty if the person is unknown or forgotten
   */
  Set<ContactPoint> points(Person person);

  /**
   * Everybody the person is and was; what is kept of a person is kept under one of these.
   *
   * @param person the person, or an earlier one that became it
   * @return who the person is now first, then all earlier ones; at least {@code person}
   */
  Set<Person> identities(Person person);

  /**
   * The {@linkplain #identities identities} of a person, who stay as they are until the transaction ends: nobody is
   * merged with them, and nothing new is kept of them by whoever reserves too. Reads them without keeping them unless
   * overridden.
   *
   * @param transaction where
   * @param person the person, or an earlier one that became it
   * @return as {@link #identities} tells it
   */
  default Set<Person> reserve(Transaction transaction, Person person) {
    return identities(person);
  }

  /**
   * Forgets the points of a person. Idempotent.
   *
   * @param transaction where
   * @param person the person
   */
  void forget(Transaction transaction, Person person);

  /** {@return the source whose erasure forgets a person; an erasure visits it last} */
  PersonalDataSource personalData();
}
