package io.waxseal.proof;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections to one store, kept for reuse; a watcher sees each statement, so that main code needs no hooks. */
final class Pool implements AutoCloseable {
  private final String url;
  private final Watcher watcher;
  private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

  Pool(String url, Watcher watcher) {
    this.url = url;
    this.watcher = watcher;
  }

  /** Is told of each statement by the thread that runs it. */
  interface Watcher {
    /** Sees nothing. */
    Watcher NONE = new Watcher() {};

    default void before(String sql) {}

    default void after(String sql) {}
  }

  DataSource dataSource() {
    return proxy(DataSource.class, (proxy, method, arguments) -> {
      if (method.getName().equals("getConnection")) {
        return borrow();
      }
      throw new UnsupportedOperationException(method.getName());
    });
  }

  private Connection borrow() throws SQLException {
    Connection pooled = idle.poll();
    Connection connection = pooled == null ? DriverManager.getConnection(url) : pooled;
    return proxy(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
      case "close" -> {
        idle.add(connection);
        yield null;
      }
      case "createStatement" ->
        watched(
            Statement.class, statement(call(connection, method, arguments), Statement.class), null);
      case "prepareStatement" ->
        watched(
            PreparedStatement.class,
            statement(call(connection, method, arguments), PreparedStatement.class),
            (String) arguments[0]);
      default -> call(connection, method, arguments);
    });
  }

  private <T extends Statement> T watched(Class<T> type, T statement, @Nullable String prepared) {
    return proxy(type, (proxy, method, arguments) -> {
      if (!method.getName().startsWith("execute")) {
        return call(statement, method, arguments);
      }
      String sql = prepared == null ? (String) arguments[0] : prepared;
      watcher.before(sql);
      Object result = call(statement, method, arguments);
      watcher.after(sql);
      return result;
    });
  }

  private static <T> T statement(@Nullable Object made, Class<T> type) {
    return type.cast(Objects.requireNonNull(made, "a driver made no statement"));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Pool.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
      connection.close();
    }
  }
}
