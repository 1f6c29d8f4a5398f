package io.waxseal.store;

import io.waxseal.account.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What SQLite needs so that a commit is durable and deleted bytes are gone. The pragmas belong to a connection, not to
 * the file, so they are set and read back on each one that is borrowed.
 */
final class Sqlite implements Engine {
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int FULL_SYNCHRONOUS = 2;
  private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final boolean inMemory;

  private Sqlite(boolean inMemory) {
    this.inMemory = inMemory;
  }

  /** A database that is gone with its connection has no file whose journal could be lost. */
  static Sqlite behind(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA database_list")) {
      return new Sqlite(
          row.next() && "".equals(Objects.requireNonNullElse(row.getString("file"), "")));
    }
  }

  static Sqlite inMemory() {
    return new Sqlite(true);
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public void check(Connection connection) {}

  /** Each connection is made durable when it is prepared. */
  @Override
  public void requireDurable(Connection connection) {}

  @Override
  public void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 10000");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA secure_delete = ON");
      statement.execute("PRAGMA foreign_keys = ON");
      require(statement, "PRAGMA synchronous", Integer.toString(FULL_SYNCHRONOUS));
      require(statement, "PRAGMA secure_delete", "1");
      requireLog(statement);
    }
  }

  /** Without auto-commit a transaction is always begun, but only what was read or written keeps SQLite from a checkpoint. */
  @Override
  public void requireIdle(Connection connection, boolean autoCommit) throws SQLException {
    if (autoCommit) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
    } catch (SQLException e) {
      if (busy(e)) {
        throw new StoreException(OPEN_ALREADY, false, e);
      }
      throw e;
    }
  }

  /** A journal in memory or none at all would leave a file half written after a crash. */
  private void requireLog(Statement statement) throws SQLException {
    String journal = read(statement, "PRAGMA journal_mode");
    if (journal.equals("wal") || (inMemory && journal.equals("memory"))) {
      return;
    }
    if (journal.equals("memory") || journal.equals("off")) {
      throw new StoreException(
          "the data source sets journal_mode=" + journal.toUpperCase(Locale.ROOT)
              + ", and a crash would leave the file half written; leave journal_mode to Waxseal",
          false,
          null);
    }
    if (!switchToLog(statement).equals("wal")) {
      throw new StoreException(
          "SQLite does not switch to journal_mode WAL; put the file on a local disk that this process may write",
          false,
          null);
    }
  }

  /** Several processes may open a new file at once; SQLite answers busy here without waiting, so we wait. */
  private String switchToLog(Statement statement) throws SQLException {
    long deadline = System.nanoTime() + LONGEST_WAIT_NANOS;
    while (true) {
      try {
        return read(statement, "PRAGMA journal_mode = WAL");
      } catch (SQLException e) {
        if (!busy(e) || System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(STEP_NANOS);
      }
    }
  }

  private static void require(Statement statement, String pragma, String wanted)
      throws SQLException {
    if (!read(statement, pragma).equals(wanted)) {
      throw new StoreException(
          "SQLite refuses " + pragma + " = " + wanted + "; use a driver that allows it",
          false,
          null);
    }
  }

  private static String read(Statement statement, String pragma) throws SQLException {
    try (ResultSet row = statement.executeQuery(pragma)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  /** IMMEDIATE takes the write lock at the start: a deferred transaction can lose it, and its work, half-way. */
  @Override
  public void begin(Connection connection) throws SQLException {
    Engine.execute(connection, "BEGIN IMMEDIATE");
  }

  @Override
  public void commit(Connection connection, Set<String> topics) throws SQLException {
    Engine.execute(connection, "COMMIT");
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    Engine.execute(connection, "ROLLBACK");
  }

  /** The write lock is held since {@link #begin}, so every transaction is alone already. */
  @Override
  public void lock(Connection connection, Iterable<Long> keys) {}

  /** A write transaction begins on a file that can only be read, too; only a statement that would write is refused. */
  @Override
  public void requireWritable(Connection connection) throws SQLException {
    if (tableExists(connection, Schema.TABLE)) {
      Engine.execute(connection, "UPDATE " + Schema.TABLE + " SET version = version WHERE FALSE");
    }
  }

  @Override
  public String clock() {
    return "SELECT CAST(ROUND((julianday('now') - 2440587.5) * 86400000) AS INTEGER)";
  }

  @Override
  public boolean tableExists(Connection connection, String table) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(
        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?")) {
      query.setString(1, table);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Empties the write-ahead log, which otherwise keeps copies of pages that have been overwritten since. */
  @Override
  public void scrub(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!read(statement, "PRAGMA wal_checkpoint(TRUNCATE)").equals("0")) {
        throw new StoreException(
            "SQLite's log could not be emptied, since somebody is reading it; try again later",
            true,
            null);
      }
    }
  }

  @Override
  public boolean busy(SQLException e) {
    int code = e.getErrorCode() & 0xff;
    return code == BUSY || code == LOCKED;
  }

  @Override
  public boolean commitUnknown(SQLException e) {
    return false;
  }
}
