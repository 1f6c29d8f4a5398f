package io.waxseal.webhook;

import io.waxseal.account.StoreException;
import io.waxseal.account.Tenant;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.store.Database;
import io.waxseal.store.Listening;
import io.waxseal.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Received events, durable until handled, each taken in once however often it is delivered. A claim is a lease: who
 * loses it may have done the work, so work is at least once. Thread-safe.
 */
public interface Inbox {
  /** What an inbox says that was made before single events could be asked for. */
  String NO_SINGLE_EVENTS =
      "this inbox knows no single events; it retries or discards all that are set aside";

  /**
   * The inbox over a database.
   *
   * @param database where it is stored
   * @param clock the time of leases
   * @return the inbox
   */
  static Inbox on(Database database, Clock clock) {
    return new JdbcInbox(database, clock);
  }

  /** An event to keep. */
  final class Row {
    private final UUID id;
    private final Person owner;
    private final byte[] dedupeKey;
    private final byte[] sealed;
    private final Instant receivedAt;

    /**
     * An event to keep.
     *
     * @param id our own id
     * @param owner under whose key it is sealed
     * @param dedupeKey the blind index of what makes it the same event
     * @param sealed the sealed event
     * @param receivedAt when it arrived
     */
    public Row(UUID id, Person owner, byte[] dedupeKey, byte[] sealed, Instant receivedAt) {
      this.id = id;
      this.owner = owner;
      this.dedupeKey = dedupeKey.clone();
      this.sealed = sealed.clone();
      this.receivedAt = receivedAt;
    }

    /** {@return our own id} */
    public UUID id() {
      return id;
    }

    /** {@return under whose key it is sealed} */
    public Person owner() {
      return owner;
    }

    /** {@return the blind index of what makes it the same event} */
    public byte[] dedupeKey() {
      return dedupeKey.clone();
    }

    /** {@return the sealed event} */
    public byte[] sealed() {
      return sealed.clone();
    }

    /** {@return when it arrived} */
    public Instant receivedAt() {
      return receivedAt;
    }

    @Override
    public String toString() {
      return "Row[" + id + "]";
    }
  }

  /** An event that the caller may work on until its lease ends. */
  final class Claim {
    private final UUID id;
    private final Person owner;
    private final byte[] sealed;
    private final int attempt;
    private final UUID lease;

    /**
     * A claimed event.
     *
     * @param id our own id
     * @param owner under whose key it is sealed
     * @param sealed the sealed event
     * @param attempt which attempt this is, from 1
     * @param lease what tells this claim from others of the same event
     */
    public Claim(UUID id, Person owner, byte[] sealed, int attempt, UUID lease) {
      this.id = id;
      this.owner = owner;
      this.sealed = sealed.clone();
      this.attempt = attempt;
      this.lease = lease;
    }

    /** {@return our own id} */
    public UUID id() {
      return id;
    }

    /** {@return under whose key it is sealed} */
    public Person owner() {
      return owner;
    }

    /** {@return the sealed event} */
    public byte[] sealed() {
      return sealed.clone();
    }

    /** {@return which attempt this is, from 1} */
    public int attempt() {
      return attempt;
    }

    /** {@return what tells this claim from others of the same event} */
    public UUID lease() {
      return lease;
    }

    @Override
    public String toString() {
      return "Claim[" + id + ", attempt " + attempt + "]";
    }
  }

  /**
   * Keeps an event.
   *
   * @param transaction where
   * @param row the event
   * @return false if an event with this dedupe key was kept before, even if it is handled or erased by now
   */
  boolean insert(Transaction transaction, Row row);

  /**
   * Whether an event was kept before, even if it is handled or erased by now.
   *
   * @param transaction where
   * @param tenant whose
   * @param dedupeKey the blind index of what makes it the same event
   * @return whether {@link #insert} would say false
   */
  boolean seen(Transaction transaction, Tenant tenant, byte[] dedupeKey);

  /**
   * Claims events that are due, oldest first.
   *
   * @param most how many at the most, 1 or more
   * @param lease how long the claims last
   * @return the claims; nobody else gets them until their lease ends
   * @throws IllegalArgumentException if {@code most} is less than 1
   */
  List<Claim> claim(int most, Duration lease);

