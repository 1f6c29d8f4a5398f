package io.waxseal.consent;

import io.waxseal.contract.consent.ConsentLedgerContract;
import io.waxseal.person.Opened;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteConsentLedgerTest extends ConsentLedgerContract {
  @TempDir
  Path folder;

  private JdbcLedger ledger;

  @Override
  protected Fixture open() {
    ledger = new JdbcLedger(JdbcLedger.file(folder.resolve("consent.db")));
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
