package io.waxseal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.StoreException;
import io.waxseal.contract.PostgresServer;
import io.waxseal.internal.sql.Sql;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Connections as hosts lend them: in other modes, in use already, durable or not. They go back as they came. */
class LentConnectionTest {
  @TempDir
  private Path folder;

  /** The driver's own connection, or one behind a wrapper that does not say what it wraps. */
  enum Wrapping {
    NONE,
    OPAQUE
  }

  static Stream<Arguments> lenders() {
    return Stream.of(Dialect.values())
        .flatMap(dialect ->
            Stream.of(Wrapping.values()).map(wrapping -> Arguments.of(dialect, wrapping)));
  }

  /** Lends one connection again and again, as a transaction-aware proxy does inside a transaction. */
  private static DataSource always(Connection connection, Wrapping wrapping) {
    return proxy(
        DataSource.class,
        (method, arguments) -> method.getName().equals("getConnection")
            ? proxy(Connection.class, (inner, given) -> lent(connection, wrapping, inner, given))
            : method.invoke(connection, arguments));
  }

  private static Object lent(Connection real, Wrapping wrapping, Method method, Object[] arguments)
      throws ReflectiveOperationException {
    if (method.getName().equals("close")) {
      return null;
    }
    return wrapping == Wrapping.OPAQUE && method.getName().equals("isWrapperFor")
        ? Boolean.FALSE
        : method.invoke(real, arguments);
  }

  private interface Call {
    Object run(Method method, Object[] arguments) throws ReflectiveOperationException;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
          try {
            return call.run(method, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        }));
  }

  private Connection connection(Dialect dialect) throws SQLException {
    if (dialect == Dialect.POSTGRESQL) {
      Connection connection = PostgresServer.dataSource().getConnection();
      connection.setAutoCommit(true);
      execute(connection, "SET default_transaction_read_only = off");
      return connection;
    }
    return source(new SQLiteConfig()).getConnection();
  }

  private SQLiteDataSource source(SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + folder.resolve("lent.db"));
    return source;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT COUNT(*) FROM lent")) {
      row.next();
      return row.getLong(1);
    }
  }

  @ParameterizedTest
  @MethodSource("lenders")
  void aConnectionThatIsInATransactionIsRefusedAndLeftAsItWas(Dialect dialect, Wrapping wrapping)
      throws SQLException {
    try (Connection host = connection(dialect)) {
      execute(host, "CREATE TABLE lent (n INTEGER)");
      Database database = Database.migrating(always(host, wrapping));
      host.setAutoCommit(false);
      execute(host, "INSERT INTO lent (n) VALUES (1)");
      assertThatThrownBy(() -> database.useTransaction(tx -> Sql.count(tx, "SELECT 1")))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.retryable()).isFalse())
          .hasMessageContaining("the data source below it");
      assertThatThrownBy(() -> Database.on(always(host, wrapping)))
          .isInstanceOf(StoreException.class);
      assertThat(host.getAutoCommit()).isFalse();
      host.rollback();
      assertThat(count(host)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aTransactionThatWasBegunByHandIsLeftOpenToo(Dialect dialect) throws SQLException {
    try (Connection host = connection(dialect)) {
      execute(host, "CREATE TABLE lent (n INTEGER)");
      Database database = Database.migrating(always(host, Wrapping.NONE));
      execute(host, "BEGIN");
      execute(host, "INSERT INTO lent (n) VALUES (1)");
      assertThatThrownBy(() -> database.useTransaction(tx -> Sql.count(tx, "SELECT 1")))
          .isInstanceOf(StoreException.class);
      execute(host, "ROLLBACK");
      assertThat(count(host)).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("lenders")
  void aConnectionComesBackWithAutoCommitAsItWasLent(Dialect dialect, Wrapping wrapping)
      throws SQLException {
    try (Connection host = connection(dialect)) {
      execute(host, "CREATE TABLE lent (n INTEGER)");
      for (boolean lent : new boolean[] {false, true}) {
        host.setAutoCommit(lent);
        Database database = Database.migrating(always(host, wrapping));
        database.useTransaction(tx -> Sql.update(tx, "INSERT INTO lent (n) VALUES (1)"));
        database.scrub();
        assertThat(host.getAutoCommit()).isEqualTo(lent);
      }
      assertThat(count(host)).isEqualTo(2);
    }
  }

  @Test
  void whatWasCommittedOutlivesARollbackOfTheLender() throws SQLException {
    try (Connection host = connection(Dialect.POSTGRESQL)) {
      execute(host, "CREATE TABLE lent (n INTEGER)");
      host.setAutoCommit(false);
      Database database = Database.migrating(always(host, Wrapping.NONE));
      database.useTransaction(tx -> Sql.update(tx, "INSERT INTO lent (n) VALUES (1)"));
      host.rollback();
      assertThat(count(host)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MEMORY", "OFF"})
  void aFileWhoseJournalCanBeLostIsRefused(String mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.valueOf(mode));
    assertThatThrownBy(() -> Database.on(source(config)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("journal_mode=" + mode)
        .hasMessageContaining("leave journal_mode to Waxseal");
  }

  @Test
  void aDatabaseInMemoryHasItsJournalThere() {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:file:lent?mode=memory&cache=shared");
    assertThat(Database.on(source).now()).isNotNull();
  }
}
