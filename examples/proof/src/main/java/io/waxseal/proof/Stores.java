package io.waxseal.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** One kind of database, in which new empty stores are made. A store is known by its JDBC address. */
interface Stores extends AutoCloseable {
  /** {@return the name in the harness's output} */
  String name();

  /** {@return the database's version} */
  String version() throws SQLException;

  /**
   * Makes a store.
   *
   * @return its address
   */
  String fresh() throws SQLException;

  /** {@return how many pairs may race over it at once} */
  int lanes();

  /** Waits until the database has noticed that the process which named its connections so is dead. */
  void awaitGone(String process) throws SQLException;

  /** Says by which name the database is to know a process's connections. */
  String named(String url, String process);

  /** Says what is wrong with the store itself, or nothing. */
  String damage(Connection connection) throws SQLException;

  @Override
  void close() throws IOException;

  /** SQLite files in a folder. */
  static Stores sqlite(Path folder) {
    return new SqliteStores(folder);
  }

  /** Schemas of a PostgreSQL that is started for it. */
  static Stores postgresql() throws IOException {
    return new PostgresqlStores();
  }
}
