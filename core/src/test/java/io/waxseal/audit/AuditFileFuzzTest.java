package io.waxseal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.waxseal.account.MalformedPayloadException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.sqlite.SQLiteConnection;

/** Whatever the bytes of a file: no database, the documented exception, or a report. */
class AuditFileFuzzTest {
  @FuzzTest
  void aFileGivesAReportOrTheDocumentedException(byte[] image) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      try {
        connection.unwrap(SQLiteConnection.class).deserialize("main", image);
      } catch (SQLException e) {
        return;
      }
      AuditReport report = AuditVerifier.verify(connection);
      assertThat(report.intact()).isEqualTo(report.problems().isEmpty());
    } catch (MalformedPayloadException e) {
      assertThat(e).hasNoCause();
    }
  }
}
