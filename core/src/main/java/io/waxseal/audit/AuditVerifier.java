package io.waxseal.audit;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.internal.crypto.Digests;
import io.waxseal.internal.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole trail and says what does not hold. It needs no vault and no key of a person, and writes nothing, so it
 * may be given a read-only connection to a copy.
 *
 * <p>Threat: finds each changed, missing, added or reordered entry below a signed checkpoint, and each changed detail.
 * An erased detail is no finding. Not found: a trail cut back to an older checkpoint of its own, unless the newer one is
 * known from elsewhere; and anything at all if the verifying key was taken from the trail and the writer replaced both.
 */
public final class AuditVerifier {
  private static final int MOST_PROBLEMS = 100;
  private static final String DETAIL = "SELECT envelope FROM wx_audit_detail WHERE event = ?";
  private static final int TABLES = 6;
  private static final String PLAIN_SQLITE_TABLES =
      "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name IN"
          + " ('wx_audit_stage', 'wx_audit_entry', 'wx_audit_tree', 'wx_audit_checkpoint', 'wx_audit_detail',"
          + " 'wx_audit_key') AND sql NOT LIKE '%GENERATED%' AND sql NOT LIKE '%VIRTUAL%' AND sql NOT LIKE '% AS %'";
  private static final String PLAIN_POSTGRESQL_TABLES =
      "SELECT COUNT(*) FROM pg_catalog.pg_class c WHERE c.relkind = 'r' AND c.oid IN"
          + " (to_regclass('wx_audit_stage'), to_regclass('wx_audit_entry'), to_regclass('wx_audit_tree'),"
          + " to_regclass('wx_audit_checkpoint'), to_regclass('wx_audit_detail'), to_regclass('wx_audit_key'))"
          + " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attgenerated <> '')";
  private static final int FETCH = 1_000;
  private static final String UNREADABLE = "the database holds no audit trail, or is damaged";

  private final Connection connection;
  private final List<AuditReport.Problem> problems = new ArrayList<>();
  private final TreeMap<Long, Checkpoint> checkpoints = new TreeMap<>();

  private AuditVerifier(Connection connection) {
    this.connection = connection;
  }

  /**
   * Verifies the trail of a database with the key that stands in it, which the report then says.
   *
   * @param connection a connection to SQLite or PostgreSQL, read-only if possible, and inside one transaction, on
   *     PostgreSQL at {@code REPEATABLE READ}, if somebody may write meanwhile; stays the caller's to close
   * @return what was found
   * @throws MalformedPayloadException if the database holds no trail or cannot be read; any bytes but a trail give this
   *     exception or a report with problems, and nothing else
   */
  public static AuditReport verify(Connection connection) {
    return verify(connection, Optional.empty());
  }

  /**
   * Verifies the trail of a database with a key from elsewhere.
   *
   * @param connection as {@link #verify(Connection)} takes it
   * @param trusted the key to trust
   * @return what was found
   * @throws MalformedPayloadException under the conditions of {@link #verify(Connection)}
   */
  public static AuditReport verify(Connection connection, VerifierKey trusted) {
    return verify(connection, Optional.of(trusted));
  }

  private static AuditReport verify(Connection connection, Optional<VerifierKey> trusted) {
    try {
      return new AuditVerifier(connection).run(trusted);
    } catch (SQLException e) {
      throw new MalformedPayloadException("the audit trail", UNREADABLE);
    }
  }

  private AuditReport run(Optional<VerifierKey> trusted) throws SQLException {
    requireTables();
    Optional<VerifierKey> key = trusted.isPresent() ? trusted : keyOfTrail();
    readCheckpoints(key);
    MerkleTree tree = readEntries();
    checkTail(tree);
    return new AuditReport(
        tree.size(),
        HexFormat.of().formatHex(tree.root()),
        Optional.ofNullable(
            checkpoints.isEmpty() ? null : checkpoints.lastEntry().getValue()),
        key,
        trusted.isEmpty(),
        count("SELECT COUNT(*) FROM wx_audit_stage"),
        List.copyOf(problems));
  }

