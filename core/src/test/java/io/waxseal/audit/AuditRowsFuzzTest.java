package io.waxseal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.waxseal.account.MalformedPayloadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConnection;

/** A sound file, in which whoever can write has set one value: a report or the documented exception, and found. */
class AuditRowsFuzzTest {
  private static final int ENTRIES = 3;
  /** Columns that nothing but the verifier reads, so that each change of value must be found. */
  private static final List<String> PLACES = List.of(
      "wx_audit_entry SET leaf",
      "wx_audit_entry SET hash",
      "wx_audit_checkpoint SET note",
      "wx_audit_tree SET edge",
      "wx_audit_key SET name",
      "wx_audit_key SET public_key");

  private static final byte[] IMAGE;
  private static final VerifierKey KEY;

  static {
    try {
      Path folder = Files.createTempDirectory("waxseal");
      Path path = folder.resolve("trail.db");
      try (TrailFile file = new TrailFile(path, ENTRIES)) {
        KEY = file.key;
        file.execute("PRAGMA journal_mode = DELETE");
        IMAGE = file.raw.unwrap(SQLiteConnection.class).serialize("main");
      }
      try (var left = Files.list(folder)) {
        for (Path each : left.toList()) {
          Files.delete(each);
        }
      }
      Files.delete(folder);
    } catch (IOException | SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @FuzzTest
  void aChangedValueIsFound(FuzzedDataProvider data) throws SQLException {
    String place = data.pickValue(PLACES);
    boolean text = data.consumeBoolean();
    boolean trusted = data.consumeBoolean();
    byte[] value = data.consumeRemainingAsBytes();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      connection.unwrap(SQLiteConnection.class).deserialize("main", IMAGE);
      try (PreparedStatement update = connection.prepareStatement("UPDATE " + place
          + (text ? " = CAST(? AS TEXT)" : " = ?")
          + (place.contains("entry") ? " WHERE idx = 1" : ""))) {
        update.setBytes(1, value);
        update.executeUpdate();
      }
      if (trusted && !place.contains("wx_audit_key")) {
        assertThat(AuditVerifier.verify(connection, KEY).intact()).isFalse();
      } else {
        AuditVerifier.verify(connection);
      }
    } catch (MalformedPayloadException e) {
      assertThat(e).hasNoCause();
    }
  }
}
