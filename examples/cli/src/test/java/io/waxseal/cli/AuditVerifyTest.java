package io.waxseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerifyTest {
  @TempDir
  private Path folder;

  private Trail trail;

  @BeforeEach
  void write() {
    trail = new Trail(folder.resolve("waxseal.db")).record(5).checkpoint();
  }

  @Test
  void anIntactTrailIsVerified() {
    Run run = verify();
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.lines().get(0))
        .matches("verified 5 entries · root [0-9a-f]{4}… · "
            + "checkpoint signed 2026-11-21T09:12:44Z by log-2026");
    assertThat(run.lines().get(1)).matches("whole root [0-9a-f]{64}");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void withoutAKeyItSaysThatTheKeyCameFromTheFile() {
    assertThat(verify().out()).contains("the key came from the database");
  }

  @Test
  void theKeyThatWasPrintedCanBeGiven() {
    Run run = verify("--key", printedKey());
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .contains("key given")
        .noneMatch(line -> line.contains("from the database"));
  }

  @Test
  void theKeyOfAnotherTrailDoesNotFit() {
    String mine = printedKey();
    Trail other = new Trail(folder.resolve("other.db")).record(1).checkpoint();
    Run run = Run.of("audit", "verify", other.file(), "--key", mine);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("not signed by the key");
  }

  @Test
  void aKeyOfAnotherShapeIsWrongUsage() {
    Run run = verify("--key", "nonsense");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1).first().asString().contains("name+hash+key");
  }

  @Test
  void aChangedEntryIsNamed() throws SQLException {
    trail.change("UPDATE wx_audit_entry SET leaf = leaf || x'00' WHERE idx = 3");
    Run run = verify();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines().get(0)).startsWith("NOT INTACT");
    assertThat(run.lines()).anyMatch(line -> line.startsWith("entry 3: "));
    assertThat(run.out()).contains("the key came from the database: ").doesNotContain("--key");
  }

  @Test
  void aRemovedEntryIsFound() throws SQLException {
    trail.change("DELETE FROM wx_audit_entry WHERE idx = 2");
    assertThat(verify().code()).isEqualTo(1);
  }

  @Test
  void aTrailWhoseSignaturesWereAllRemovedProvesNothing() throws SQLException {
    trail.change("DELETE FROM wx_audit_checkpoint");
    Run run = verify();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("nothing vouches for the entries");
  }

  @Test
  void entriesThatWaitAreCounted() {
    trail.record(2);
    Run run = verify();
    assertThat(run.code()).isZero();
    assertThat(run.lines()).contains("2 entries waiting for a place in the tree");
  }

  @Test
  void aTrailWithoutEntriesIsIntact() {
    Run run = Run.of("audit", "verify", new Trail(folder.resolve("empty.db")).file());
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("verified 0 entries").contains("no signed checkpoint");
  }

  @Test
  void aNameFromTheFileCannotForgeALine() throws SQLException {
    trail.change(
        "UPDATE wx_audit_key SET name = 'x' || char(10) || 'verified 9 entries' || char(27)");
    Run run = verify();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).noneMatch(line -> line.startsWith("verified"));
    assertThat(run.out()).doesNotContain("\u001b");
  }

  @Test
  void aLongRunShowsThatItGoesOn() {
    trail.record(3000).checkpoint();
    StringWriter terminal = new StringWriter();
    AtomicLong clock = new AtomicLong();
    Progress progress =
        new Progress(Optional.of(new PrintWriter(terminal)), () -> clock.getAndAdd(1_000_000_000));
    Waxseal.commandLine(new Bodies(InputStream.nullInputStream()), progress)
        .setOut(new PrintWriter(new StringWriter()))
        .execute("audit", "verify", trail.file().toString());
    assertThat(terminal.toString()).contains("verifying, ").endsWith("\r\u001b[K");
  }

  @Test
  void aMissingFileIsAnErrorAndIsNotMade() {
    Path missing = folder.resolve("missing.db");
    assertUnreadable(missing, "does not exist");
    assertThat(missing).doesNotExist();
  }

  @Test
  void aFileThatIsNoDatabaseIsAnError() throws IOException {
    assertUnreadable(Files.writeString(folder.resolve("a.txt"), "x".repeat(5000)), "no SQLite");
    assertUnreadable(Files.createFile(folder.resolve("empty")), "no SQLite");
    assertUnreadable(folder, "is no file");
  }

  @Test
  void aDatabaseWithoutATrailIsAnError() throws IOException, SQLException {
    Path file = folder.resolve("plain.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      Trail.execute(connection, "CREATE TABLE t (a)");
    }
    assertUnreadable(file, "holds no audit trail");
  }

  @Test
  void noDamageMakesAnythingButAReportOrOneLine() throws IOException {
    byte[] sound = Files.readAllBytes(trail.copyTo(folder.resolve("sound")));
    Random random = new Random(7);
    Path file = folder.resolve("damaged.db");
    for (int round = 0; round < 300; round++) {
      byte[] damaged = sound.clone();
      for (int hit = 0; hit < 20; hit++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Files.write(file, damaged);
      Run run = Run.of("audit", "verify", file);
      assertThat(run.code()).isBetween(0, 2);
      assertThat(run.err()).doesNotContain("should not happen", "Exception");
      assertThat(run.err().lines().count()).isEqualTo(run.code() == 2 ? 1 : 0);
    }
  }

  private void assertUnreadable(Path file, String reason) {
    Run run = Run.of("audit", "verify", file);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1).first().asString().contains(reason);
  }

  private String printedKey() {
    return verify().lines().stream()
        .filter(line -> line.contains("--key "))
        .map(line -> line.substring(line.indexOf("--key ") + 6))
        .findFirst()
        .orElseThrow();
  }

  private Run verify(String... more) {
    List<Object> args = new ArrayList<>(List.of("audit", "verify", trail.file()));
    args.addAll(List.of(more));
    return Run.of(args.toArray());
  }
}
