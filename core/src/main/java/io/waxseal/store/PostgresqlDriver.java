package io.waxseal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * What PostgreSQL's driver knows of a session without asking the server: what was announced, whether a transaction is open.
 * The only class that knows the driver; whoever calls it has asked before whether the driver is there.
 */
final class PostgresqlDriver {
  private PostgresqlDriver() {}

  static boolean isPresent() {
    try {
      return PGConnection.class.isInterface();
    } catch (LinkageError e) {
      return false;
    }
  }

  /** Whether the driver's own connection can be reached, through a pool's as well. */
  static boolean readableFrom(Connection connection) throws SQLException {
    return connection.isWrapperFor(PGConnection.class);
  }

  /** Whether the server said with its last answer that a transaction is open; empty if the driver cannot be reached. */
  static Optional<Boolean> transactionOpen(Connection connection) throws SQLException {
    return connection.isWrapperFor(BaseConnection.class)
        ? Optional.of(
            connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE)
        : Optional.empty();
  }

  /** Takes what has arrived, without waiting and without a statement. */
  static boolean take(Connection connection) throws SQLException {
    // the overload with a timeout waits for ever when it is given 0
    PGNotification[] notices = connection.unwrap(PGConnection.class).getNotifications();
    return notices != null && notices.length > 0;
  }
}
