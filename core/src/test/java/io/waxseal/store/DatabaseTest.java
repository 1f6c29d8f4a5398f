package io.waxseal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.StoreException;
import io.waxseal.internal.sql.Sql;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Transactions that join, fail, race and are gone from the disk when they should be. */
class DatabaseTest {
  private static final String TABLE = "CREATE TABLE t (n INTEGER NOT NULL, s TEXT);\n";

  @TempDir
  private Path folder;

  private SQLiteDataSource source() {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve("store.db"));
    return source;
  }

  private Database open() {
    Database database = Database.on(source());
    database.require("test", TABLE);
    return database;
  }

  private static Database memory() {
    Database database = Database.inMemory();
    database.require("test", TABLE);
    return database;
  }

  private static int insert(Database database, int n) {
    return database.inTransaction(tx -> Sql.update(tx, "INSERT INTO t (n) VALUES (?)", n));
  }

  private static long count(Database database) {
    return database.inTransaction(tx -> Sql.count(tx, "SELECT COUNT(*) FROM t"));
  }

  private static void runAll(List<Callable<Object>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      for (Future<Object> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void anInnerTransactionJoinsTheOuter() {
    Database database = open();
    database.inTransaction(outer -> database.inTransaction(inner -> {
      assertThat(inner).isSameAs(outer);
      assertThat(database.transactionOpen()).isTrue();
      return insert(database, 1);
    }));
    assertThat(database.transactionOpen()).isFalse();
    assertThat(count(database)).isEqualTo(1);
  }

  @Test
  void anExceptionRollsBackAndReachesTheCaller() {
    Database database = open();
    IllegalStateException planted = new IllegalStateException("planted");
    assertThatThrownBy(() -> database.inTransaction(tx -> {
          insert(database, 1);
          throw planted;
        }))
        .isSameAs(planted);
    assertThat(count(database)).isZero();
    assertThat(database.transactionOpen()).isFalse();
  }

  @Test
  void anErrorRollsBackToo() {
    Database database = memory();
    assertThatThrownBy(() -> database.inTransaction(tx -> {
          insert(database, 1);
          throw new StackOverflowError();
        }))
        .isInstanceOf(StackOverflowError.class);
    assertThat(count(database)).isZero();
  }

  @Test
  void anOuterTransactionWhoseInnerFailedCannotCommit() {
    Database database = open();
    assertThatThrownBy(() -> database.inTransaction(outer -> {
          insert(database, 1);
          try {
            database.inTransaction(inner -> {
              throw new IllegalStateException("inner");
            });
          } catch (IllegalStateException e) {
            insert(database, 2);
          }
          return true;
        }))
        .isInstanceOf(StoreException.class);
    assertThat(count(database)).isZero();
  }

  @Test
  void aRefusedStatementInAJoinedBodyDoomsTheOuter() {
    Database database = open();
    assertThatThrownBy(() -> database.inTransaction(outer -> {
          insert(database, 1);
          assertThatThrownBy(() ->
                  database.inTransaction(tx -> Sql.update(tx, "INSERT INTO no_table VALUES (1)")))
              .isInstanceOf(StoreException.class);
          return true;
        }))
        .isInstanceOf(StoreException.class);
    assertThat(count(database)).isZero();
  }

  @Test
  void actionsRunAfterTheCommitInOrderWithNoTransactionOpen() {
    Database database = open();
    List<String> order = new ArrayList<>();
    database.inTransaction(tx -> {
      tx.afterCommit(() -> order.add("first " + database.transactionOpen() + count(database)));
      database.inTransaction(inner -> {
        inner.afterCommit(() -> order.add("second"));
        return true;
      });
      tx.afterCommit(() -> order.add("third"));
      order.add("body");
      return insert(database, 1);
    });
    assertThat(order).containsExactly("body", "first false1", "second", "third");
  }

  @Test
  void actionsThatThrowStopNeitherTheOthersNorTheCommit() {
    Database database = open();
    List<String> ran = new ArrayList<>();
    assertThatThrownBy(() -> database.inTransaction(tx -> {
          tx.afterCommit(() -> {
            throw new IllegalStateException("one");
          });
          tx.afterCommit(() -> ran.add("two"));
          tx.afterCommit(() -> {
            throw new IllegalArgumentException("three");
          });
          return insert(database, 1);
        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("one")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(ran).containsExactly("two");
    assertThat(count(database)).isEqualTo(1);
  }

  @Test
  void transactionsTogetherActOnceAllHaveCommitted() {
    Database database = open();
    List<String> order = new ArrayList<>();
    database.together(() -> {
      database.inTransaction(tx -> {
        tx.afterCommit(() -> order.add("one " + count(database)));
        return insert(database, 1);
      });
      database.together(() -> database.inTransaction(tx -> {
        tx.afterCommit(() -> order.add("two " + count(database)));
        return insert(database, 2);
      }));
      order.add("body " + count(database));
    });
    assertThat(order).containsExactly("body 2", "one 2", "two 2");
  }

  @Test
  void whatWasCommittedBeforeABodyThrewActsAllTheSame() {
    Database database = open();
    List<String> order = new ArrayList<>();
    assertThatThrownBy(() -> database.together(() -> {
          database.inTransaction(tx -> {
            tx.afterCommit(() -> order.add("one"));
            tx.afterCommit(() -> {
              throw new IllegalArgumentException("three");
            });
            return insert(database, 1);
          });
          throw new IllegalStateException("two");
        }))
        .isInstanceOf(IllegalStateException.class)
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(order).containsExactly("one");
    database.inTransaction(tx -> {
      tx.afterCommit(() -> order.add("alone"));
      return insert(database, 2);
    });
    assertThat(order).containsExactly("one", "alone");
  }

  @Test
  void howLongAgoItCommittedIsKnownAfterwardsOnly() {
    Database database = memory();
    AtomicReference<Duration> since = new AtomicReference<>();
    database.useTransaction(tx -> {
      assertThatThrownBy(tx::sinceCommit).isInstanceOf(IllegalStateException.class);
      tx.afterCommit(() -> since.set(tx.sinceCommit()));
    });
    assertThat(since.get()).isGreaterThanOrEqualTo(Duration.ZERO).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void noActionRunsAfterARollback() {
    Database database = memory();
    AtomicInteger ran = new AtomicInteger();
    assertThatThrownBy(() -> database.inTransaction(tx -> {
          tx.afterCommit(ran::incrementAndGet);
          throw new IllegalStateException("rolled back");
        }))
        .isInstanceOf(IllegalStateException.class);
    insert(database, 1);
    assertThat(ran).hasValue(0);
  }

  @Test
  void anActionMayBeginATransactionOfItsOwn() {
    Database database = memory();
    database.inTransaction(tx -> {
      tx.afterCommit(() -> insert(database, 2));
      return insert(database, 1);
    });
    assertThat(count(database)).isEqualTo(2);
  }

  @Test
  void twoProcessesOnOneFileLoseNoWrite() throws Exception {
    List<Database> databases = List.of(open(), open());
    insert(databases.get(0), 0);
    List<Callable<Object>> work = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Database database = databases.get(i % 2);
      work.add(() -> {
        for (int round = 0; round < 40; round++) {
          database.inTransaction(tx -> {
            long before = Sql.count(tx, "SELECT n FROM t");
            return Sql.update(tx, "UPDATE t SET n = ?", before + 1);
          });
        }
        return true;
      });
    }
    runAll(work);
    long sum = databases.get(0).inTransaction(tx -> Sql.count(tx, "SELECT n FROM t"));
    assertThat(sum).isEqualTo(320);
  }

  @Test
  void aSecondWriterWaitsUntilTheFirstHasCommitted() throws Exception {
    Database first = open();
    Database second = open();
    CountDownLatch inside = new CountDownLatch(1);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<Long> seen = thread.submit(() -> {
      inside.await();
      return count(second);
    });
    first.inTransaction(tx -> {
      inside.countDown();
      for (int i = 0; i < 100; i++) {
        insert(first, i);
      }
      assertThat(seen.isDone()).isFalse();
      return true;
    });
    assertThat(seen.get()).isEqualTo(100);
    thread.shutdown();
  }

  @Test
  void memoryServesManyThreadsOneAfterAnother() throws Exception {
    Database database = memory();
    insert(database, 0);
    List<Callable<Object>> work = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      work.add(() -> {
        for (int round = 0; round < 100; round++) {
          database.inTransaction(tx -> {
            long before = Sql.count(tx, "SELECT n FROM t");
            return Sql.update(tx, "UPDATE t SET n = ?", before + 1);
          });
        }
        return true;
      });
    }
    runAll(work);
    long sum = database.inTransaction(tx -> Sql.count(tx, "SELECT n FROM t"));
    assertThat(sum).isEqualTo(1_600);
  }

  @Test
  void twoDatabasesInMemoryShareNothing() {
    Database one = memory();
    Database other = memory();
    one.inTransaction(tx -> {
      assertThat(other.transactionOpen()).isFalse();
      return insert(other, 1);
    });
    assertThat(count(one)).isZero();
    assertThat(count(other)).isEqualTo(1);
  }

  @Test
  void eachConnectionIsDurableAndOverwritesWhatItDeletes() {
    Database database = open();
    for (int round = 0; round < 3; round++) {
      database.inTransaction(tx -> {
        assertThat(Sql.count(tx, "PRAGMA synchronous")).isEqualTo(2);
        assertThat(Sql.count(tx, "PRAGMA secure_delete")).isEqualTo(1);
        assertThat(Sql.count(tx, "PRAGMA foreign_keys")).isEqualTo(1);
        assertThat(Sql.count(tx, "PRAGMA busy_timeout")).isEqualTo(10_000);
        assertThat(Sql.first(tx, row -> row.getString(1), "PRAGMA journal_mode"))
            .contains("wal");
        return true;
      });
    }
  }

  @Test
  void aPooledConnectionThatSomebodyLoosenedIsTightenedAgain() throws Exception {
    try (Connection one = source().getConnection()) {
      Database database = Database.on(new Pool(one));
      database.require("test", TABLE);
      try (Statement statement = one.createStatement()) {
        statement.execute("PRAGMA synchronous = OFF");
        statement.execute("PRAGMA secure_delete = OFF");
      }
      database.inTransaction(tx -> {
        assertThat(Sql.count(tx, "PRAGMA synchronous")).isEqualTo(2);
        assertThat(Sql.count(tx, "PRAGMA secure_delete")).isEqualTo(1);
        return true;
      });
    }
  }

  @Test
  void anotherDatabaseIsRefused() {
    DatabaseMetaData other = (DatabaseMetaData) Proxy.newProxyInstance(
        DatabaseTest.class.getClassLoader(),
        new Class<?>[] {DatabaseMetaData.class},
        (proxy, method, arguments) -> "H2");
    Connection connection = (Connection) Proxy.newProxyInstance(
        DatabaseTest.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, method, arguments) -> method.getName().equals("getMetaData") ? other : null);
    assertThatThrownBy(() -> Database.on(new Pool(connection)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("SQLite");
  }

  @Test
  void aDatabaseThatIsGoneIsAStoreException() {
    SQLiteDataSource nowhere = new SQLiteDataSource();
    nowhere.setUrl("jdbc:sqlite:" + folder.resolve("no/such/folder/store.db"));
    assertThatThrownBy(() -> Database.on(nowhere)).isInstanceOf(StoreException.class);
  }

  @Test
  void scriptsAreAppliedOnceEach() {
    Database database = open();
    insert(database, 1);
    database.require("test", TABLE);
    database.require("test", TABLE, "ALTER TABLE t ADD COLUMN x TEXT;\nUPDATE t SET n = n + 1;\n");
    database.require("test", TABLE, "ALTER TABLE t ADD COLUMN x TEXT;\nUPDATE t SET n = n + 1;\n");
    long n = database.inTransaction(tx -> Sql.count(tx, "SELECT n FROM t"));
    assertThat(n).isEqualTo(2);
  }

  @Test
  void tablesOfANewerProgramAreRefused() {
    Database database = open();
    database.require("test", TABLE, "ALTER TABLE t ADD COLUMN x TEXT;\n");
    assertThatThrownBy(() -> database.require("test", TABLE))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("version 2");
  }

  @Test
  void aScriptThatFailsHalfwayLeavesNothing() {
    Database database = open();
    assertThatThrownBy(() -> database.require(
            "other", "CREATE TABLE half (n INTEGER);\nCREATE TABLE t (n INTEGER);\n"))
        .isInstanceOf(StoreException.class);
    database.require("other", "CREATE TABLE half (n INTEGER);\n");
  }

  @Test
  void manyProcessesMayOpenANewFileAtOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      SQLiteDataSource fresh = new SQLiteDataSource();
      fresh.setUrl("jdbc:sqlite:" + folder.resolve("fresh" + round + ".db"));
      List<Callable<Object>> work = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        work.add(() -> {
          Database database = Database.on(fresh);
          database.require("test", TABLE);
          return insert(database, 1);
        });
      }
      runAll(work);
      assertThat(count(Database.on(fresh))).isEqualTo(8);
    }
  }

  @Test
  void scrubbingLeavesNoDeletedByteInAnyFile() throws Exception {
    Database database = open();
    String planted = "planted-word-".repeat(200);
    try (Connection keepsTheLogAlive = source().getConnection();
        Statement statement = keepsTheLogAlive.createStatement()) {
      statement.executeQuery("SELECT COUNT(*) FROM t").close();
      database.inTransaction(
          tx -> Sql.update(tx, "INSERT INTO t (n, s) VALUES (?, ?)", 1, planted));
      assertThat(bytes()).contains("planted-word");
      database.inTransaction(tx -> Sql.update(tx, "DELETE FROM t"));
      assertThat(bytes()).contains("planted-word");
      database.scrub();
      assertThat(bytes()).doesNotContain("planted-word");
    }
  }

  private String bytes() throws Exception {
    StringBuilder all = new StringBuilder();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void scrubbingInsideATransactionIsMisuse() {
    Database database = open();
    assertThatThrownBy(() -> database.inTransaction(tx -> {
          database.scrub();
          return true;
        }))
        .isInstanceOf(IllegalStateException.class);
  }

  /** One connection that a pool keeps open and hands out again. */
  private record Pool(Connection connection) implements DataSource {
    @Override
    public Connection getConnection() {
      return (Connection) Proxy.newProxyInstance(
          DatabaseTest.class.getClassLoader(),
          new Class<?>[] {Connection.class},
          (proxy, method, arguments) ->
              method.getName().equals("close") ? null : method.invoke(connection, arguments));
    }

    @Override
    public Connection getConnection(String user, String password) {
      return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
      return new PrintWriter(System.err, true);
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      throw new SQLException("no");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
