package io.waxseal.internal.sql;

import io.waxseal.store.Transaction;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Statements with bound values. UUIDs are kept as 16 bytes, times as milliseconds since 1970, so that no driver's or
 * session's time zone is involved.
 */
public final class Sql {
  private Sql() {}

  /**
   * Reads one row.
   *
   * @param <T> what a row becomes
   */
  @FunctionalInterface
  public interface RowReader<T> {
    /**
     * Reads the row the result stands on.
     *
     * @param row the result
     * @return what the row becomes
     * @throws SQLException if the driver refuses
     */
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Runs an insert, update or delete.
   *
   * @param transaction where
   * @param sql one statement
   * @param values strings, numbers, bytes, UUIDs, instants or nulls for its question marks
   * @return the number of rows
   * @throws SQLException if the database refuses
   */
  public static int update(Transaction transaction, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    }
  }

  /**
   * Runs a query.
   *
   * @param transaction where
   * @param reader reads a row
   * @param sql one statement
   * @param values the values for its question marks
   * @param <T> what a row becomes
   * @return all rows
   * @throws SQLException if the database refuses
   */
  public static <T> List<T> list(
      Transaction transaction, RowReader<T> reader, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet row = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (row.next()) {
          rows.add(reader.read(row));
        }
        return rows;
      }
    }
  }

  /**
   * Runs a query for at most one row.
   *
   * @param transaction where
   * @param reader reads the row
   * @param sql one statement
   * @param values the values for its question marks
   * @param <T> what the row becomes
   * @return the first row, or empty
   * @throws SQLException if the database refuses
   */
  public static <T> Optional<T> first(
      Transaction transaction, RowReader<T> reader, String sql, @Nullable Object... values)
      throws SQLException {
    List<T> rows = list(transaction, reader, sql, values);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }

  /**
   * Counts.
   *
   * @param transaction where
   * @param sql a statement whose only column is a count
   * @param values the values for its question marks
   * @return the count
   * @throws SQLException if the database refuses
   */
  public static long count(Transaction transaction, String sql, @Nullable Object... values)
      throws SQLException {
    return first(transaction, row -> row.getLong(1), sql, values).orElse(0L);
  }

  /**
   * Question marks for a list of values.
   *
   * @param count how many, at least 1
   * @return {@code "?, ?, ?"}
   */
  public static String marks(int count) {
    return "?" + ", ?".repeat(count - 1);
  }

  /**
   * A UUID as a column keeps it.
   *
   * @param id the id
   * @return 16 bytes
   */
  public static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  /**
   * Reads a UUID.
   *
   * @param row the result
   * @param column the column
   * @return the id
   * @throws SQLException if the column does not hold 16 bytes
   */
  public static UUID uuid(ResultSet row, String column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    if (bytes == null || bytes.length != 16) {
      throw new SQLException("a UUID column holds 16 bytes");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  /**
   * Reads a time.
   *
   * @param row the result
   * @param column the column
   * @return the time, to the millisecond
   * @throws SQLException if the driver refuses
   */
  public static Instant time(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof UUID id) {
        statement.setBytes(i + 1, bytes(id));
      } else if (value instanceof Instant time) {
        statement.setLong(i + 1, time.toEpochMilli());
      } else if (value instanceof byte[] bytes) {
        statement.setBytes(i + 1, bytes);
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }
}
