package io.waxseal.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * SQLite in memory as a pool of one connection, which is a database of its own: the quickest place to run a contract. It
 * needs {@code org.xerial:sqlite-jdbc} on the test path.
 */
public final class SqliteMemory {
  private SqliteMemory() {}

  /** {@return a data source to a new empty database} */
  public static DataSource dataSource() {
    Connection connection;
    try {
      connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    ReentrantLock lock = new ReentrantLock();
    return (DataSource) Proxy.newProxyInstance(
        SqliteMemory.class.getClassLoader(),
        new Class<?>[] {DataSource.class},
        (proxy, method, arguments) -> switch (method.getName()) {
          case "getConnection" -> {
            lock.lock();
            yield lent(connection, lock);
          }
          case "toString" -> "SQLite in memory";
          case "hashCode" -> System.identityHashCode(proxy);
          case "equals" -> proxy == arguments[0];
          default -> throw new UnsupportedOperationException(method.getName());
        });
  }

  private static Connection lent(Connection connection, ReentrantLock lock) {
    return (Connection) Proxy.newProxyInstance(
        SqliteMemory.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) {
            giveBack(connection, lock);
            return null;
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  /** As a pool does: whoever borrows next begins afresh. */
  private static void giveBack(Connection connection, ReentrantLock lock) throws SQLException {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } finally {
      lock.unlock();
    }
  }
}
