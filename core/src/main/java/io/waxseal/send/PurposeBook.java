package io.waxseal.send;

import io.waxseal.internal.sql.Ddl;
import io.waxseal.internal.sql.Sql;
import io.waxseal.message.Category;
import io.waxseal.message.Purpose;
import io.waxseal.message.Purposes;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Keeps each version of each purpose, so that what persons agreed to does not change under them unnoticed. */
final class PurposeBook {
  private static final String STORE = "purpose";
  private static final byte[] LOCK = "wx_purpose".getBytes(StandardCharsets.US_ASCII);

  private final Database database;

  PurposeBook(Database database) {
    this.database = database;
    database.require(STORE, Ddl.of(database, PurposeBook.class, STORE));
  }

  /** Adds what is new; throws if a known version has changed, or a new one is lower than one that is kept. */
  void keep(Purposes purposes) {
    database.useTransaction(tx -> {
      tx.lock(LOCK);
      for (Purpose purpose : purposes.all()) {
        keep(tx, purpose);
      }
    });
  }

  private static void keep(Transaction transaction, Purpose purpose) throws SQLException {
    Kept now = Kept.of(purpose);
    List<Kept> kept = Sql.list(
        transaction,
        row -> new Kept(
            row.getInt("version"),
            row.getString("category"),
            row.getString("basis"),
            row.getInt("material_since"),
            ByteBuffer.wrap(row.getBytes("notices"))),
        "SELECT version, category, basis, material_since, notices FROM wx_purpose WHERE name = ? ORDER BY version DESC",
        purpose.name());
    Optional<Kept> same =
        kept.stream().filter(one -> one.version() == purpose.version()).findFirst();
    if (same.isEmpty() && (kept.isEmpty() || kept.get(0).version() < purpose.version())) {
      requireMaterial(purpose, kept);
      Sql.update(
          transaction,
          "INSERT INTO wx_purpose (name, version, category, basis, material_since, notices) VALUES (?, ?, ?, ?, ?, ?)",
          purpose.name(),
          now.version(),
          now.category(),
          now.basis(),
          now.materialSince(),
          purpose.noticesHash());
    } else if (same.isEmpty() || !same.get().equals(now)) {
      throw new IllegalStateException("the purpose " + purpose.name()
          + " has another notice, category, basis or material version than version "
          + purpose.version() + " had before; declare it with version("
          + (kept.get(0).version() + 1) + ")");
    }
  }

  /** Grants that a version has outdated do not cover the next one by oversight. */
  private static void requireMaterial(Purpose purpose, List<Kept> kept) {
    int before = kept.stream().mapToInt(Kept::materialSince).max().orElse(0);
    if (purpose.materialSince() < before) {
      throw new IllegalStateException("version " + before + " of the purpose " + purpose.name()
          + " changed what persons agree to; declare it with version(" + purpose.version()
          + ").materialSince(" + before + ")");
    }
  }

  /**
   * A row.
   *
   * @param version the version
   * @param category the name of its category; empty if none
   * @param basis the name of its basis
   * @param materialSince the last version that changed what persons agree to; 0 if none
   * @param notices the hash of its notices
   */
  private record Kept(
      int version, String category, String basis, int materialSince, ByteBuffer notices) {
    static Kept of(Purpose purpose) {
      return new Kept(
          purpose.version(),
          purpose.category().map(Category::name).orElse(""),
          purpose.basis().name(),
          purpose.materialSince(),
          ByteBuffer.wrap(purpose.noticesHash()));
    }
  }
}
