package io.waxseal.proof;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

final class SqliteStores implements Stores {
  private final Path folder;
  private final AtomicInteger files = new AtomicInteger();

  SqliteStores(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public String version() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      return connection.getMetaData().getDatabaseProductVersion();
    }
  }

  @Override
  public String fresh() {
    return "jdbc:sqlite:" + folder.resolve("store-" + files.incrementAndGet() + ".db");
  }

  /** All writers of a file wait for one lock. */
  @Override
  public int lanes() {
    return 2;
  }

  /** The kernel gives file locks back before a process can be waited for. */
  @Override
  public void awaitGone(String process) {}

  @Override
  public String named(String url, String process) {
    return url;
  }

  @Override
  public String damage(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
      String said = row.next() ? row.getString(1) : "nothing";
      return "ok".equals(said) ? "" : "integrity_check: " + said;
    }
  }

  @Override
  public void close() {}
}
