package io.waxseal.contract;

import io.waxseal.store.Database;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of all stores over a {@link Database} share: an empty database that can crash. */
public abstract class StoreContract {
  private final CrashPoints crashes = new CrashPoints();
  private Database database;

  /** For extending. */
  protected StoreContract() {}

  /**
   * Where the store of one test is kept: SQLite or PostgreSQL, without tables. {@link SqliteMemory} and {@link
   * PostgresServer} give one.
   *
   * @return a data source to an empty database
   */
  protected abstract DataSource dataSource();

  @BeforeEach
  final void openDatabase() {
    database = Database.migrating(crashes.on(dataSource()));
  }

  /** {@return the database of this test} */
  protected final Database database() {
    return database;
  }

  /** {@return what lets the database of this test crash} */
  protected final CrashPoints crashes() {
    return crashes;
  }
}
