package io.waxseal.consent;

import io.waxseal.contract.consent.ConsentLedgerContract;
import io.waxseal.person.Opened;
import io.waxseal.store.Database;

final class InMemoryConsentLedgerTest extends ConsentLedgerContract {

  private JdbcLedger ledger;

  @Override
  protected Fixture open() {
    ledger = new JdbcLedger(Database.inMemory());
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
