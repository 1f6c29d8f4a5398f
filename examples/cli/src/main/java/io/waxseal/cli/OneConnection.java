package io.waxseal.cli;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * A host's database opened to be written, through one connection that is lent for one transaction after another. Used by one
 * thread. The database has been read before, so it exists; a file is never made.
 */
final class OneConnection implements DataSource, AutoCloseable {
  private final Connection connection;
  private final Connection lent;
  private final Consumer<Connection> beforeEach;

  private OneConnection(Connection connection, Consumer<Connection> beforeEach) {
    this.connection = connection;
    this.beforeEach = beforeEach;
    lent = (Connection) Proxy.newProxyInstance(
        OneConnection.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) {
            return null;
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  /** Opens what a command line names; {@code beforeEach} may look at the database before each transaction. */
  static OneConnection open(
      String database,
      UnaryOperator<@Nullable String> environment,
      Consumer<Connection> beforeEach) {
    try {
      return new OneConnection(
          database.startsWith(ServerConnections.SCHEME)
              ? ServerConnections.open(database, environment)
              : file(Path.of(database)),
          beforeEach);
    } catch (SQLException e) {
      throw database.startsWith(ServerConnections.SCHEME)
          ? ServerConnections.reason(e, "the user may not connect to this database")
          : new CliException("the file cannot be opened to be written; check its permissions");
    }
  }

  private static Connection file(Path path) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    return config.createConnection(
        "jdbc:sqlite:file:" + path.toAbsolutePath().toUri().getRawPath());
  }

  @Override
  public Connection getConnection() {
    beforeEach.accept(connection);
    return lent;
  }

  @Override
  public Connection getConnection(String user, String password) {
    return getConnection();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new CliException("the connection could not be closed");
    }
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter writer) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }
}
