package io.waxseal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** What differs between the databases: how a transaction is begun, kept apart from others, and made durable. */
sealed interface Engine permits Sqlite, Postgresql {
  Dialect dialect();

  /** What a transaction-aware data source lends: whatever we committed there would commit the host's own work. */
  String OPEN_ALREADY =
      "the data source lent a connection on which a transaction is already open, as a transaction-aware proxy does; give"
          + " Waxseal the data source below it, since it commits its own transactions. The open one was left as it was";

  /** Once, when the database is opened. */
  void check(Connection connection) throws SQLException;

  /** Once, unless the host said that this is for tests. */
  void requireDurable(Connection connection) throws SQLException;

  /** Refuses a connection on which somebody else has a transaction open, and leaves that as it is. */
  void requireIdle(Connection connection, boolean autoCommit) throws SQLException;

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
