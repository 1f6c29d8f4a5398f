package io.waxseal.store;

import io.waxseal.account.StoreException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Knows which version of each store's tables the database has. */
final class Schema {
  private static final Pattern STATEMENT_END = Pattern.compile(";\\s*(\\n|$)");
  static final String TABLE = "wx_schema";
  private static final byte[] LOCK = TABLE.getBytes(StandardCharsets.US_ASCII);
  private static final String VERSIONS =
      "CREATE TABLE IF NOT EXISTS wx_schema (module TEXT PRIMARY KEY, version INTEGER NOT NULL)";

  private Schema() {}

  /** Applies what is missing. Two processes may, one after the other, since each names the lock. */
  static void apply(Transaction transaction, String module, String... ddl) throws SQLException {
    transaction.lock(LOCK);
    Connection connection = transaction.connection();
    Engine.execute(connection, VERSIONS);
    int version = version(connection, module);
    refuseNewer(module, version, ddl.length);
    for (int i = version; i < ddl.length; i++) {
      for (String statement : STATEMENT_END.split(ddl[i], -1)) {
        if (!statement.isBlank()) {
          Engine.execute(connection, statement);
        }
      }
    }
    if (version < ddl.length) {
      write(connection, module, ddl.length);
    }
  }

  /** Changes nothing; says what the host is to run. */
  static void check(Connection connection, Engine engine, String module, String... ddl)
      throws SQLException {
    int version = engine.tableExists(connection, TABLE) ? version(connection, module) : 0;
    refuseNewer(module, version, ddl.length);
    if (version < ddl.length) {
      String file = "META-INF/waxseal/" + module + "."
          + engine.dialect().name().toLowerCase(Locale.ROOT) + ".sql";
      throw new StoreException(
          "the tables of " + module
              + (version == 0 ? " are missing" : " have version " + version)
              + ", this program needs version " + ddl.length + "; run " + file
              + " of its jar from \"-- version " + (version + 1)
              + "\" on, open with Database.migrating(dataSource), or run waxseal upgrade",
          false,
          null);
    }
  }

  private static void refuseNewer(String module, int version, int known) {
    if (version > known) {
      throw new StoreException(
          "the tables of " + module + " have version " + version + ", this program knows " + known
              + "; run the newer program, or restore an older database",
          false,
          null);
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
}
