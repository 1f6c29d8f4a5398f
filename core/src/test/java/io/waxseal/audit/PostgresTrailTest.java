package io.waxseal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.By;
import io.waxseal.account.MalformedPayloadException;
import io.waxseal.account.Tenant;
import io.waxseal.contract.PostgresServer;
import io.waxseal.store.Database;
import io.waxseal.testkit.Aside;
import io.waxseal.testkit.TestClock;
import io.waxseal.testkit.TestVault;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two processes that record and sequence at once, and somebody with a connection of their own. */
class PostgresTrailTest {
  private static final By BY = By.agent("ana");

  private final DataSource pool = PostgresServer.dataSource();
  private final Database database = Database.migrating(pool);
  private final TestVault vault = new TestVault(database);
  private final AuditTrail trail = AuditTrail.on(database, vault, new TestClock(), List.of());

  @BeforeEach
  void recordSome() {
    record(database, trail, 5);
    trail.checkpoint();
  }

  private static void record(Database database, AuditTrail trail, int entries) {
    for (int i = 0; i < entries; i++) {
      database.inTransaction(tx -> {
        trail.record(tx, AuditEntry.of("test.entry", Tenant.DEFAULT, BY));
        return true;
      });
    }
  }

  private AuditReport verify() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return AuditVerifier.verify(connection);
    }
  }

  private void execute(String sql) {
    database.inTransaction(tx -> {
      try (Statement statement = tx.connection().createStatement()) {
        return statement.execute(sql);
      }
    });
  }

  @Test
  void anUntouchedTrailVerifies() throws Exception {
    AuditReport report = verify();
    assertThat(report.problems()).isEmpty();
    assertThat(report.entries()).isEqualTo(5);
  }

  @Test
  void twoProcessesThatSequenceAtOnceLoseAndDoubleNothing() throws Exception {
    Database twin = Database.on(PostgresServer.twin(pool));
    AuditTrail second = AuditTrail.on(twin, vault, new TestClock(), List.of());
    CompletableFuture<?>[] work = IntStream.range(0, 16)
        .mapToObj(i -> Aside.runTask(() -> {
          record(i % 2 == 0 ? database : twin, i % 2 == 0 ? trail : second, 20);
          (i % 2 == 0 ? second : trail).checkpoint();
        }))
        .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(work).join();
    trail.checkpoint();
    AuditReport report = verify();
    assertThat(report.problems()).isEmpty();
    assertThat(report.entries()).isEqualTo(5 + 16 * 20);
    assertThat(report.waiting()).isZero();
  }

  @Test
  @Timeout(60)
  void ofTwoProcessesThatOpenAnEmptyTrailAtOnceOneMakesTheKeyAndTheOtherWaits() {
    execute("DELETE FROM wx_audit_key");
    Database twin = Database.on(PostgresServer.twin(pool));
    AtomicReference<CompletableFuture<LogKey>> other = new AtomicReference<>();
    LogKey made = database.inTransaction(tx -> {
      LogKey first = LogKey.loadOrCreate(database, vault, 2026);
      other.set(Aside.run(() -> LogKey.loadOrCreate(twin, vault, 2027)));
      PostgresServer.awaitOneThatWaits();
      return first;
    });
    assertThat(other.get().join().origin()).isEqualTo(made.origin()).endsWith("/log-2026");
  }

  @Test
  void aChangedEntryIsFound() throws Exception {
    execute("UPDATE wx_audit_entry SET leaf = leaf || '\\x00'::bytea WHERE idx = 2");
    assertThat(verify().problems()).isNotEmpty();
  }

  @Test
  void aRemovedEntryIsFound() throws Exception {
    execute("DELETE FROM wx_audit_entry WHERE idx = 4");
    assertThat(verify().problems()).isNotEmpty();
  }

  @Test
  void aViewInATablesPlaceIsNotRead() {
    execute("ALTER TABLE wx_audit_entry RENAME TO elsewhere");
    execute("CREATE VIEW wx_audit_entry AS SELECT * FROM elsewhere");
    assertThatThrownBy(this::verify).isInstanceOf(MalformedPayloadException.class);
  }

  @Test
  void aDatabaseWithoutATrailIsNone() throws Exception {
    try (Connection connection = PostgresServer.dataSource().getConnection()) {
      assertThatThrownBy(() -> AuditVerifier.verify(connection))
          .isInstanceOf(MalformedPayloadException.class);
    }
  }
}
