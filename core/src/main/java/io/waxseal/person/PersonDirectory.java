package io.waxseal.person;

import io.waxseal.account.Tenant;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Which person is reached at which contact points, and how that is known. Points are found by blind index and kept sealed
 * under their person, so the database shows no number. An account of WhatsApp is one human for ever; a phone number passes
 * from human to human, so it names nobody for ever. What ties points together is kept as dated rows, never merged for good.
 * Thread-safe; calls join the transaction of the thread.
 *
 * <p>Threat: a recycled number gives its new holder nothing of the earlier one. Not stopped: a number that is given to
 * somebody else without any sign of it, within the trust.
 */
public interface PersonDirectory {
  /** How long no carrier gives a returned number to somebody else; what is seen so near proves who had it. */
  Duration QUARANTINE = Duration.ofDays(45);

  /** The trust unless the host chooses another. */
  Duration STANDARD_TRUST = Duration.ofDays(730);

  /**
   * The directory over a database, with the system's clock and the standard trust.
   *
   * @param database where it is stored
   * @param vault seals the points and gives their blind indexes
   * @return the directory
   */
  static PersonDirectory on(Database database, Vault vault) {
    return on(database, vault, Clock.systemUTC(), STANDARD_TRUST);
  }

  /**
   * The directory over a database.
   *
   * @param database where it is stored
   * @param vault seals the points and gives their blind indexes
   * @param clock the time
   * @param trust how long a phone counts as that of the one human who was ever seen there, when a grant is attributed or a
   *     phone addressed; {@link #QUARANTINE} is the strict choice
   * @return the directory
   * @throws IllegalArgumentException if the trust is shorter than the quarantine
   */
  static PersonDirectory on(Database database, Vault vault, Clock clock, Duration trust) {
    return new JdbcPersonDirectory(database, vault, clock, trust);
  }

  /**
   * The person of any of the points, now.
   *
   * @param tenant whose person
   * @param points at least one
   * @return the person of the account that is named, else whoever provably has the phone now; empty if none of the points is
   *     known, or nobody can know
   */
  Optional<Person> find(Tenant tenant, Set<ContactPoint> points);

  /**
   * The person who provably had a point at a time.
   *
   * @param tenant whose person
   * @param point the point
   * @param at when
   * @return the person; empty if the point is not known, or nobody can know
   */
  Optional<Person> find(Tenant tenant, ContactPoint point, Instant at);

  /**
   * The person of the points; creates one if none is known. Evidence stronger than the host's word is a sighting now; {@link
   * LinkEvidence#PLATFORM_CHANGE_EVENT} says that the first point became the second.
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
   * Takes in what an event says about people. The order of events does not matter, nor does a repetition.
   *
   * @param transaction where
   * @param tenant whose event
   * @param testimony what it says
   * @param at when it happened, by Meta's clock
   * @param event our id of the event
   * @param create whether a person may be made for whoever it names
   * @return what came of it
   */
  Told tell(
      Transaction transaction,
      Tenant tenant,
      Testimony testimony,
      Instant at,
      UUID event,
      boolean create);

  /**
   * What came of a testimony.
   *
   * @param person whom it is about; empty if nobody is known or can be, or if it is stale
   * @param stale whether it is older than the erasure of somebody it names, so that nothing of it may be kept but a stop
   * @param named the points that a stop in the event names: those of the testimony; of a stale one all that were erased
   *     together
   * @param changed whether it tied points together that were not tied before
   */
  record Told(Optional<Person> person, boolean stale, Set<IndexedPoint> named, boolean changed) {}

  /**
   * Takes in that a status found by our own id names an account: the phone it was sent to was this account's then.
   *
   * @param transaction where
   * @param tenant whose
   * @param phone the phone that was sent to
   * @param account the account that Meta names
   * @param at when, by Meta's clock
   * @return whether it tied points together that were not tied before
   */
  boolean seen(
      Transaction transaction, Tenant tenant, IndexedPoint phone, ContactPoint account, Instant at);

  /**
   * Takes in how Meta spells a number: its answer to a send. The spelling that Meta accepted is used next.
   *
   * @param transaction where
   * @param tenant whose
   * @param sent the number as it was sent
   * @param accepted the number as Meta answered
   * @param at when
   */
  void spelled(
      Transaction transaction, Tenant tenant, ContactPoint sent, ContactPoint accepted, Instant at);

  /**
   * Keeps the persons of points as they are until the transaction ends. Call it with all points before several
   * {@link #findOrCreate} in one transaction, so that two transactions that meet the same people in another order do
   * not wait for each other in a circle.
   *
   * @param transaction where
   * @param tenant whose persons
   * @param points the points, known or not
   */
  void reserve(Transaction transaction, Tenant tenant, Set<ContactPoint> points);

