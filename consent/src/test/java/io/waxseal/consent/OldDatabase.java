package io.waxseal.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.contract.PostgresServer;
import io.waxseal.crypto.Kek;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** A copy of the database that the code of 10079ff has made, and of the KEK file that belongs to it. */
final class OldDatabase {
  /** Where it is stored. */
  enum On {
    SQLITE {
      @Override
      DataSource restore(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "10079ff", ".db");
        Files.write(file, unzipped("10079ff.sqlite.gz"));
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        return source;
      }

      @Override
      DataSource twin(DataSource source) {
        SQLiteDataSource twin = new SQLiteDataSource();
        twin.setUrl(((SQLiteDataSource) source).getUrl());
        return twin;
      }
    },
    POSTGRESQL {
      @Override
      DataSource restore(Path folder) throws IOException, SQLException {
        DataSource source = PostgresServer.dataSource();
        String[] statements =
            new String(unzipped("10079ff.postgresql.sql.gz"), UTF_8).split(";\\n", -1);
        try (Connection connection = source.getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("SET TRANSACTION READ WRITE");
          for (String sql : statements) {
            if (!sql.isBlank()) {
              statement.execute(sql);
            }
          }
          connection.commit();
        }
        return source;
      }

      @Override
      DataSource twin(DataSource source) {
        return PostgresServer.twin(source);
      }
    };

    abstract DataSource restore(Path folder) throws IOException, SQLException;

    abstract DataSource twin(DataSource source);
  }

  /** A line of the list of what must still be true. */
  record Fact(List<String> parts) {
    String kind() {
      return parts.get(0);
    }

    String part(int index) {
      return parts.get(index);
    }

    String last() {
      return parts.get(parts.size() - 1);
    }
  }

  private static final Kek KEK = openKek();

  private final On engine;
  private final DataSource source;

  private OldDatabase(On engine, DataSource source) {
    this.engine = engine;
    this.source = source;
  }

  static OldDatabase copy(On engine, Path folder) {
    try {
      return new OldDatabase(engine, engine.restore(folder));
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("the copy could not be made", e);
    }
  }

  DataSource source() {
    return source;
  }

  /** Connections of its own to the same database, as another process has them. */
  DataSource twin() {
    return engine.twin(source);
  }

  /** Its key-encryption key: one for all copies, since opening the file takes longer than most tests. */
  static Kek kek() {
    return KEK;
  }

  private static Kek openKek() {
    try {
      Path file = Files.createTempFile("10079ff", ".kek");
      Files.write(file, read("10079ff.kek"));
      file.toFile().deleteOnExit();
      return Kek.sealedFile(file, Secrets.fixed(Secret.of("a passphrase made up for tests")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What must still be true, of one kind. */
  static List<Fact> facts(String kind) throws IOException {
    try (Stream<String> lines = new String(read("10079ff.statements"), UTF_8).lines()) {
      return lines
          .filter(line -> line.startsWith(kind + " |"))
          .map(line -> new Fact(List.of(line.split(" \\| ", -1))))
          .toList();
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

  /** How many rows each table has. */
  Map<String, Integer> counts() {
    try {
      Map<String, Integer> counts = new TreeMap<>();
      rows().forEach((table, rows) -> counts.put(table, rows.size()));
      return counts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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

  private static byte[] unzipped(String name) throws IOException {
    try (InputStream in = new GZIPInputStream(resource(name))) {
      return in.readAllBytes();
    }
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream in = resource(name)) {
      return in.readAllBytes();
    }
  }

  private static InputStream resource(String name) {
    InputStream in = OldDatabase.class.getResourceAsStream("/upgrade/" + name);
    if (in == null) {
      throw new IllegalStateException("no resource " + name);
    }
    return in;
  }
}
