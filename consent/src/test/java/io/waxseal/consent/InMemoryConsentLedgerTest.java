package io.waxseal.consent;

import io.waxseal.contract.SqliteMemory;
import io.waxseal.contract.consent.ConsentLedgerContract;
import io.waxseal.person.Opened;
import io.waxseal.store.Database;
import javax.sql.DataSource;

final class InMemoryConsentLedgerTest extends ConsentLedgerContract {
  private JdbcLedger ledger;

  @Override
  protected DataSource dataSource() {
    return SqliteMemory.dataSource();
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
