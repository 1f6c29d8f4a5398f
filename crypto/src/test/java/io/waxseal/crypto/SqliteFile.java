package io.waxseal.crypto;

import io.waxseal.internal.sql.Sql;
import io.waxseal.store.Database;
import java.nio.file.Path;
import org.sqlite.SQLiteDataSource;

/** SQLite files for tests. */
final class SqliteFile {
  private SqliteFile() {}

  /** As another process would open it: nothing is shared but the file. */
  static Database open(Path file) {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    return Database.on(source);
  }

  static int update(Database database, String sql, Object... values) {
    return database.inTransaction(tx -> Sql.update(tx, sql, values));
  }

  static long count(Database database, String sql, Object... values) {
    return database.inTransaction(tx -> Sql.count(tx, sql, values));
  }
}
