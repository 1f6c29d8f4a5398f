package com.example.adapter;

import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * What this host's own tables hold of customers: an order keeps its number for the books and loses its address, a note
 * goes altogether. Both in one transaction, so that an erasure which is interrupted can be repeated. Thread-safe.
 */
public final class OrderData implements PersonalDataSource {
  private static final String OF_PERSON = " WHERE tenant = ? AND person = ?";
  private static final String ADDRESSES =
      "UPDATE orders SET address = NULL" + OF_PERSON + " AND address IS NOT NULL";
  private static final String NOTES = "DELETE FROM notes" + OF_PERSON;
  private static final String LEFT = "SELECT (SELECT COUNT(*) FROM orders" + OF_PERSON
      + " AND address IS NOT NULL)" + " + (SELECT COUNT(*) FROM notes" + OF_PERSON + ")";

  private final DataSource dataSource;

  /**
   * The order tables of a host.
   *
   * @param dataSource the host's own database
   */
  public OrderData(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public String name() {
    return "orders";
  }

  @Override
  public Removed erase(Person person) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        long removed = update(connection, ADDRESSES, person) + update(connection, NOTES, person);
        connection.commit();
        return new Removed(removed);
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public long verifyGone(Person person) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(LEFT)) {
      name(query, person, 1);
      name(query, person, 3);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static long update(Connection connection, String sql, Person person) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      name(update, person, 1);
      return update.executeUpdate();
    }
  }

  private static void name(PreparedStatement statement, Person person, int from)
      throws SQLException {
    statement.setString(from, person.tenant().id());
    statement.setString(from + 1, person.id().toString());
  }

  /** The driver's message may quote a row, so it goes no further. */
  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("the order tables refused (SQLState " + e.getSQLState() + ")");
  }
}
