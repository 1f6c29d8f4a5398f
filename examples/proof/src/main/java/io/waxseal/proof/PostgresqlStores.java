package io.waxseal.proof;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

final class PostgresqlStores implements Stores {
  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final EmbeddedPostgres server;
  private final AtomicInteger schemas = new AtomicInteger();

  PostgresqlStores() throws IOException {
    server = EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "200")
        .start();
  }

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public String version() throws SQLException {
    try (Connection connection = connect()) {
      return connection.getMetaData().getDatabaseProductVersion();
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url());
  }

  private String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  @Override
  public String fresh() throws SQLException {
    String schema = "proof_" + schemas.incrementAndGet();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + schema);
    }
    return url() + "&currentSchema=" + schema;
  }

  @Override
  public int lanes() {
    return 4;
  }

  /** A commit that was on its way when its client died still happens, so nothing is judged before. */
  @Override
  public void awaitGone(String process) throws SQLException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    try (Connection connection = connect();
        PreparedStatement query = connection.prepareStatement(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = ?")) {
      query.setString(1, process);
      while (count(query) > 0) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("PostgreSQL keeps sessions of a dead process");
        }
        LockSupport.parkNanos(STEP_NANOS);
      }
    }
  }

  private static long count(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  @Override
  public String named(String url, String process) {
    return url + "&ApplicationName=" + process;
  }

  @Override
  public String damage(Connection connection) {
    return "";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
