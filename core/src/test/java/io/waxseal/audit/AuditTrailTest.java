package io.waxseal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.Context;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.testkit.TestClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Staging and sequencing, by many at once. */
class AuditTrailTest {
  @TempDir
  private Path folder;

  private TrailFile open(int entries, AuditSink... sinks) throws Exception {
    return new TrailFile(folder.resolve("trail.db"), entries, sinks);
  }

  @Test
  void anEntryOfARolledBackTransactionIsNotInTheTrail() throws Exception {
    try (TrailFile file = open(1)) {
      AuditEntry entry = AuditEntry.of("test.entry", Tenant.DEFAULT, TrailFile.BY);
      assertThatThrownBy(() -> file.database.inTransaction(tx -> {
            file.trail.record(tx, entry);
            throw new IllegalStateException("rolled back");
          }))
          .isInstanceOf(IllegalStateException.class);
      file.trail.checkpoint();
      assertThat(file.verify().entries()).isEqualTo(1);
      assertThat(file.verify().waiting()).isZero();
    }
  }

  @Test
  void manyRecordersAndTwoSequencersLoseAndDoubleNothing() throws Exception {
    try (TrailFile file = open(1)) {
      AuditTrail second = AuditTrail.on(file.database, file.vault, new TestClock(), List.of());
      List<Callable<Object>> work = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        work.add(() -> {
          file.record(25);
          return true;
        });
      }
      for (AuditTrail trail : List.of(file.trail, second)) {
        work.add(() -> {
          for (int i = 0; i < 40; i++) {
            trail.checkpoint();
          }
          return true;
        });
      }
      runAll(work);
      second.checkpoint();
      AuditReport report = file.verify();
      assertThat(report.problems()).isEmpty();
      assertThat(report.entries()).isEqualTo(401);
      assertThat(report.waiting()).isZero();
      assertThat(events(file)).hasSize(401);
    }
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

  private static Set<UUID> events(TrailFile file) {
    return new HashSet<>(file.database.inTransaction(tx -> Sql.list(
        tx, row -> AuditLeaf.decode(row.getBytes(1)).event(), "SELECT leaf FROM wx_audit_entry")));
  }

  @Test
  void twoTrailsOfOneDatabaseShareOneKey() throws Exception {
    try (TrailFile file = open(1)) {
      AuditTrail second = AuditTrail.on(file.database, file.vault, new TestClock(), List.of());
      file.record(1);
      assertThat(second.checkpoint().orElseThrow().signedBy(file.key)).isTrue();
    }
  }

  @Test
  void nothingNewGivesTheSameCheckpointAndIsNotPublishedAgain() throws Exception {
    List<Checkpoint> published = new CopyOnWriteArrayList<>();
    try (TrailFile file = open(2, published::add)) {
      Optional<Checkpoint> again = file.trail.checkpoint();
      assertThat(again.orElseThrow().size()).isEqualTo(2);
      assertThat(published).hasSize(1);
    }
  }

  @Test
  void anEmptyTrailHasNoCheckpoint() throws Exception {
    try (TrailFile file = open(0)) {
      assertThat(file.trail.checkpoint()).isEmpty();
      assertThat(file.verify(Optional.empty()).intact()).isTrue();
    }
  }

  @Test
  void aSinkThatFailsStopsNeitherTheOthersNorTheTrail() throws Exception {
    List<Checkpoint> published = new CopyOnWriteArrayList<>();
    AuditSink broken = checkpoint -> {
      throw new IllegalStateException("out of order");
    };
    try (TrailFile file = open(2, broken, published::add)) {
      file.record(1);
      assertThat(file.trail.checkpoint().orElseThrow().size()).isEqualTo(3);
      assertThat(published).extracting(Checkpoint::size).containsExactly(2L, 3L);
    }
  }

  @Test
  void aSinkRunsWithNoTransactionOpen() throws Exception {
    List<Boolean> open = new CopyOnWriteArrayList<>();
    try (TrailFile file = open(0)) {
      AuditTrail watched = AuditTrail.on(
          file.database,
          file.vault,
          new TestClock(),
          List.of(checkpoint -> open.add(file.database.transactionOpen())));
      file.record(1);
      watched.checkpoint();
      assertThat(open).containsExactly(false);
    }
  }

  @Test
  void moreThanABatchIsSequencedAtOnce() throws Exception {
    try (TrailFile file = open(0)) {
      file.database.inTransaction(tx -> {
        for (int i = 0; i < 2_100; i++) {
          file.trail.record(tx, AuditEntry.of("test.entry", Tenant.DEFAULT, TrailFile.BY));
        }
        return true;
      });
      assertThat(file.trail.checkpoint().orElseThrow().size()).isEqualTo(2_100);
      assertThat(file.verify().intact()).isTrue();
    }
  }

  @Test
  void theActorAndTheDetailAreNotInTheClear() throws Exception {
    try (TrailFile file = open(0)) {
      Person person = new Person(Tenant.DEFAULT, UUID.randomUUID());
      file.database.inTransaction(tx -> {
        file.trail.record(
            tx,
            AuditEntry.of("test.entry", Tenant.DEFAULT, io.waxseal.account.By.agent("planted-ana"))
                .about(person)
                .with("planted-name", "planted-value"));
        return true;
      });
      file.trail.checkpoint();
      file.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      String all = new String(
          java.nio.file.Files.readAllBytes(folder.resolve("trail.db")),
          java.nio.charset.StandardCharsets.ISO_8859_1);
      assertThat(all).contains("test.entry").doesNotContain("planted");
    }
  }

  @Test
  void aDetailOpensAtItsOwnEntryAndAtNoOther() throws Exception {
    try (TrailFile file = open(2)) {
      List<Detail> details = details(file);
      for (Detail detail : details) {
        for (Detail other : details) {
          Context place =
              Context.of(RecordKind.AUDIT_DETAIL, "wx_audit_detail", other.event(), "envelope");
          assertThat(opens(file, detail, place)).isEqualTo(detail == other);
        }
      }
    }
  }

  private record Detail(UUID event, Person owner, byte[] sealed) {}

  private static List<Detail> details(TrailFile file) {
    return file.database.inTransaction(tx -> Sql.list(
        tx,
        row -> new Detail(
            Sql.uuid(row, "event"),
            new Person(Tenant.DEFAULT, Sql.uuid(row, "person")),
            row.getBytes("envelope")),
        "SELECT * FROM wx_audit_detail"));
  }

  private static boolean opens(TrailFile file, Detail detail, Context place) {
    try {
      return file.vault.open(detail.owner(), place, detail.sealed()) instanceof Opened.Plain;
    } catch (VaultException e) {
      return false;
    }
  }

  @Test
  void whatIsStagedIsCounted() throws Exception {
    try (TrailFile file = open(1)) {
      file.record(3);
      assertThat(file.trail.staged()).isEqualTo(3);
      file.trail.checkpoint();
      assertThat(file.trail.staged()).isZero();
    }
  }

  @Test
  void theTextOfAKeyIsItsNameAlone() throws Exception {
    try (TrailFile file = open(0)) {
      LogKey key = LogKey.loadOrCreate(file.database, file.vault, 2027);
      assertThat(key).hasToString("LogKey[" + key.origin() + "]");
      assertThat(key.origin()).startsWith("waxseal/").endsWith("/log-2026");
    }
  }

  @Test
  void aTrailWithoutRecordsIsAllowedAndSaysNothing() {
    assertThat(AuditTrail.none().checkpoint()).isEmpty();
  }
}
