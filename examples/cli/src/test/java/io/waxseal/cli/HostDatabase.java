package io.waxseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/**
 * The database of a host: a file, or a schema of a real server.
 *
 * @param argument what a command line calls it
 * @param source connections for the host
 * @param environment who connects
 */
record HostDatabase(String argument, DataSource source, Map<String, String> environment) {
  private static final AtomicInteger NAMES = new AtomicInteger();
  /** Written by the code of commit 10079ff; its README says how, and what it holds. */
  private static final Path UPGRADE = Path.of("../../consent/src/test/resources/upgrade");

  static final String OLD_PASSPHRASE = "a passphrase made up for tests";

  /** Where it is stored. */
  enum On {
    SQLITE {
      @Override
      HostDatabase empty(Path folder) {
        return file(folder.resolve("host" + NAMES.incrementAndGet() + ".db"));
      }

      @Override
      HostDatabase of10079ff(Path folder) throws IOException {
        HostDatabase empty = empty(folder);
        Files.write(Path.of(empty.argument()), unzipped("10079ff.sqlite.gz"));
        return empty;
      }
    },
    POSTGRESQL {
      @Override
      HostDatabase empty(Path folder) throws SQLException {
        String schema = "host" + NAMES.incrementAndGet();
        try (Connection connection = Server.ONE.getPostgresDatabase().getConnection()) {
          Trail.execute(connection, "CREATE SCHEMA " + schema);
        }
        return new HostDatabase(
            "jdbc:postgresql://localhost:" + Server.ONE.getPort() + "/postgres?currentSchema="
                + schema,
            Server.ONE.getPostgresDatabase(Map.of("currentSchema", schema)),
            Map.of("PGUSER", "postgres"));
      }

      @Override
      HostDatabase of10079ff(Path folder) throws IOException, SQLException {
        HostDatabase empty = empty(folder);
        String all = new String(unzipped("10079ff.postgresql.sql.gz"), UTF_8);
        empty.execute(all.split(";\\n", -1));
        return empty;
      }
    };

    abstract HostDatabase empty(Path folder) throws IOException, SQLException;

    abstract HostDatabase of10079ff(Path folder) throws IOException, SQLException;
  }

  private static final class Server {
    private static final EmbeddedPostgres ONE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static HostDatabase file(Path path) {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + path);
    return new HostDatabase(path.toString(), source, Map.of());
  }

  /** The key file of the databases of 10079ff, with its passphrase in another file. */
  static KeyFiles oldKeys(Path folder) throws IOException {
    Path kek = folder.resolve("10079ff.kek");
    Files.write(kek, Files.readAllBytes(UPGRADE.resolve("10079ff.kek")));
    return KeyFiles.of(kek, OLD_PASSPHRASE);
  }

  private static byte[] unzipped(String name) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(UPGRADE.resolve(name)))) {
      return in.readAllBytes();
    }
  }

  void execute(String... statements) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : statements) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
      connection.commit();
    }
  }

  /** Every row of every table, in an order of its own, so that two states can be compared. */
  Map<String, List<String>> rows() throws SQLException {
    Map<String, List<String>> rows = new TreeMap<>();
    try (Connection connection = source.getConnection()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet table = connection
          .getMetaData()
          .getTables(null, connection.getSchema(), "wx\\_%", new String[] {"TABLE"})) {
        while (table.next()) {
          tables.add(table.getString("TABLE_NAME"));
        }
      }
      for (String table : tables) {
        rows.put(table, rows(connection, table));
      }
    }
    return rows;
  }

  /** How many entries of a type wait for their place in the trail. */
  long audited(String type) throws SQLException {
    String where = argument.startsWith("jdbc:")
        ? "position(convert_to(?, 'UTF8') IN leaf) > 0"
        : "instr(leaf, CAST(? AS BLOB)) > 0";
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT COUNT(*) FROM wx_audit_stage WHERE " + where)) {
      statement.setString(1, type);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getLong(1) : -1;
      }
    }
  }

  /** How many rows each table has. */
  Map<String, Integer> counts() throws SQLException {
    Map<String, Integer> counts = new TreeMap<>();
    rows().forEach((table, rows) -> counts.put(table, rows.size()));
    return counts;
  }

  private static List<String> rows(Connection connection, String table) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          Object value = row.getObject(i);
          text.append(value instanceof byte[] bytes ? Arrays.hashCode(bytes) : value)
              .append('|');
        }
        rows.add(text.toString());
      }
    }
    rows.sort(null);
    return rows;
  }
}
