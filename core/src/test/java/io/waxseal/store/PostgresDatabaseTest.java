package io.waxseal.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.StoreException;
import io.waxseal.contract.PostgresServer;
import io.waxseal.internal.sql.Sql;
import io.waxseal.testkit.Aside;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Transactions on a real server, over sessions that a careless host has left behind. */
@Timeout(60)
class PostgresDatabaseTest {
  private static final byte[] KEY = {1};
  private static final byte[] OTHER = {2};

  private final DataSource pool = PostgresServer.dataSource();
  private final Database database = Database.migrating(pool);

  @BeforeEach
  void createTable() {
    database.require("test", "CREATE TABLE t (n BIGINT NOT NULL);\n");
  }

  private static String setting(Transaction tx, String name) throws SQLException {
    return Sql.first(tx, row -> row.getString(1), "SHOW " + name).orElseThrow();
  }

  private long count() {
    return database.inTransaction(tx -> Sql.count(tx, "SELECT COUNT(*) FROM t"));
  }

  private int insert(Transaction tx, int n) throws SQLException {
    return Sql.update(tx, "INSERT INTO t (n) VALUES (?)", n);
  }

  @Test
  void aTransactionIsReadCommittedAndDurableWhateverTheSessionSays() {
    database.inTransaction(tx -> {
      assertThat(setting(tx, "transaction_isolation")).isEqualTo("read committed");
      assertThat(setting(tx, "transaction_read_only")).isEqualTo("off");
      assertThat(setting(tx, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(tx, "fsync")).isEqualTo("on");
      assertThat(setting(tx, "lock_timeout")).isEqualTo("10s");
      assertThat(setting(tx, "TimeZone")).isNotEqualTo(TimeZone.getDefault().getID());
      return true;
    });
  }

  @Test
  void theSessionIsGivenBackAsItCame() throws Exception {
    database.inTransaction(tx -> insert(tx, 1));
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(
            "SELECT current_setting('synchronous_commit'), current_setting('lock_timeout')")) {
      row.next();
      assertThat(row.getString(1) + " " + row.getString(2)).isEqualTo("off 0");
    }
  }

  @Test
  void anExceptionRollsBack() {
    assertThatThrownBy(() -> database.inTransaction(tx -> {
          insert(tx, 1);
          throw new IllegalStateException("planted");
        }))
        .hasMessage("planted");
    assertThat(count()).isZero();
  }

  @Test
  void aRefusedStatementThatTheBodySwallowsIsNoSilentRollback() {
    assertThatThrownBy(() -> database.inTransaction(tx -> {
          insert(tx, 1);
          assertThatThrownBy(() -> Sql.update(tx, "INSERT INTO no_table VALUES (1)"))
              .isInstanceOf(SQLException.class);
          return true;
        }))
        .isInstanceOf(StoreException.class);
    assertThat(count()).isZero();
  }

  @Test
  void whoNamesTheSameKeyWaitsAndSeesWhatWasCommitted() {
    CompletableFuture<Long> second = database.inTransaction(tx -> {
      tx.lock(KEY);
      CompletableFuture<Long> waiting = Aside.run(() -> database.inTransaction(other -> {
        other.lock(OTHER, KEY);
        return Sql.count(other, "SELECT COUNT(*) FROM t");
      }));
      PostgresServer.awaitOneThatWaits();
      insert(tx, 1);
      return waiting;
    });
    assertThat(second.join()).isEqualTo(1);
  }

  @Test
  void whoNamesAnotherKeyDoesNotWait() {
    database.inTransaction(tx -> {
      tx.lock(KEY);
      return Aside.runTask(() -> database.inTransaction(other -> {
            other.lock(OTHER);
            return true;
          }))
          .join();
    });
  }

  @Test
  void aKeyMayBeNamedTwiceInOneTransaction() {
    database.inTransaction(tx -> {
      tx.lock(KEY, KEY);
      tx.lock();
      tx.lock(OTHER, KEY);
      return database.inTransaction(joined -> {
        joined.lock(KEY);
        return true;
      });
    });
  }

  @Test
  void keysNamedTogetherNeverCloseACircle() {
    List<CompletableFuture<Void>> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      boolean even = i % 2 == 0;
      threads.add(Aside.runTask(() -> {
        for (int round = 0; round < 50; round++) {
          database.inTransaction(tx -> {
            tx.lock(even ? KEY : OTHER, even ? OTHER : KEY);
            long before = Sql.count(tx, "SELECT COUNT(*) FROM t");
            return insert(tx, (int) before);
          });
        }
      }));
    }
    threads.forEach(CompletableFuture::join);
    long different = database.inTransaction(tx -> Sql.count(tx, "SELECT COUNT(DISTINCT n) FROM t"));
    assertThat(different).isEqualTo(400);
  }

  @Test
  void aCircleIsBrokenAndMayBeTriedAgain() {
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    List<CompletableFuture<Boolean>> two = new ArrayList<>();
    for (byte[][] order : new byte[][][] {{KEY, OTHER}, {OTHER, KEY}}) {
      two.add(Aside.run(() -> database.inTransaction(tx -> {
        tx.lock(order[0]);
        await(bothHoldOne);
        tx.lock(order[1]);
        return true;
      })));
    }
    List<Throwable> refused = new ArrayList<>();
    for (CompletableFuture<Boolean> one : two) {
      try {
        one.join();
      } catch (CompletionException e) {
        refused.add(e.getCause());
      }
    }
    assertThat(refused).hasSize(1);
    assertThat(((StoreException) refused.get(0)).retryable()).isTrue();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aSessionThatIsCutOffIsARetryableStoreException() {
    assertThatThrownBy(() -> database.inTransaction(tx -> {
          long session = Sql.count(tx, "SELECT pg_backend_pid()");
          database(pool)
              .inTransaction(other ->
                  Sql.first(other, row -> true, "SELECT pg_terminate_backend(?)", (int) session));
          return insert(tx, 1);
        }))
        .isInstanceOf(StoreException.class)
        .satisfies(e -> assertThat(((StoreException) e).retryable()).isTrue());
  }

  @Test
  void aCommitThatIsCutOffIsNotSaidToBeUndone() {
    assertThatThrownBy(() -> database.inTransaction(tx -> {
          insert(tx, 1);
          long session = Sql.count(tx, "SELECT pg_backend_pid()");
          database(pool)
              .inTransaction(other ->
                  Sql.first(other, row -> true, "SELECT pg_terminate_backend(?)", (int) session));
          return true;
        }))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("not known");
  }

  private static Database database(DataSource pool) {
    return Database.on(PostgresServer.twin(pool));
  }

  @Test
  void scrubbingDoesNothingButNotInsideATransaction() {
    database.scrub();
    assertThatThrownBy(() -> database.inTransaction(tx -> {
          database.scrub();
          return true;
        }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void textKeepsEveryCharacter() {
    String words = "\u00e9\u4e2d\ud83d\ude00' \"";
    byte[] read = database
        .inTransaction(
            tx -> Sql.first(tx, row -> row.getString(1).getBytes(UTF_8), "SELECT ?::text", words))
        .orElseThrow();
    assertThat(read).isEqualTo(words.getBytes(UTF_8));
  }
}
