package io.waxseal.consent;

import io.waxseal.account.Tenant;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.PersonWatcher;
import io.waxseal.person.Whereabouts;
import io.waxseal.store.Transaction;

/** Sees to it that a stop outlives the link that led to it. */
final class StopsStay implements PersonWatcher {
  private final Parts parts;

  StopsStay(Parts parts) {
    this.parts = parts;
  }

  @Override
  public void retracting(
      Transaction transaction,
      Tenant tenant,
      Whereabouts before,
      IndexedPoint one,
      IndexedPoint other) {
    StopsOverLink.writeOut(parts, transaction, tenant, before, one, other);
  }
}
