package io.waxseal.consent;

import io.waxseal.contract.consent.ConsentLedgerContract;
import io.waxseal.person.Opened;
import io.waxseal.store.Database;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

final class SqliteConsentLedgerTest extends ConsentLedgerContract {
  @TempDir
  Path folder;

  private JdbcLedger ledger;

  @Override
  protected DataSource dataSource() {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve("consent.db"));
    return source;
  }

  @Override
  protected Fixture open(Database database) {
    ledger = new JdbcLedger(database);
    return ledger.fixture();
  }

  @Override
  protected byte[] sealedEvidence(ConsentEntry event) {
    return ledger.sealedEvidence(event);
  }

  @Override
  protected Opened openEvidence(ConsentEntry event, byte[] sealed) {
    return ledger.openEvidence(event, sealed);
  }
}
