package io.waxseal.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * What PostgreSQL's driver has received for a session without being asked. The only class that knows the driver; whoever
 * calls it has asked before whether the driver is there.
 */
final class PostgresqlNotices {
  private PostgresqlNotices() {}

  static boolean driverPresent() {
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

  /** Takes what has arrived, without waiting and without a statement. */
  static boolean take(Connection connection) throws SQLException {
    // the overload with a timeout waits for ever when it is given 0
    PGNotification[] notices = connection.unwrap(PGConnection.class).getNotifications();
    return notices != null && notices.length > 0;
  }
}
