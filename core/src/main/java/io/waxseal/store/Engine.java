package io.waxseal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** What differs between the databases: how a transaction is begun, kept apart from others, and made durable. */
sealed interface Engine permits Sqlite, Postgresql {
  Dialect dialect();

  /** Once, when the database is opened. */
  void check(Connection connection) throws SQLException;

  /** Before each use of a connection, which somebody else may have had in hand. */
  void prepare(Connection connection) throws SQLException;

  void begin(Connection connection) throws SQLException;

  /** Commits, then wakes who listens to one of the topics. */
  void commit(Connection connection, Set<String> topics) throws SQLException;

  void rollback(Connection connection) throws SQLException;

  /** Waits for the locks, in this order; they are given back when the transaction ends. */
  void lock(Connection connection, Iterable<Long> keys) throws SQLException;

  /** In a transaction: throws if nothing could be written. */
  void requireWritable(Connection connection) throws SQLException;

  /** The statement that gives its time in milliseconds since 1970. */
  String clock();

  boolean tableExists(Connection connection, String table) throws SQLException;

  void scrub(Connection connection) throws SQLException;

  /** Whether the same transaction may succeed later. */
  boolean busy(SQLException e);

  /** Whether a commit that failed so may have happened all the same. */
  boolean commitUnknown(SQLException e);

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
