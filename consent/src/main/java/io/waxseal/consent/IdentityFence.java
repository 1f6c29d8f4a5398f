package io.waxseal.consent;

import io.waxseal.account.Tenant;
import io.waxseal.person.IndexedPoint;
import io.waxseal.send.Failed;
import io.waxseal.send.Fence;
import io.waxseal.send.Refused;
import io.waxseal.send.SendRequest;
import io.waxseal.send.SendResult;
import io.waxseal.store.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Asks at the wire whether the recipient's identity key is still the one relied on, and hears if Meta says that it is not. */
final class IdentityFence implements Fence {
  private final Parts parts;
  private final SendRequest request;
  private final Tenant tenant;
  private final IdentityKeys keys;

  IdentityFence(Parts parts, SendRequest request) {
    this.parts = parts;
    this.request = request;
    tenant = request.account().tenant();
    keys = new IdentityKeys(parts.wiring());
  }

  /** What is known of the keys of whoever is addressed. */
  List<IdentityKeys.Key> known(Transaction transaction) {
    IndexedPoint address = parts.wiring().people().index(tenant, request.address());
    return keys.of(transaction, tenant, keys.points(parts.standing(transaction, request), address));
  }

  @Override
  public Optional<Refused> ask(Transaction transaction, UUID transmission) {
    return IdentityKeys.changed(known(transaction))
        ? Optional.of(Refusals.of(ConsentReasons.IDENTITY_CHANGED))
        : Optional.empty();
  }

  @Override
  public void settled(Transaction transaction, UUID transmission, SendResult result) {
    if (result instanceof Failed failed && failed.code() == IdentityRule.KEY_IS_ANOTHER) {
      keys.refused(transaction, known(transaction));
    }
  }
}
