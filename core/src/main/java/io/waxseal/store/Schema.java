package io.waxseal.store;

import io.waxseal.account.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** Knows which version of each store's tables the database has. */
final class Schema {
  private static final Pattern STATEMENT_END = Pattern.compile(";\\s*(\\n|$)");
  private static final String VERSIONS =
      "CREATE TABLE IF NOT EXISTS wx_schema (module TEXT PRIMARY KEY, version INTEGER NOT NULL)";

  private Schema() {}

  static void apply(Connection connection, String module, String... ddl) throws SQLException {
    execute(connection, VERSIONS);
    int version = version(connection, module);
    if (version > ddl.length) {
      throw new StoreException(
          "the tables of " + module + " have version " + version + ", this program knows "
              + ddl.length + "; run the newer program, or restore an older database",
          false,
          null);
    }
    for (int i = version; i < ddl.length; i++) {
      for (String statement : STATEMENT_END.split(ddl[i], -1)) {
        if (!statement.isBlank()) {
          execute(connection, statement);
        }
      }
    }
    if (version < ddl.length) {
      write(connection, module, ddl.length);
    }
  }

  private static int version(Connection connection, String module) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT version FROM wx_schema WHERE module = ?")) {
      query.setString(1, module);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  private static void write(Connection connection, String module, int version) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement("INSERT INTO wx_schema (module, version) VALUES (?, ?)"
            + " ON CONFLICT (module) DO UPDATE SET version = excluded.version")) {
      upsert.setString(1, module);
      upsert.setInt(2, version);
      upsert.executeUpdate();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
