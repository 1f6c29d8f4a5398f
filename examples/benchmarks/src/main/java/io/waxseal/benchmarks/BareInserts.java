package io.waxseal.benchmarks;

import io.waxseal.store.Dialect;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What a row costs without Waxseal, in a table with the same columns: through the pool, as a host would write it, with
 * the inbox's indexes; and as little as a database lets one do, on a connection and a statement that are held.
 */
final class BareInserts implements AutoCloseable {
  private static final String COLUMNS =
      " (id, tenant, dedupe, person, sealed, state, attempts, due_at, received_at)"
          + " VALUES (?, ?, ?, ?, ?, 'WAITING', 0, ?, ?)";

  private final DataSource pool;
  private final Connection held;
  private final PreparedStatement insert;

  BareInserts(OpenStore store) throws SQLException {
    pool = store.pool();
    held = store.source().getConnection();
    boolean postgresql = store.database().dialect() == Dialect.POSTGRESQL;
    try (Connection connection = pool.getConnection()) {
      create(connection, "indexed", postgresql);
      index(connection);
    }
    create(held, "bare", postgresql);
    insert = held.prepareStatement("INSERT INTO bare" + COLUMNS);
  }

  private static void create(Connection connection, String table, boolean postgresql)
      throws SQLException {
    String bytes = postgresql ? "BYTEA" : "BLOB";
    String number = postgresql ? "BIGINT" : "INTEGER";
    execute(
        connection,
        "CREATE TABLE " + table + " (id " + bytes + " PRIMARY KEY, tenant TEXT, dedupe " + bytes
            + ", person " + bytes + ", sealed " + bytes + ", state TEXT, attempts " + number
            + ", due_at " + number + ", received_at " + number + ")");
  }

  private static void index(Connection connection) throws SQLException {
    execute(connection, "CREATE UNIQUE INDEX indexed_dedupe ON indexed (tenant, dedupe)");
    execute(connection, "CREATE INDEX indexed_due ON indexed (state, due_at)");
    execute(connection, "CREATE INDEX indexed_person ON indexed (tenant, person)");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Borrows, inserts, commits, gives back. */
  int pooled(byte[] content) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement =
          connection.prepareStatement("INSERT INTO indexed" + COLUMNS)) {
        bind(statement, content);
        int rows = statement.executeUpdate();
        connection.commit();
        return rows;
      }
    }
  }

  /** Inserts and commits in one statement. */
  int held(byte[] content) throws SQLException {
    bind(insert, content);
    return insert.executeUpdate();
  }

  private static void bind(PreparedStatement statement, byte[] content) throws SQLException {
    byte[] id = bytes(UUID.randomUUID());
    long now = System.currentTimeMillis();
    statement.setBytes(1, id);
    statement.setString(2, "default");
    statement.setBytes(3, ByteBuffer.allocate(17).put((byte) 1).put(id).array());
    statement.setBytes(4, id);
    statement.setBytes(5, content);
    statement.setLong(6, now);
    statement.setLong(7, now);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  /** Fails if a commit would not wait for the disk: the figures would compare different promises. */
  void requireDurable(Store store) throws SQLException {
    if (store == Store.SQLITE) {
      try (Connection connection = pool.getConnection()) {
        Fixture.require(read(connection, "PRAGMA synchronous").equals("2"), "not FULL");
        Fixture.require(read(connection, "PRAGMA journal_mode").equals("wal"), "not WAL");
      }
      Fixture.require(read(held, "PRAGMA synchronous").equals("2"), "not FULL");
    } else if (store == Store.POSTGRESQL) {
      Fixture.require(read(held, "SHOW fsync").equals("on"), "fsync is off");
      Fixture.require(read(held, "SHOW synchronous_commit").equals("on"), "commits do not wait");
    }
  }

  private static String read(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    held.close();
  }
}
