package io.waxseal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.MalformedPayloadException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConnection;

/** Who writes the database is found out. */
class AuditVerifierTest {
  private static final int ENTRIES = 7;

  @TempDir
  private Path folder;

  private TrailFile file;

  @BeforeEach
  void write() throws Exception {
    file = new TrailFile(folder.resolve("trail.db"), ENTRIES);
    assertThat(file.verify().problems()).isEmpty();
  }

  @AfterEach
  void close() throws Exception {
    file.close();
  }

  private void found() {
    assertThat(file.verify().intact()).isFalse();
  }

  private void foundAt(long entry) {
    assertThat(file.verify().problems())
        .extracting(AuditReport.Problem::entry)
        .contains(Optional.of(entry));
  }

  @Test
  void anHonestTrailIsIntact() {
    AuditReport report = file.verify();
    assertThat(report.entries()).isEqualTo(ENTRIES);
    assertThat(report.checkpoint().orElseThrow().size()).isEqualTo(ENTRIES);
    assertThat(report.checkpoint().orElseThrow().root()).isEqualTo(report.root());
    assertThat(report.keyFromTrail()).isFalse();
    assertThat(report.waiting()).isZero();
    assertThat(file.verify(Optional.empty()).keyFromTrail()).isTrue();
  }

  @Test
  void eachChangedByteOfALeafIsFoundAndTheEntryNamed() throws Exception {
    for (long entry = 0; entry < ENTRIES; entry += 3) {
      byte[] leaf = file.leaf(entry);
      for (int at = 0; at < leaf.length; at++) {
        byte[] changed = leaf.clone();
        changed[at] ^= 1;
        file.update("UPDATE wx_audit_entry SET leaf = ? WHERE idx = ?", changed, entry);
        foundAt(entry);
      }
      file.update("UPDATE wx_audit_entry SET leaf = ? WHERE idx = ?", leaf, entry);
    }
    assertThat(file.verify().intact()).isTrue();
  }

  @Test
  void aChangedHashIsFoundAndTheEntryNamed() throws Exception {
    file.execute("UPDATE wx_audit_entry SET hash = zeroblob(32) WHERE idx = 4");
    foundAt(4);
  }

  @Test
  void leafHashAndEdgeChangedTogetherAreFound() throws Exception {
    byte[] leaf = file.leaf(2);
    leaf[leaf.length - 1] ^= 1;
    file.update(
        "UPDATE wx_audit_entry SET leaf = ?, hash = ? WHERE idx = 2",
        leaf,
        MerkleTree.leafHash(leaf));
    file.execute("DELETE FROM wx_audit_detail");
    file.mendEdge();
    found();
  }

  @Test
  void aDeletedEntryIsFoundWhereverItStood() throws Exception {
    for (int entry = 0; entry < ENTRIES; entry++) {
      try (TrailFile copy = new TrailFile(folder.resolve("copy" + entry), ENTRIES)) {
        copy.execute("DELETE FROM wx_audit_entry WHERE idx = " + entry);
        assertThat(copy.verify().intact()).isFalse();
        copy.execute("UPDATE wx_audit_entry SET idx = idx - 1 WHERE idx > " + entry);
        copy.mendEdge();
        assertThat(copy.verify().intact()).isFalse();
      }
    }
  }

  @Test
  void anAddedEntryIsFound() throws Exception {
    byte[] leaf = file.leaf(3);
    file.execute("UPDATE wx_audit_entry SET idx = idx + 100 WHERE idx >= 3");
    file.execute("UPDATE wx_audit_entry SET idx = idx - 99 WHERE idx >= 103");
    file.update(
        "INSERT INTO wx_audit_entry (idx, leaf, hash) VALUES (3, ?, ?)",
        leaf,
        MerkleTree.leafHash(leaf));
    file.mendEdge();
    found();
  }

  @Test
  void reorderedEntriesAreFound() throws Exception {
    file.execute("UPDATE wx_audit_entry SET idx = 100 WHERE idx = 1");
    file.execute("UPDATE wx_audit_entry SET idx = 1 WHERE idx = 2");
    file.execute("UPDATE wx_audit_entry SET idx = 2 WHERE idx = 100");
    file.mendEdge();
    found();
  }

  @Test
  void aChangedDetailIsFoundAndAnErasedOneIsNoFinding() throws Exception {
    file.execute("UPDATE wx_audit_detail SET envelope = zeroblob(64) WHERE rowid = 2");
    assertThat(file.verify().problems()).hasSize(1);
    file.execute("DELETE FROM wx_audit_detail WHERE rowid = 2");
    assertThat(file.verify().intact()).isTrue();
    file.execute("DELETE FROM wx_audit_detail");
    assertThat(file.verify().intact()).isTrue();
  }

  @Test
  void anExchangedDetailIsFound() throws Exception {
    file.execute("UPDATE wx_audit_detail SET envelope ="
        + " (SELECT envelope FROM wx_audit_detail WHERE rowid = 1) WHERE rowid = 5");
    assertThat(file.verify().problems()).hasSize(1);
  }

  @Test
  void aTailCutBelowTheNewestCheckpointIsFound() throws Exception {
    file.execute("DELETE FROM wx_audit_entry WHERE idx >= 5");
    file.mendEdge();
    found();
  }

