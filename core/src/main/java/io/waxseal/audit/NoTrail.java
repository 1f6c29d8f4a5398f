package io.waxseal.audit;

import io.waxseal.store.Transaction;
import java.util.Optional;

final class NoTrail implements AuditTrail {
  @Override
  public void record(Transaction transaction, AuditEntry entry) {}

  @Override
  public Optional<Checkpoint> checkpoint() {
    return Optional.empty();
  }

  @Override
  public long staged() {
    return 0;
  }
}
