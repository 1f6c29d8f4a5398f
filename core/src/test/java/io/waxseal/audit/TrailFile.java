package io.waxseal.audit;

import io.waxseal.account.By;
import io.waxseal.account.Tenant;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import io.waxseal.testkit.TestClock;
import io.waxseal.testkit.TestVault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sqlite.SQLiteDataSource;

/** A trail in a file, and a second connection to the file for who should not have one. */
final class TrailFile implements AutoCloseable {
  static final By BY = By.agent("ana");

  final Database database;
  final TestVault vault;
  final AuditTrail trail;
  final Connection raw;
  final VerifierKey key;

  TrailFile(Path file, int entries, AuditSink... sinks) throws SQLException {
    raw = DriverManager.getConnection("jdbc:sqlite:" + file);
    execute("PRAGMA page_size = 512");
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    database = Database.on(source);
    vault = new TestVault(database);
    trail = AuditTrail.on(database, vault, new TestClock(), List.of(sinks));
    record(entries);
    trail.checkpoint();
    key = verify(Optional.empty()).key().orElseThrow();
  }

  void record(int entries) {
    for (int i = 0; i < entries; i++) {
      Person person = new Person(Tenant.DEFAULT, new UUID(9, i));
      database.inTransaction(tx -> {
        trail.record(
            tx, AuditEntry.of("test.entry", Tenant.DEFAULT, BY).about(person).with("n", "v"));
        return true;
      });
    }
  }

  AuditReport verify(Optional<VerifierKey> trusted) {
    return trusted.isPresent()
        ? AuditVerifier.verify(raw, trusted.get())
        : AuditVerifier.verify(raw);
  }

  AuditReport verify() {
    return verify(Optional.of(key));
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = raw.createStatement()) {
      statement.execute(sql);
    }
  }

  void update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = raw.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] instanceof byte[] bytes) {
          statement.setBytes(i + 1, bytes);
        } else {
          statement.setObject(i + 1, values[i]);
        }
      }
      statement.executeUpdate();
    }
  }

  byte[] leaf(long index) throws SQLException {
    try (PreparedStatement statement =
        raw.prepareStatement("SELECT leaf FROM wx_audit_entry WHERE idx = ?")) {
      statement.setLong(1, index);
      try (var row = statement.executeQuery()) {
        return row.getBytes(1);
      }
    }
  }

  /** Makes the kept edge that of the entries as they are now, as a careful forger would. */
  void mendEdge() throws SQLException {
    MerkleTree tree = new MerkleTree();
    try (Statement statement = raw.createStatement();
        var row = statement.executeQuery("SELECT leaf FROM wx_audit_entry ORDER BY idx")) {
      while (row.next()) {
        tree.append(MerkleTree.leafHash(row.getBytes(1)));
      }
    }
    update("UPDATE wx_audit_tree SET size = ?, edge = ?", tree.size(), tree.state());
  }

  @Override
  public void close() throws SQLException {
    raw.close();
  }
}
