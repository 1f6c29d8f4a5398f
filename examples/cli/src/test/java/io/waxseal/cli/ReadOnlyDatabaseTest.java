package io.waxseal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file is evidence: whatever state it is in, verifying it leaves everything as it was. */
class ReadOnlyDatabaseTest {
  @TempDir
  private Path folder;

  private Trail trail;

  @BeforeEach
  void write() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    trail = new Trail(home.resolve("a b#c?d%20.db")).record(3).checkpoint();
  }

  @Test
  void aFileAtRestIsReadWithoutATrace() {
    assertThat(trail.file().resolveSibling(trail.file().getFileName() + "-wal")).doesNotExist();
    verifiesWithoutATrace(trail.file(), 0);
  }

  @Test
  void aFolderThatCannotBeWrittenToIsNoHindrance() throws IOException {
    Path parent = trail.file().getParent();
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("r-xr-xr-x"));
    verifiesWithoutATrace(trail.file(), 0);
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** The index is left out: host and reader are one process here, in which SQLite shares one mapping of it. */
  @Test
  void whatStandsOnlyInTheLogOfALivingHostIsRead() throws SQLException {
    try (Connection host = trail.connect()) {
      Trail.execute(host, "SELECT * FROM wx_audit_stage");
      trail.record(2);
      Map<String, List<Object>> before = withoutIndex();
      verifies(trail.file(), 2);
      assertThat(withoutIndex()).isEqualTo(before);
    }
  }

  @Test
  void aHostInTheMiddleOfATransactionIsNoHindrance() throws SQLException {
    try (Connection host = trail.connect()) {
      Trail.execute(host, "BEGIN IMMEDIATE");
      Trail.execute(host, "DELETE FROM wx_audit_entry");
      verifiesWithoutATrace(trail.file(), 0);
    }
  }

  @Test
  void aCopyWithItsLogIsRead() throws SQLException, IOException {
    verifiesWithoutATrace(copyWithLog(), 2);
  }

  @Test
  void aCopyWithALogButNoIndexIsRefusedAndTheAdviceWorks() throws SQLException, IOException {
    Path copy = copyWithLog();
    Path index = copy.resolveSibling(copy.getFileName() + "-shm");
    Files.delete(index);
    Map<String, List<Object>> before = Trail.state(folder);
    Run refused = Run.of("audit", "verify", copy);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("make an empty -shm file there");
    assertThat(Trail.state(folder)).isEqualTo(before);
    Files.createFile(index);
    verifiesWithoutATrace(copy, 2);
  }

  @Test
  void aFileWithARollbackJournalIsReadWithoutATrace() throws SQLException {
    trail.change("PRAGMA journal_mode = DELETE");
    verifiesWithoutATrace(trail.file(), 0);
  }

  @Test
  void aLinkToTheFileFindsTheLogBesideTheFile() throws SQLException, IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.db"), copyWithLog());
    verifiesWithoutATrace(link, 2);
  }

  @Test
  void aFileThatIsWrittenToWhileItIsReadIsNotVouchedFor() throws SQLException {
    try (ReadOnlyDatabase database = ReadOnlyDatabase.open(trail.file())) {
      trail.record(1);
      assertThatThrownBy(database::requireUnchanged).hasMessageContaining("try again");
    }
  }

  @Test
  void nothingCanBeWrittenThroughTheConnection() throws SQLException {
    trail.change("PRAGMA journal_mode = DELETE");
    try (ReadOnlyDatabase database = ReadOnlyDatabase.open(trail.file())) {
      assertThatThrownBy(() -> Trail.execute(database.connection(), "DELETE FROM wx_audit_entry"))
          .isInstanceOf(SQLException.class);
    }
  }

  private Path copyWithLog() throws SQLException, IOException {
    try (Connection host = trail.connect()) {
      Trail.execute(host, "SELECT * FROM wx_audit_stage");
      trail.record(2);
      return trail.copyTo(folder.resolve("copy"));
    }
  }

  private void verifiesWithoutATrace(Path file, int waiting) {
    Map<String, List<Object>> before = Trail.state(folder);
    verifies(file, waiting);
    assertThat(Trail.state(folder)).isEqualTo(before);
  }

  private Map<String, List<Object>> withoutIndex() {
    Map<String, List<Object>> state = Trail.state(folder);
    state.keySet().removeIf(path -> path.endsWith("-shm"));
    return state;
  }

  private static void verifies(Path file, int waiting) {
    Run run = Run.of("audit", "verify", file);
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.lines().get(0)).startsWith("verified 3 entries");
    assertThat(run.lines()).contains(waiting + " entries waiting for a place in the tree");
  }
}
