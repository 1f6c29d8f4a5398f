package io.waxseal.consent;

import io.waxseal.contract.consent.ConsentLedgerContract.Fixture;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.Context;
import io.waxseal.person.Opened;
import io.waxseal.person.RecordKind;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import java.nio.file.Path;
import org.sqlite.SQLiteDataSource;

/** The ledger over a database, and what lies in its tables. */
final class JdbcLedger {
  private final Database database;
  private final Fixture fixture;

  JdbcLedger(Database database) {
    this.database = database;
    Vault vault = SealedVault.on(database, Kek.inMemoryForTests());
    fixture = new Fixture(vault, ConsentLedger.on(database, vault));
  }

  /** As another process would open it: nothing is shared but the file. */
  static Database file(Path file) {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    return Database.on(source);
  }

  Fixture fixture() {
    return fixture;
  }

  byte[] sealedEvidence(ConsentEntry event) {
    return database
        .inTransaction(tx -> Sql.first(
            tx,
            row -> row.getBytes("evidence"),
            "SELECT evidence FROM wx_consent_entry WHERE id = ?",
            event.id()))
        .orElseThrow();
  }

  Opened openEvidence(ConsentEntry event, byte[] sealed) {
    Context context =
        Context.of(RecordKind.CONSENT_EVIDENCE, "wx_consent_entry", event.id(), "evidence");
    return fixture.vault().open(event.person(), context, sealed);
  }
}