  /** A view in a table's place could compute rows without end, so only plain tables are read. */
  private void requireTables() throws SQLException {
    String product = String.valueOf(connection.getMetaData().getDatabaseProductName());
    boolean postgresql = product.equalsIgnoreCase("postgresql");
    if (!postgresql) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA trusted_schema = OFF");
      }
    }
    if (count(postgresql ? PLAIN_POSTGRESQL_TABLES : PLAIN_SQLITE_TABLES) != TABLES) {
      throw new MalformedPayloadException("the audit trail", UNREADABLE);
    }
  }

  private Optional<VerifierKey> keyOfTrail() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT name, public_key FROM wx_audit_key")) {
      if (row.next()) {
        String name = row.getString(1);
        byte[] publicKey = row.getBytes(2);
        if (name != null && publicKey != null) {
          return Optional.of(new VerifierKey(name, publicKey));
        }
      }
      return Optional.empty();
    }
  }

  private void readCheckpoints(Optional<VerifierKey> key) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT size, note FROM wx_audit_checkpoint ORDER BY size")) {
      while (row.next()) {
        long size = row.getLong(1);
        Optional<Checkpoint> checkpoint = parse(row.getString(2));
        if (checkpoint.isEmpty() || checkpoint.get().size() != size) {
          problem("the checkpoint of size " + size + " is damaged");
        } else if (key.isEmpty() || !checkpoint.get().signedBy(key.get())) {
          problem("the checkpoint of size " + size + " is not signed by the key");
        } else {
          checkpoints.put(size, checkpoint.get());
        }
      }
    }
  }

  private static Optional<Checkpoint> parse(@Nullable String note) {
    try {
      return note == null ? Optional.empty() : Optional.of(Checkpoint.parse(note));
    } catch (MalformedPayloadException e) {
      return Optional.empty();
    }
  }

  private MerkleTree readEntries() throws SQLException {
    MerkleTree tree = new MerkleTree();
    try (Statement statement = connection.createStatement();
        PreparedStatement detail = connection.prepareStatement(DETAIL);
        ResultSet row = entries(statement)) {
      while (row.next()) {
        long index = row.getLong(1);
        if (index != tree.size()) {
          problem(
              "the entries are not numbered without a gap: entry " + tree.size() + " is missing");
          return tree;
        }
        checkEntry(tree, row.getBytes(2), row.getBytes(3), detail);
      }
    }
    return tree;
  }

  /** A few at a time: a driver that is given no number may hold the whole trail. */
  private static ResultSet entries(Statement statement) throws SQLException {
    statement.setFetchSize(FETCH);
    return statement.executeQuery("SELECT idx, leaf, hash FROM wx_audit_entry ORDER BY idx");
  }

  private void checkEntry(
      MerkleTree tree, byte @Nullable [] leaf, byte @Nullable [] hash, PreparedStatement detail)
      throws SQLException {
    long index = tree.size();
    byte[] bytes = leaf == null ? new byte[0] : leaf;
    byte[] computed = MerkleTree.leafHash(bytes);
    tree.append(computed);
    if (hash == null || !Arrays.equals(computed, hash)) {
      problem(index, "its bytes were changed: they do not give the hash stored beside them");
    } else {
      checkDetail(index, bytes, detail);
    }
    Checkpoint checkpoint = checkpoints.get(tree.size());
    if (checkpoint != null && !checkpoint.root().equals(HexFormat.of().formatHex(tree.root()))) {
      problem("the entries up to " + index
          + " do not give the signed root: one was changed, added or removed");
    }
  }

  private void checkDetail(long index, byte[] leaf, PreparedStatement detail) throws SQLException {
    AuditLeaf parsed;
    try {
      parsed = AuditLeaf.decode(leaf);
    } catch (MalformedPayloadException e) {
      problem(index, "it is not the one spelling of an entry");
      return;
    }
    detail.setBytes(1, Sql.bytes(parsed.event()));
    try (ResultSet row = detail.executeQuery()) {
      byte[] envelope = row.next() ? row.getBytes(1) : null;
      if (envelope != null
          && !Arrays.equals(Digests.sha256(envelope), parsed.detailHash().toArray())) {
        problem(index, "its detail was changed");
      }
    }
  }

  /** Entries that a signed checkpoint covers must be there, and the kept state of the tree must be this tree's. */
  private void checkTail(MerkleTree tree) throws SQLException {
    if (checkpoints.isEmpty() && tree.size() > 0) {
      problem(
          "no signed checkpoint covers the entries, so they could have been written by anybody");
    }
    if (!checkpoints.isEmpty() && checkpoints.lastKey() > tree.size()) {
      problem("the newest checkpoint covers " + checkpoints.lastKey() + " entries, only "
          + tree.size() + " are there");
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT size, edge FROM wx_audit_tree WHERE log = 1")) {
      long size = 0;
      byte[] edge = {};
      if (row.next()) {
        size = row.getLong(1);
        edge = row.getBytes(2);
      }
      if (size != tree.size() || !Arrays.equals(edge, tree.state())) {
        problem("the kept edge of the tree is not that of its entries");
      }
    }
  }

  private long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private void problem(String rule) {
    add(new AuditReport.Problem(Optional.empty(), rule));
  }

  private void problem(long index, String rule) {
    add(new AuditReport.Problem(Optional.of(index), rule));
  }

  private void add(AuditReport.Problem problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }
}