  /**
   * The points at which a person was ever reached.
   *
   * @param person the person, or an earlier one that became it
   * @return the points, those the person was last seen at last; empty if the person is unknown or forgotten
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
   * merged with them, and nothing new is kept of them by whoever reserves too.
   *
   * @param transaction where
   * @param person the person, or an earlier one that became it
   * @return as {@link #identities} tells it
   */
  Set<Person> reserve(Transaction transaction, Person person);

  /**
   * Where a message to a recipient goes: the account whenever one is live, since it cannot reach a stranger; the phone
   * otherwise, in the spelling that Meta accepted.
   *
   * @param tenant whose
   * @param recipient the person or the point
   * @param byPhone whether only a phone will do, as for authentication templates
   * @return the address
   */
  Address address(Tenant tenant, Recipient recipient, boolean byPhone);

  /**
   * How many recipients could not be decided, since too many others are tied to them ({@link Address.Certainty#TOO_MANY}).
   * Each is counted once, by this object alone: what another process met is not among them, nor what was met before its
   * start. Of more than 10,000 the last ones count.
   *
   * @param since when they were last met, or later; {@link Instant#EPOCH} for all since the start
   * @return how many persons, and points at which no person is known
   */
  long undecided(Instant since);

  /**
   * Where a message goes.
   *
   * @param certainty what is known of whoever would get it
   * @param person who it is; empty for a phone that nobody is known at
   * @param points the point to address first, then all other points of the person; empty if nothing is known
   */
  record Address(Certainty certainty, Optional<Person> person, List<ContactPoint> points) {
    /** What is known of whoever would get a message. */
    public enum Certainty {
      /** One human is known to have the point, or none ever had an account there. */
      KNOWN,
      /** No contact point is known. */
      UNKNOWN,
      /** Nobody can know who has the phone now. */
      NOBODY,
      /** Only a phone will do, and none is provably this human's. */
      NO_PHONE,
      /** Only a phone will do, and since its identity key changed nobody was seen there. */
      KEY_CHANGED,
      /** The point is tied to so many others that it cannot be decided. */
      TOO_MANY
    }
  }

  /**
   * What is known around some points, for those who decide what holds there.
   *
   * @param transaction where; the answer is as new as what it locked before
   * @param tenant whose
   * @param points the points
   * @return the snapshot
   */
  Whereabouts whereabouts(Transaction transaction, Tenant tenant, Collection<IndexedPoint> points);

  /**
   * The keyed hash of a point.
   *
   * @param tenant whose
   * @param point the point
   * @return the hash with the kind
   */
  IndexedPoint index(Tenant tenant, ContactPoint point);

  /**
   * The points that stand for a person: accounts, or the phone of somebody who was never seen with one.
   *
   * @param transaction where
   * @param person the person, or an earlier one that became it
   * @return the points, the one seen last at the end
   */
  List<IndexedPoint> indexes(Transaction transaction, Person person);

  /**
   * Takes in somebody's word that two points are one human's: the host's, or that of its own records. Stops then count at
   * both; nothing is permitted by it.
   *
   * @param transaction where
   * @param tenant whose
   * @param one a point
   * @param other another point
   * @return the link
   * @throws IllegalArgumentException if both are one point
   */
  PersonLink link(Transaction transaction, Tenant tenant, ContactPoint one, ContactPoint other);

  /**
   * A link in force, by its id.
   *
   * @param tenant whose
   * @param id our id of the link
   * @return the link; empty if there is none of this tenant, or it was taken back
   */
  Optional<PersonLink> link(Tenant tenant, UUID id);

  /**
   * Takes a link back. Stops that run over it stay where they count; what is older than this never links both again.
   *
   * @param transaction where
   * @param link the link, as {@link #links} told it
   * @return whether it was in force
   */
  boolean unlink(Transaction transaction, PersonLink link);

  /**
   * All links in force that a person's points have.
   *
   * @param person the person, or an earlier one that became it
   * @return the links, the oldest first
   */
  List<PersonLink> links(Person person);

  /**
   * Shows all persons of a tenant, one after the other, without holding them in memory.
   *
   * @param tenant whose
   * @param each is shown who each person is now; with no transaction open
   */
  void forEach(Tenant tenant, Consumer<Person> each);

  /**
   * Lets somebody know what happens between persons, in the transaction in which it happens.
   *
   * @param watcher who is told
   */
  void watch(PersonWatcher watcher);

  /**
   * Forgets a person: points, links, sightings. What is left is a grave of keyed hashes for 30 days, so that late events
   * resurrect nobody; at phones that others were seen at too, the sighting loses its account. Idempotent.
   *
   * @param transaction where
   * @param person whom
   */
  void forget(Transaction transaction, Person person);

  /** Removes graves that are older than Meta delivers. */
  void tidy();

  /** {@return the source whose erasure forgets a person} */
  PersonalDataSource personalData();
}
