package io.waxseal.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.waxseal.store.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Where a benchmark stores. Both files lie on one disk, behind the same pool, as a host would have it, and every commit
 * waits for the disk.
 */
public enum Store {
  /** SQLite without a file: what the statements cost without any disk. */
  MEMORY {
    @Override
    OpenStore open() {
      DataSource source = sqlite("jdbc:sqlite::memory:");
      return new OpenStore(source, pool(source), Database.inMemory(), () -> {});
    }
  },
  /** SQLite in a file. */
  SQLITE {
    @Override
    OpenStore open() {
      Path folder = Folder.newOne();
      DataSource source = sqlite("jdbc:sqlite:" + folder.resolve("waxseal.db"));
      HikariDataSource pool = pool(source);
      return new OpenStore(source, pool, Database.on(pool), () -> Folder.delete(folder));
    }
  },
  /** A PostgreSQL server of this JVM's own, reached over loopback. */
  POSTGRESQL {
    @Override
    OpenStore open() {
      String name = "bench_" + Server.DATABASES.incrementAndGet();
      try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      DataSource source = Server.RUNNING.getDatabase("postgres", name);
      HikariDataSource pool = pool(source);
      return new OpenStore(source, pool, Database.migrating(pool), () -> {});
    }
  };

  abstract OpenStore open();

  private static DataSource sqlite(String url) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    SQLiteDataSource dataSource = new SQLiteDataSource(config);
    dataSource.setUrl(url);
    return dataSource;
  }

  private static HikariDataSource pool(DataSource dataSource) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(dataSource);
    config.setMaximumPoolSize(1);
    return new HikariDataSource(config);
  }

  /** One server a JVM, stopped with it. */
  private static final class Server {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setDataDirectory(Folder.newOne())
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Folders on the disk that the build writes to: the machine's temporary folder may be no disk at all. */
  static final class Folder {
    private static final Path PARENT = Path.of(System.getProperty("bench.folder", "target"));

    private Folder() {}

    static Path parent() {
      return PARENT;
    }

    static Path newOne() {
      try {
        return Files.createTempDirectory(PARENT.toAbsolutePath(), "bench-");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static void delete(Path folder) {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
        Files.delete(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
