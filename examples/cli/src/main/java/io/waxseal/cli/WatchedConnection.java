package io.waxseal.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;

/** Tells of each query of a prepared statement, of which the verifier runs one for each entry. */
final class WatchedConnection {
  private WatchedConnection() {}

  static Connection of(Connection connection, Runnable query) {
    return proxy(Connection.class, (proxy, method, arguments) -> {
      Object result = call(() -> method.invoke(connection, arguments));
      return result instanceof PreparedStatement statement ? watched(statement, query) : result;
    });
  }

  private static PreparedStatement watched(PreparedStatement statement, Runnable query) {
    return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
      if (method.getName().equals("executeQuery")) {
        query.run();
      }
      return call(() -> method.invoke(statement, arguments));
    });
  }

  private interface Call {
    Object run() throws ReflectiveOperationException;
  }

  private static Object call(Call call) throws Throwable {
    try {
      return call.run();
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(
        WatchedConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
