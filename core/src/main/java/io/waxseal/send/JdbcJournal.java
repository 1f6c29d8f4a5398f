package io.waxseal.send;

import io.waxseal.account.Account;
import io.waxseal.account.MessageId;
import io.waxseal.account.Tenant;
import io.waxseal.internal.sql.Ddl;
import io.waxseal.internal.sql.Sql;
import io.waxseal.internal.wire.CallbackData;
import io.waxseal.message.Message;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One row an intent. Settled by what the call returned, by statuses in any order, or by age. */
final class JdbcJournal implements Journal {
  private static final String STORE = "journal";
  private static final String INDEX = "wamid";
  private static final List<String> DELIVERY = List.of("sent", "delivered", "read", "played");
  private static final String UNSETTLED = "('INTENDED', 'SENDING')";

  private final Database database;
  private final Vault vault;
  private final Clock clock;

  JdbcJournal(Database database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
    database.require(STORE, Ddl.of(database, JdbcJournal.class, STORE));
  }

  @Override
  public Optional<Entry> find(UUID transmission) {
    return database.inTransaction(tx -> Sql.first(
        tx, JdbcJournal::read, "SELECT * FROM wx_journal WHERE transmission = ?", transmission));
  }

  @Override
  public long undetermined() {
    return database.inTransaction(
        tx -> Sql.count(tx, "SELECT COUNT(*) FROM wx_journal WHERE state = 'UNDETERMINED'"));
  }

  private static Entry read(ResultSet row) throws SQLException {
    return new Entry(
        Sql.uuid(row, "transmission"),
        State.valueOf(row.getString("state")),
        row.getString("kind"),
        row.getString("purpose"),
        Optional.ofNullable(row.getString("delivery")));
  }

  void intend(
      Transaction transaction,
      UUID transmission,
      Account account,
      Person person,
      Optional<IndexedPoint> point,
      Message message)
      throws SQLException {
    Sql.update(
        transaction,
        "INSERT INTO wx_journal (transmission, tenant, account, person, purpose, kind, state, created_at, settled_at, point)"
            + " VALUES (?, ?, ?, ?, ?, ?, 'INTENDED', ?, ?, ?)",
        transmission,
        account.tenant().id(),
        account.phoneNumberId().value(),
        person.id(),
        message.purpose().orElse(""),
        message.type(),
        clock.instant(),
        clock.instant(),
        point.filter(IndexedPoint::isPhone).map(IndexedPoint::index).orElse(null));
  }

  /** The phone that a message was sent to, found by what travelled with it. */
  Optional<IndexedPoint> phoneOf(Transaction transaction, Tenant tenant, String callbackData) {
    Optional<UUID> ours = CallbackData.read(callbackData).map(CallbackData::transmission);
    return ours.isEmpty()
        ? Optional.empty()
        : database.inTransaction(
            transaction,
            tx -> Sql.first(
                tx,
                row -> IndexedPoint.phone(row.getBytes("point")),
                "SELECT point FROM wx_journal WHERE tenant = ? AND transmission = ? AND point IS NOT NULL",
                tenant.id(),
                ours.get()));
  }

  /** {@return whether the intent stood there, so that the first byte may leave} */
  boolean sending(Transaction transaction, UUID transmission) throws SQLException {
    return Sql.update(
            transaction,
            "UPDATE wx_journal SET state = 'SENDING', settled_at = ? WHERE transmission = ? AND state = 'INTENDED'",
            clock.instant(),
            transmission)
        == 1;
  }

  /** Writes down what the call returned; a status that came first stays. */
  void settle(Transaction transaction, Tenant tenant, UUID transmission, SendResult result)
      throws SQLException {
    byte[] wamid =
        result instanceof Accepted accepted ? index(tenant, accepted.receipt().messageId()) : null;
    Sql.update(
        transaction,
        "UPDATE wx_journal SET state = CASE WHEN delivery IS NULL THEN ? ELSE state END,"
            + " wamid = COALESCE(wamid, ?), settled_at = ? WHERE transmission = ?",
        state(result).name(),
        wamid,
        clock.instant(),
        transmission);
  }

