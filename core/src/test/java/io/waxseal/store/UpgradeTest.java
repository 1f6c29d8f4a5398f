package io.waxseal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.StoreException;
import io.waxseal.contract.PostgresServer;
import io.waxseal.internal.sql.Ddl;
import io.waxseal.internal.sql.Sql;
import io.waxseal.testkit.Aside;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A store whose second version adds a column: on each database, by Waxseal or by the host's own tool. */
@Timeout(60)
class UpgradeTest {
  private static final String STORE = "upgrade";

  private final DataSource server = PostgresServer.dataSource();

  @TempDir
  private Path folder;

  private DataSource file() {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve("store.db"));
    return source;
  }

  private static String[] versions(Database database) {
    String[] both = Ddl.of(database, UpgradeTest.class, STORE);
    assertThat(both).hasSize(2);
    return both;
  }

  private static void requireOld(Database database) {
    database.require(STORE, versions(database)[0]);
  }

  private static void requireNew(Database database) {
    database.require(STORE, versions(database));
  }

  private static int insert(Database database, String name) {
    return database.inTransaction(
        tx -> Sql.update(tx, "INSERT INTO wx_upgrade (name) VALUES (?)", name));
  }

  private static List<String> rows(Database database) {
    return database.inTransaction(tx -> Sql.list(
        tx,
        row -> row.getString("name") + " " + row.getLong("length"),
        "SELECT name, length FROM wx_upgrade ORDER BY name"));
  }

  /** As psql or Flyway would: the text of the file, statement after statement, knowing nothing of Waxseal. */
  private void run(String script) throws SQLException {
    try (Connection connection = server.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      statement.execute("SET default_transaction_read_only = off");
      statement.execute(script);
    }
  }

  private static void upgradeKeepsWhatWasThere(Database database) {
    requireOld(database);
    insert(database, "ana");
    requireNew(database);
    requireNew(database);
    assertThat(rows(database)).containsExactly("ana 3");
  }

  @Test
  void sqliteIsUpgradedByItself() {
    upgradeKeepsWhatWasThere(Database.on(file()));
  }

  @Test
  void aToolThatOnlyVisitsUpgradesNothing() {
    for (DataSource source : List.of(file(), server)) {
      requireOld(Database.migrating(source));
      Database visited = Database.existing(source);
      requireOld(visited);
      assertThatThrownBy(() -> requireNew(visited))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("waxseal upgrade");
    }
  }

  @Test
  void postgresqlIsUpgradedWhenAskedFor() {
    upgradeKeepsWhatWasThere(Database.migrating(server));
  }

  @Test
  void postgresqlIsOtherwiseOnlyCheckedAndToldWhatToRun() {
    Database database = Database.on(server);
    assertThatThrownBy(() -> requireNew(database))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("missing")
        .hasMessageContaining("META-INF/waxseal/upgrade.postgresql.sql")
        .hasMessageContaining("Database.migrating");
  }

  @Test
  void tablesOfTheFirstVersionAreNotEnough() throws Exception {
    Database database = Database.on(server);
    run(versions(database)[0]);
    requireOld(database);
    assertThatThrownBy(() -> requireNew(database))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("version 1")
        .hasMessageContaining("\"-- version 2\"");
  }

  @Test
  void aToolThatRunsTheScriptsSatisfiesTheCheck() throws Exception {
    Database database = Database.on(server);
    run(versions(database)[0]);
    insert(database, "ben");
    run(versions(database)[1]);
    requireNew(database);
    assertThat(rows(database)).containsExactly("ben 3");
  }

  @Test
  void whatAToolHasRunIsNotRunAgain() throws Exception {
    Database database = Database.migrating(server);
    run(String.join("\n", versions(database)));
    requireNew(database);
  }

  @Test
  void anOlderProgramIsRefused() {
    Database migrating = Database.migrating(server);
    requireNew(migrating);
    for (Database database : List.of(migrating, Database.on(server))) {
      assertThatThrownBy(() -> requireOld(database))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("newer program");
    }
  }

  @Test
  void manyProcessesMayMigrateAnEmptyDatabaseAtOnce() {
    CompletableFuture<?>[] processes = IntStream.range(0, 8)
        .mapToObj(
            i -> Aside.runTask(() -> requireNew(Database.migrating(PostgresServer.twin(server)))))
        .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(processes).join();
    requireNew(Database.on(server));
  }
}
