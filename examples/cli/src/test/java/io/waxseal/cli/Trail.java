package io.waxseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.By;
import io.waxseal.account.Tenant;
import io.waxseal.audit.AuditEntry;
import io.waxseal.audit.AuditTrail;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sqlite.SQLiteDataSource;

/** A real audit trail in a SQLite file of its own, and ways to do it harm. */
final class Trail {
  static final Instant TIME = Instant.parse("2026-11-21T09:12:44Z");

  private final Path file;
  private final Database database;
  private final AuditTrail trail;

  Trail(Path file) {
    this.file = file;
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    database = Database.on(source);
    trail = AuditTrail.on(
        database,
        SealedVault.on(database, Kek.inMemoryForTests()),
        Clock.fixed(TIME, ZoneOffset.UTC),
        List.of());
  }

  Path file() {
    return file;
  }

  Trail record(int entries) {
    AuditEntry entry =
        AuditEntry.of("test.happened", Tenant.DEFAULT, By.system("test")).with("n", "1");
    database.inTransaction(tx -> {
      for (int i = 0; i < entries; i++) {
        trail.record(tx, entry);
      }
      return Boolean.TRUE;
    });
    return this;
  }

  Trail checkpoint() {
    assertThat(trail.checkpoint()).isPresent();
    return this;
  }

  Trail change(String sql) throws SQLException {
    try (Connection connection = connect()) {
      execute(connection, sql);
    }
    return this;
  }

  /** A connection of a host that has the file open, so that its log stays. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The file and what lies beside it, copied as a backup that knows nothing of SQLite would. */
  Path copyTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Path path : siblings()) {
      Files.copy(path, folder.resolve(path.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }
    return folder.resolve(file.getFileName());
  }

  private List<Path> siblings() throws IOException {
    try (Stream<Path> all = Files.list(file.getParent())) {
      return all.filter(path -> path.getFileName().toString().startsWith("" + file.getFileName()))
          .toList();
    }
  }

  /** Each file of a folder with its time of change and content. */
  static Map<String, List<Object>> state(Path folder) {
    Map<String, List<Object>> state = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile)
          .forEach(path -> state.put(path.toString(), fingerprint(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return state;
  }

  private static List<Object> fingerprint(Path path) {
    try {
      return List.of(Files.getLastModifiedTime(path), Arrays.hashCode(Files.readAllBytes(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
