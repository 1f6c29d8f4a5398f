package io.waxseal.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Lends connections of a data source, counts those that are out, and can refuse to lend more. */
public final class LentConnections {
  private final DataSource source;
  private final boolean unwraps;
  private final AtomicInteger out = new AtomicInteger();
  private volatile boolean refusing;

  public LentConnections(DataSource source) {
    this(source, true);
  }

  private LentConnections(DataSource source, boolean unwraps) {
    this.source = source;
    this.unwraps = unwraps;
  }

  /** As a pool does it that hides the driver's connections. */
  public static LentConnections opaque(DataSource source) {
    return new LentConnections(source, false);
  }

  public int out() {
    return out.get();
  }

  public void refuse(boolean refuse) {
    refusing = refuse;
  }

  public DataSource dataSource() {
    return (DataSource) Proxy.newProxyInstance(
        LentConnections.class.getClassLoader(),
        new Class<?>[] {DataSource.class},
        (proxy, method, arguments) -> lend());
  }

  private Connection lend() throws SQLException {
    if (refusing) {
      throw new SQLException("planted", "08001");
    }
    Connection connection = source.getConnection();
    out.incrementAndGet();
    return (Connection) Proxy.newProxyInstance(
        LentConnections.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) {
            out.decrementAndGet();
          }
          if (method.getName().equals("isWrapperFor") && !unwraps) {
            return false;
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