  /**
   * Ends the work on an event: its sealed body is emptied, its dedupe key stays.
   *
   * @param transaction where
   * @param claim the claim
   * @return false if the lease was lost to another claim; nothing has changed then
   */
  boolean complete(Transaction transaction, Claim claim);

  /**
   * Gives an event back, to be claimed again later. Nothing happens if the lease was lost.
   *
   * @param claim the claim
   * @param delay how much later
   */
  void release(Claim claim, Duration delay);

  /**
   * Gives an event back like {@link #release}, without counting the attempt: nothing was tried.
   *
   * @param claim the claim
   * @param delay how much later
   */
  void postpone(Claim claim, Duration delay);

  /**
   * Sets an event aside, sealed as it is, to be claimed no more until {@link #retryParked}. Nothing happens if the lease
   * was lost. Joins the transaction of the thread.
   *
   * @param claim the claim
   * @param why which rule broke; no text of the event
   */
  void park(Claim claim, String why);

  /**
   * Lets the events that were set aside be claimed again, as if for the first time; to be called once what kept them
   * from being handled is mended.
   *
   * @param tenant whose
   * @return how many they are
   */
  int retryParked(Tenant tenant);

  /**
   * Gives up the events that were set aside: their sealed bodies are emptied, their dedupe keys stay.
   *
   * @param tenant whose
   * @return how many they were
   */
  int discardParked(Tenant tenant);

  /**
   * An event that was set aside.
   *
   * @param id our own id
   * @param attempts how often it was tried
   * @param receivedAt when it arrived
   * @param why which rule broke, or the class of what was thrown
   */
  record SetAside(UUID id, int attempts, Instant receivedAt, String why) {}

  /**
   * The events that were set aside, oldest first.
   *
   * @param tenant whose
   * @param most how many at the most
   * @return the events
   * @throws StoreException if this inbox knows no single events, as by default
   */
  default List<SetAside> parked(Tenant tenant, int most) {
    throw new StoreException(NO_SINGLE_EVENTS, false, null);
  }

  /**
   * One event that is not handled yet.
   *
   * @param tenant whose
   * @param event its id
   * @return the event, sealed; empty if there is none, or it was handled, given up or erased
   * @throws StoreException if this inbox knows no single events, as by default
   */
  default Optional<Row> find(Tenant tenant, UUID event) {
    throw new StoreException(NO_SINGLE_EVENTS, false, null);
  }

  /**
   * Lets one event that was set aside be claimed again, as if for the first time.
   *
   * @param transaction where
   * @param tenant whose
   * @param event its id
   * @return false if no event of this id is set aside
   * @throws StoreException if this inbox knows no single events, as by default
   */
  default boolean retryParked(Transaction transaction, Tenant tenant, UUID event) {
    throw new StoreException(NO_SINGLE_EVENTS, false, null);
  }

  /**
   * Gives up one event that was set aside: its sealed body is emptied, its dedupe key stays.
   *
   * @param transaction where
   * @param tenant whose
   * @param event its id
   * @return false if no event of this id is set aside
   * @throws StoreException if this inbox knows no single events, as by default
   */
  default boolean discardParked(Transaction transaction, Tenant tenant, UUID event) {
    throw new StoreException(NO_SINGLE_EVENTS, false, null);
  }

  /**
   * What stands in the inbox, of all tenants.
   *
   * @param waiting events that are waiting or claimed
   * @param parked events that were set aside
   * @param oldestDue since when the oldest event that nobody has claimed could have been
   */
  record Backlog(long waiting, long parked, Optional<Instant> oldestDue) {}

  /** {@return what stands in the inbox, of all tenants} */
  Backlog backlog();

  /**
   * Counts the events that are waiting or claimed.
   *
   * @param tenant whose
   * @return the count
   */
  long waiting(Tenant tenant);

  /**
   * Hears that an event was kept, by any node.
   *
   * @return the listening; empty, as by default, if whoever works on events has to look by himself
   */
  default Optional<Listening> listen() {
    return Optional.empty();
  }

  /** {@return the source whose erasure empties a person's events} */
  PersonalDataSource personalData();
}
