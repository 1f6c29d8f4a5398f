package io.waxseal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.StoreException;
import io.waxseal.contract.CrashPoints;
import io.waxseal.contract.SqliteMemory;
import io.waxseal.internal.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contracts find what they are to find: each store here has the fault of its test's name. */
final class CrashPointsTest {
  private final CrashPoints crashes = new CrashPoints();
  private final Database database = Database.on(crashes.on(SqliteMemory.dataSource()));

  @BeforeEach
  void makeTable() {
    database.require("crash", "CREATE TABLE pair (id BLOB, half INTEGER);\n");
  }

  @Test
  void aStoreThatCommitsBetweenItsStepsIsFoundOut() {
    assertThatThrownBy(() -> crashes.atEachStep(UUID::randomUUID, this::writeApart, this::isWhole))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("after a crash at step 4");
  }

  @Test
  void aStoreThatCommitsOncePassesAtEveryStep() {
    List<Long> halves = new ArrayList<>();
    crashes.atEachStep(UUID::randomUUID, this::writeTogether, id -> halves.add(halves(id)));
    assertThat(halves).containsExactly(0L, 0L, 0L, 0L, 2L, 2L);
  }

  @Test
  void aStoreThatHidesTheCrashIsFoundOut() {
    assertThatThrownBy(() -> crashes.atEachStep(UUID::randomUUID, this::hide, this::isWhole))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("returned as if it had not");
  }

  @Test
  void aStoreThatGoesToAnotherDatabaseIsFoundOut() {
    assertThatThrownBy(() -> crashes.atEachStep(UUID::randomUUID, id -> {}, id -> {}))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("data source it was given");
  }

  @Test
  void whatHasCrashedStaysDeadUntilTheCheck() {
    crashes.atEachStep(
        UUID::randomUUID,
        id -> {
          try {
            writeTogether(id);
          } catch (StoreException e) {
            assertThatThrownBy(() -> writeTogether(id)).isInstanceOf(StoreException.class);
            throw e;
          }
        },
        this::isWhole);
  }

  @Test
  void aStoreWithoutJdbcSaysItsStepsItself() {
    List<String> done = new ArrayList<>();
    crashes.atEachStep(
        () -> "",
        subject -> {
          crashes.step();
          done.add("first");
          crashes.step();
          done.add("second");
        },
        subject -> {});
    assertThat(done).containsExactly("first", "first", "second");
  }

  private void writeApart(UUID id) {
    write(id, 1);
    write(id, 2);
  }

  private void writeTogether(UUID id) {
    database.inTransaction(tx -> {
      writeApart(id);
      return Boolean.TRUE;
    });
  }

  private void hide(UUID id) {
    try {
      writeTogether(id);
    } catch (StoreException expected) {
      assertThat(expected).isNotNull();
    }
  }

  private void write(UUID id, int half) {
    database.inTransaction(
        tx -> Sql.update(tx, "INSERT INTO pair (id, half) VALUES (?, ?)", id, half));
  }

  private void isWhole(UUID id) {
    assertThat(halves(id)).isIn(0L, 2L);
  }

  private long halves(UUID id) {
    return database.inTransaction(
        tx -> Sql.count(tx, "SELECT COUNT(*) FROM pair WHERE id = ?", id));
  }
}
