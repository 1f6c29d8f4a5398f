package com.example.adapter;

import io.waxseal.person.Person;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The tables that this host has anyway, and what it writes there every day. */
final class OrderTables {
  private OrderTables() {}

  static DataSource in(DataSource empty) {
    run(
        empty,
        "CREATE TABLE orders (number INTEGER PRIMARY KEY, tenant TEXT, person TEXT, address TEXT)");
    run(empty, "CREATE TABLE notes (tenant TEXT, person TEXT, words TEXT)");
    return empty;
  }

  static void order(DataSource database, Person person, String address) {
    run(
        database,
        "INSERT INTO orders (tenant, person, address) VALUES (?, ?, ?)",
        person.tenant().id(),
        person.id().toString(),
        address);
  }

  static void note(DataSource database, Person person, String words) {
    run(
        database,
        "INSERT INTO notes (tenant, person, words) VALUES (?, ?, ?)",
        person.tenant().id(),
        person.id().toString(),
        words);
  }

  private static void run(DataSource database, String sql, String... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
