package io.waxseal.cli;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL opened as evidence, in one read-only transaction that sees one state. */
final class ReadOnlyServer implements TrailSource {
  private static final String UNREADABLE = "SELECT count(*) FROM unnest(?::text[]) name"
      + " WHERE NOT has_table_privilege(to_regclass(name), 'SELECT')";

  private final Connection connection;

  private ReadOnlyServer(Connection connection) {
    this.connection = connection;
  }

  static ReadOnlyServer open(
      String url, UnaryOperator<@Nullable String> environment, Needed needed) {
    try {
      Connection connection = ServerConnections.open(url, environment);
      try {
        begin(connection, needed);
        return new ReadOnlyServer(connection);
      } catch (SQLException | CliException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw ServerConnections.reason(e, needed.grant());
    }
  }

  private static void begin(Connection connection, Needed needed) throws SQLException {
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    try (PreparedStatement statement = connection.prepareStatement(UNREADABLE)) {
      statement.setArray(1, connection.createArrayOf("text", needed.tables().toArray()));
      try (ResultSet row = statement.executeQuery()) {
        if (row.next() && row.getLong(1) > 0) {
          throw new CliException(needed.grant());
        }
      }
    }
  }

  @Override
  public Connection connection() {
    return connection;
  }

  /** One transaction has seen one state. */
  @Override
  public void requireUnchanged() {}

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new CliException("the connection could not be closed");
    }
  }
}
