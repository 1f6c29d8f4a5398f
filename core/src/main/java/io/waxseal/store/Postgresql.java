package io.waxseal.store;

import io.waxseal.account.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;

/**
 * What PostgreSQL needs so that a commit is durable and a statement sees what was committed before it. Settings of the
 * session are the pool's, so all that is set here ends with the transaction.
 */
final class Postgresql implements Engine {
  /** READ COMMITTED, so that what follows a lock sees what its holder before committed; durable whatever the default. */
  private static final String BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;"
      + " SELECT set_config('lock_timeout', '10s', true);"
      + " SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'";

  /** A row if this session's transaction holds more than what this statement itself needs. */
  private static final String LOCKED =
      "SELECT 1 FROM pg_locks WHERE pid = pg_backend_pid() AND (locktype = 'transactionid' OR locktype = 'relation'"
          + " AND relation NOT IN (SELECT oid FROM pg_class WHERE relnamespace = 'pg_catalog'::regnamespace)) LIMIT 1";

  private static final Set<String> BUSY = Set.of(
      "40001", // serialization_failure
      "40P01", // deadlock_detected
      "55P03", // lock_not_available
      "53300", // too_many_connections
      "57P01", // admin_shutdown
      "57P02", // crash_shutdown
      "57P03"); // cannot_connect_now
  private static final String CONNECTION_LOST = "08";
  private static final String SERVER_STOPPED = "57P";

  @Override
  public Dialect dialect() {
    return Dialect.POSTGRESQL;
  }

  /** What only speaks its protocol may lack its locks, and then a stop would race a send unseen. */
  @Override
  public void check(Connection connection) throws SQLException {
    if (!read(connection, "SELECT version()").startsWith("PostgreSQL ")) {
      throw new StoreException(
          "the server speaks PostgreSQL's protocol but is another database; Waxseal needs PostgreSQL's locks",
          false,
          null);
    }
  }

  @Override
  public void requireDurable(Connection connection) throws SQLException {
    if (!read(connection, "SHOW fsync").equals("on")) {
      throw new StoreException(
          "PostgreSQL runs with fsync = off, so what was committed can be lost; switch it on, or open a database that"
              + " nobody misses by Database.forTests",
          false,
          null);
    }
  }

  private static String read(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  /** The driver knows; where it cannot be reached, a transaction that did something is known by what it has locked. */
  @Override
  public void requireIdle(Connection connection, boolean autoCommit) throws SQLException {
    Optional<Boolean> known = PostgresqlDriver.isPresent()
        ? PostgresqlDriver.transactionOpen(connection)
        : Optional.empty();
    boolean open = known.isPresent()
        ? known.get()
        : !autoCommit && !read(connection, LOCKED).isEmpty();
    if (open) {
      throw new StoreException(OPEN_ALREADY, false, null);
    }
  }

  /** Settings of the session are the pool's. */
  @Override
  public void prepare(Connection connection) {}

  @Override
  public void begin(Connection connection) throws SQLException {
    Engine.execute(connection, BEGIN);
  }

  /**
   * A COMMIT after a statement that failed rolls back and reports success; any other statement then fails.
   *
   * <p>Topics are announced in the same message to the server but in a transaction of their own, which does not wait for
   * the disk: the server lets transactions that notify commit only one after another, so inside the caller's each of them
   * would wait for the disk writes of all others.
   */
  @Override
  public void commit(Connection connection, Set<String> topics) throws SQLException {
    StringBuilder sql = new StringBuilder("SELECT 1; COMMIT");
    if (!topics.isEmpty()) {
      sql.append("; SELECT set_config('synchronous_commit', 'off', true)");
    }
    for (String topic : topics) {
      sql.append(", pg_notify('").append(topic).append("', '')");
    }
    Engine.execute(connection, sql.toString());
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    Engine.execute(connection, "ROLLBACK");
  }

  @Override
  public void lock(Connection connection, Iterable<Long> keys) throws SQLException {
    StringBuilder sql = new StringBuilder();
    for (long key : keys) {
      sql.append("SELECT pg_advisory_xact_lock(").append(key).append(");");
    }
    if (!sql.isEmpty()) {
      Engine.execute(connection, sql.toString());
    }
  }

  /** {@link #begin} asks for READ WRITE, which a standby refuses. */
  @Override
  public void requireWritable(Connection connection) {}

  @Override
  public String clock() {
    return "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
  }

  @Override
  public boolean tableExists(Connection connection, String table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
      query.setString(1, table);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** Dead rows and the write-ahead log are the server's; vacuum and archiving decide how long they last. */
  @Override
  public void scrub(Connection connection) {}

  @Override
  public boolean busy(SQLException e) {
    String state = e.getSQLState();
    return state != null && (state.startsWith(CONNECTION_LOST) || BUSY.contains(state));
  }

  @Override
  public boolean commitUnknown(SQLException e) {
    String state = e.getSQLState();
    return state == null || state.startsWith(CONNECTION_LOST) || state.startsWith(SERVER_STOPPED);
  }
}
