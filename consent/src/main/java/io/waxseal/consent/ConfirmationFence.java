package io.waxseal.consent;

import io.waxseal.send.Fence;
import io.waxseal.send.Refused;
import io.waxseal.send.SendRequest;
import io.waxseal.send.SendResult;
import io.waxseal.store.Transaction;
import java.util.Optional;
import java.util.UUID;

/** Lets one confirmation pass for the stops that are owed one, and uses them up. */
final class ConfirmationFence implements Fence {
  private final Parts parts;
  private final SendRequest request;

  ConfirmationFence(Parts parts, SendRequest request) {
    this.parts = parts;
    this.request = request;
  }

  @Override
  public Optional<Refused> ask(Transaction transaction, UUID transmission) {
    return parts.confirmations().consume(parts.identities(request), transmission)
        ? Optional.empty()
        : Optional.of(Refusals.of(ConsentReasons.CONFIRMATION_NOT_DUE));
  }

  @Override
  public void settled(Transaction transaction, UUID transmission, SendResult result) {}
}
