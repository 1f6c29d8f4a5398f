package io.waxseal.redaction;

import io.waxseal.account.StoreException;
import io.waxseal.account.Tenant;
import io.waxseal.guard.Wiring;
import io.waxseal.internal.sql.Ddl;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.Context;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.person.RecordKind;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.label.Handle;
import io.waxseal.redaction.internal.label.Labels;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The values behind tokens, each sealed under its person and bound to its token, its type and its end. An expired or
 * erased value is emptied; its row stays, to tell both from a token that never was. Thread-safe; joins the transaction of
 * the thread.
 */
final class TokenStore implements PersonalDataSource {

  static final String NAME = "redaction-token";
  private static final String TABLE = "wx_redaction_token";
  private static final long BETWEEN_CLEANINGS = Duration.ofMinutes(1).toMillis();

  private final Wiring wiring;
  private final Database database;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong cleaningDue = new AtomicLong();

  TokenStore(Wiring wiring) {
    this.wiring = wiring;
    database = wiring.database();
    clock = wiring.clock();
    database.require(NAME, Ddl.of(database, TokenStore.class, NAME));
  }

  /**
   * A row.
   *
   * @param id the token's number
   * @param person whose value it is
   * @param type its type
   * @param sealed the value, unless it is emptied
   * @param expiresAt from when on nobody reads it
   * @param erasedAt when its person was erased, if so
   */
  // on its way out of a query, never compared
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      UUID id,
      Person person,
      EntityType type,
      byte @Nullable [] sealed,
      Instant expiresAt,
      Optional<Instant> erasedAt) {}

  /** Seals a value and gives the token that stands for it. */
  String keep(Person person, EntityType type, String value, int days) {
    byte[] handle = new byte[Handle.TOKEN_BYTES];
    random.nextBytes(handle);
    UUID id = id(ByteBuffer.wrap(handle).getLong());
    Instant now = Instant.ofEpochMilli(clock.millis());
    Instant end = now.plus(Duration.ofDays(days));
    return database.inTransaction(tx -> {
      byte[] sealed = wiring.vault().seal(person, place(id, type, end), bytes(value));
      Sql.update(
          tx,
          "INSERT INTO wx_redaction_token (tenant, id, person, type, sealed, created_at, expires_at)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)",
          person.tenant().id(),
          id,
          person.id(),
          type.name(),
          sealed,
          now,
          end);
      return Labels.withToken(type, handle);
    });
  }

  /** The row of a token of this tenant and type. */
  Optional<Row> find(Transaction tx, Tenant tenant, String type, long number) throws SQLException {
    return Sql.first(
        tx,
        row -> row(tenant, row),
        "SELECT * FROM wx_redaction_token WHERE tenant = ? AND id = ? AND type = ?",
        tenant.id(),
        id(number),
        type);
  }

  private static Row row(Tenant tenant, ResultSet row) throws SQLException {
    long erased = row.getLong("erased_at");
    Optional<Instant> erasedAt =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(erased));
    return new Row(
        Sql.uuid(row, "id"),
        new Person(tenant, Sql.uuid(row, "person")),
        new EntityType(row.getString("type")),
        row.getBytes("sealed"),
        Sql.time(row, "expires_at"),
        erasedAt);
  }

  /** Opens a row that is neither erased nor expired. */
  Opened open(Row row) {
    byte[] sealed = row.sealed() == null ? new byte[0] : row.sealed();
    return wiring.vault().open(row.person(), place(row.id(), row.type(), row.expiresAt()), sealed);
  }

  /** The end stands in the place of the version, so that who writes the database cannot move it. */
  private static Context place(UUID id, EntityType type, Instant end) {
    return new Context(RecordKind.TOKEN, TABLE, id, end.toEpochMilli(), "sealed." + type.name());
  }

  private static UUID id(long number) {
    return new UUID(0, number);
  }

  /** Two bytes a character, so that nothing is lost, not even half of a pair. */
  private static byte[] bytes(String value) {
    ByteBuffer bytes = ByteBuffer.allocate(value.length() * Character.BYTES);
    bytes.asCharBuffer().put(value);
    return bytes.array();
  }

  static String value(Opened.Plain plain) {
    return ByteBuffer.wrap(plain.bytes()).asCharBuffer().toString();
  }

  /** Empties what is expired, at most once a minute; what fails is tried again with the next. */
  void clean() {
    long now = clock.millis();
    long due = cleaningDue.get();
    if (now < due || !cleaningDue.compareAndSet(due, now + BETWEEN_CLEANINGS)) {
      return;
    }
    try {
      database.useTransaction(tx -> {
        Sql.update(
            tx,
            "UPDATE wx_redaction_token SET sealed = NULL WHERE sealed IS NOT NULL AND expires_at <= ?",
            Instant.ofEpochMilli(now));
      });
    } catch (StoreException e) {
      cleaningDue.set(now);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Removed erase(Person person) {
    return new Removed(database.inTransaction(tx -> Sql.update(
        tx,
        "UPDATE wx_redaction_token SET sealed = NULL, erased_at = ?"
            + " WHERE tenant = ? AND person = ? AND erased_at IS NULL",
        clock.instant(),
        person.tenant().id(),
        person.id())));
  }

  @Override
  public long verifyGone(Person person) {
    return database.inTransaction(tx -> Sql.count(
        tx,
        "SELECT COUNT(*) FROM wx_redaction_token WHERE tenant = ? AND person = ? AND erased_at IS NULL",
        person.tenant().id(),
        person.id()));
  }
}