  @Test
  void aCheckpointForgedWithAnotherKeyIsFoundByWhoKnowsTheKey() throws Exception {
    forge();
    found();
    AuditReport naive = file.verify(Optional.empty());
    assertThat(naive.intact()).isTrue();
    assertThat(naive.keyFromTrail()).isTrue();
  }

  /** Rewrites an entry and signs the result with a key of the forger's, put in place of the trail's. */
  private void forge() throws Exception {
    file.execute("DELETE FROM wx_audit_entry WHERE idx = 6");
    file.mendEdge();
    MerkleTree tree = new MerkleTree();
    for (long entry = 0; entry < 6; entry++) {
      tree.append(MerkleTree.leafHash(file.leaf(entry)));
    }
    byte[][] pair = Ed25519.generate();
    VerifierKey forged = new VerifierKey(file.key.name(), pair[1]);
    Checkpoint checkpoint =
        Checkpoint.sign("any", tree, Instant.EPOCH, forged, Ed25519.signer(pair[0], pair[1]));
    file.execute("DELETE FROM wx_audit_checkpoint");
    file.update("INSERT INTO wx_audit_checkpoint (size, note) VALUES (?, ?)", 6, checkpoint.note());
    file.update("UPDATE wx_audit_key SET public_key = ?", pair[1]);
  }

  @Test
  void entriesThatNoCheckpointCoversAreFound() throws Exception {
    file.execute("DELETE FROM wx_audit_checkpoint");
    found();
  }

  @Test
  void aDamagedOrMovedCheckpointIsFound() throws Exception {
    file.execute("UPDATE wx_audit_checkpoint SET size = 3");
    found();
    file.execute("UPDATE wx_audit_checkpoint SET size = 7, note = 'x'");
    found();
  }

  @Test
  void aChangedEdgeIsFound() throws Exception {
    file.execute("UPDATE wx_audit_tree SET size = size + 1");
    found();
    file.execute("DELETE FROM wx_audit_tree");
    found();
  }

  @Test
  void entriesThatWaitAreCounted() {
    file.record(3);
    assertThat(file.verify().waiting()).isEqualTo(3);
    assertThat(file.verify().intact()).isTrue();
  }

  @Test
  void aLongListOfProblemsIsCut() throws Exception {
    file.record(150);
    file.trail.checkpoint();
    file.execute("UPDATE wx_audit_entry SET hash = zeroblob(32)");
    assertThat(file.verify().problems()).hasSizeLessThanOrEqualTo(100).isNotEmpty();
  }

  @Test
  void whatIsNoTrailIsRefused() throws Exception {
    try (Connection empty = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      assertThatThrownBy(() -> AuditVerifier.verify(empty))
          .isInstanceOf(MalformedPayloadException.class);
    }
    Path text = Files.writeString(folder.resolve("text.db"), "no database ".repeat(500));
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + text)) {
      assertThatThrownBy(() -> AuditVerifier.verify(other))
          .isInstanceOf(MalformedPayloadException.class);
    }
  }

  @Test
  void columnsOfOtherTypesGiveAReport() throws Exception {
    file.execute("UPDATE wx_audit_entry SET leaf = 'text', hash = 3.5 WHERE idx = 1");
    file.execute("UPDATE wx_audit_checkpoint SET note = x'ff00ff'");
    file.execute("UPDATE wx_audit_tree SET edge = 'text'");
    file.execute("UPDATE wx_audit_key SET public_key = 'text', name = 7");
    assertThat(file.verify(Optional.empty()).intact()).isFalse();
    found();
  }

  @Test
  @Tag("long")
  void aHundredThousandDamagedImagesGiveTheDocumentedExceptionOrATrueReport() throws Exception {
    file.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    file.execute("PRAGMA journal_mode = DELETE");
    file.execute("DROP TABLE test_archive");
    file.execute("DROP TABLE wx_schema");
    file.execute("VACUUM");
    byte[] image = Files.readAllBytes(folder.resolve("trail.db"));
    String root = file.verify().root();
    Random random = new Random(20261124);
    VerifierKey stranger = new VerifierKey("stranger", Ed25519.generate()[1]);
    int reports = 0;
    Connection connection = memory();
    for (int round = 0; round < 100_000; round++) {
      try {
        connection.unwrap(SQLiteConnection.class).deserialize("main", Mutations.of(random, image));
      } catch (SQLException e) {
        connection.close();
        connection = memory();
        continue;
      }
      // most rounds end at the key's name: checking a signature would take most of the time
      Optional<AuditReport> report = report(connection, round % 8 == 0 ? file.key : stranger);
      reports += report.isPresent() ? 1 : 0;
      report
          .filter(AuditReport::intact)
          .filter(it -> it.checkpoint().map(Checkpoint::size).orElse(0L) == ENTRIES)
          .ifPresent(it -> assertThat(it.root()).isEqualTo(root));
    }
    connection.close();
    assertThat(reports).isGreaterThan(10_000);
  }

  private static Connection memory() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  private Optional<AuditReport> report(Connection connection, VerifierKey key) {
    try {
      return Optional.of(AuditVerifier.verify(connection, key));
    } catch (MalformedPayloadException e) {
      assertThat(e).hasNoCause();
      return Optional.empty();
    }
  }
}
