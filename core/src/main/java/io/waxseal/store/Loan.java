package io.waxseal.store;

import java.sql.Connection;
import java.sql.SQLException;

/** A connection that is ours for a while. It goes back with auto-commit as it came, since the next borrower relies on it. */
final class Loan {
  private final Connection connection;
  private final Return back;
  private boolean switched;

  Loan(Connection connection, Return back) {
    this.connection = connection;
    this.back = back;
  }

  /** How a connection goes back. */
  interface Return {
    void run() throws SQLException;
  }

  Connection connection() {
    return connection;
  }

  /** Makes it ours, unless its lender has a transaction open on it. Transactions are begun by hand, so auto-commit is on. */
  Connection prepare(Engine engine) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    engine.requireIdle(connection, autoCommit);
    if (!autoCommit) {
      connection.setAutoCommit(true);
      switched = true;
    }
    engine.prepare(connection);
    return connection;
  }

  void giveBack() throws SQLException {
    try {
      if (switched && !connection.isClosed()) {
        connection.setAutoCommit(false);
      }
    } finally {
      back.run();
    }
  }
}