  static State state(SendResult result) {
    if (result instanceof Accepted) {
      return State.ACCEPTED;
    }
    if (result instanceof Refused) {
      return State.REFUSED;
    }
    return result instanceof Failed ? State.FAILED : State.UNDETERMINED;
  }

  /**
   * Settles an intent by a status webhook, in any order and any number of times. The intent is found by what travelled
   * with it, or by the blind index of Meta's id; a status of a message that is not ours changes nothing.
   *
   * @param transaction where
   * @param tenant whose
   * @param messageId Meta's id
   * @param callbackData what came back with the status, if anything did
   * @param status Meta's word, such as {@code delivered}
   */
  void settle(
      Transaction transaction,
      Tenant tenant,
      MessageId messageId,
      Optional<String> callbackData,
      String status) {
    database.useTransaction(transaction, tx -> {
      byte[] wamid = index(tenant, messageId);
      // two statuses of one message at once would each judge the other's by what stood there before
      tx.lock(wamid);
      Optional<UUID> ours =
          callbackData.flatMap(CallbackData::read).map(CallbackData::transmission);
      for (Entry entry : Sql.list(
          tx,
          JdbcJournal::read,
          "SELECT * FROM wx_journal WHERE tenant = ? AND (transmission = ? OR wamid = ?)",
          tenant.id(),
          ours.orElse(null),
          wamid)) {
        settle(tx, entry, wamid, status);
      }
    });
  }

  private void settle(Transaction transaction, Entry entry, byte[] wamid, String status)
      throws SQLException {
    String before = entry.deliveryStatus().orElse("");
    boolean failed = status.equals("failed");
    boolean seen = DELIVERY.indexOf(before) >= DELIVERY.indexOf("read");
    boolean later = failed
        ? !seen
        : !before.equals("failed") && DELIVERY.indexOf(status) > DELIVERY.indexOf(before);
    if (later) {
      Sql.update(
          transaction,
          "UPDATE wx_journal SET state = ?, delivery = ?, wamid = COALESCE(wamid, ?), settled_at = ?"
              + " WHERE transmission = ?",
          (failed ? State.FAILED : State.ACCEPTED).name(),
          status,
          wamid,
          clock.instant(),
          entry.transmission());
    }
  }

  /**
   * Settles intents whose process has died: what never reached the fence has failed, what passed it is undetermined.
   *
   * @param age only intents untouched for this long
   * @return how many were settled
   */
  int abandon(Duration age) {
    Instant before = clock.instant().minus(age);
    return database.inTransaction(tx -> Sql.update(
        tx,
        "UPDATE wx_journal SET state = CASE state WHEN 'INTENDED' THEN 'FAILED' ELSE 'UNDETERMINED' END"
            + " WHERE state IN " + UNSETTLED + " AND settled_at < ?",
        before));
  }

  private byte[] index(Tenant tenant, MessageId id) {
    return vault.index(tenant, INDEX, id.value());
  }

  /** The source whose erasure deletes a person's intents. */
  PersonalDataSource personalData() {
    return new PersonalDataSource() {
      @Override
      public String name() {
        return STORE;
      }

      @Override
      public Removed erase(Person person) {
        return new Removed(database.inTransaction(tx -> Sql.update(
            tx,
            "DELETE FROM wx_journal WHERE tenant = ? AND person = ?",
            person.tenant().id(),
            person.id())));
      }

      @Override
      public long verifyGone(Person person) {
        return database.inTransaction(tx -> Sql.count(
            tx,
            "SELECT COUNT(*) FROM wx_journal WHERE tenant = ? AND person = ?",
            person.tenant().id(),
            person.id()));
      }
    };
  }
}
