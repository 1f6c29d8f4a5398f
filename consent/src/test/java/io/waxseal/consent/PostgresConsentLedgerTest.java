package io.waxseal.consent;

import io.waxseal.contract.PostgresServer;
import io.waxseal.contract.consent.ConsentLedgerContract;
import io.waxseal.person.Opened;

final class PostgresConsentLedgerTest extends ConsentLedgerContract {
  private final JdbcLedger ledger = new JdbcLedger(PostgresServer.database());

  @Override
  protected Fixture open() {
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
