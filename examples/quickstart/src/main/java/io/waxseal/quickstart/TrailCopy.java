package io.waxseal.quickstart;

import io.waxseal.audit.AuditReport;
import io.waxseal.audit.AuditVerifier;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteDataSource;

/** Verifies the trail of a database file, and forges an entry in a copy of it. */
final class TrailCopy {
  private final SQLiteDataSource source = new SQLiteDataSource();

  TrailCopy(Path database) {
    source.setUrl("jdbc:sqlite:" + database);
  }

  AuditReport verify() throws SQLException {
    try (Connection connection = source.getConnection()) {
      return AuditVerifier.verify(connection);
    }
  }

  /** Copies the database, as somebody would who wants to change what happened. */
  TrailCopy copyTo(Path copy) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, copy.toString());
      vacuum.execute();
    }
    return new TrailCopy(copy);
  }

  /** Changes one byte of one entry; returns the entry's index. */
  long forge() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        PreparedStatement update =
            connection.prepareStatement("UPDATE wx_audit_entry SET leaf = ? WHERE idx = ?")) {
      long index;
      byte[] leaf;
      try (ResultSet row = statement.executeQuery(
          "SELECT idx, leaf FROM wx_audit_entry ORDER BY idx DESC LIMIT 1 OFFSET 1")) {
        row.next();
        index = row.getLong(1);
        leaf = row.getBytes(2);
      }
      leaf[leaf.length / 2] ^= 1;
      update.setBytes(1, leaf);
      update.setLong(2, index);
      update.executeUpdate();
      return index;
    }
  }
}
