package io.waxseal.consent;

import io.waxseal.send.Fence;
import io.waxseal.send.Refused;
import io.waxseal.send.SendRequest;
import io.waxseal.store.Transaction;
import java.util.Optional;
import java.util.UUID;

/** Asks at the wire what the rule asked before: is no stop in force, has nothing changed. Grants leave a mark. */
final class ConsentFence implements Fence {
  private final Desk desk;
  private final SendRequest request;
  private final String purpose;
  private final long revision;

  ConsentFence(Desk desk, SendRequest request, String purpose, long revision) {
    this.desk = desk;
    this.request = request;
    this.purpose = purpose;
    this.revision = revision;
  }

  @Override
  public Optional<Refused> ask(Transaction transaction, UUID transmission) {
    ConsentView view = desk.view(transaction, request, desk.identities(request));
    Optional<Refused> stopped = ConsentRule.stopped(view, purpose);
    if (stopped.isPresent()) {
      return stopped;
    }
    if (view.revision() != revision) {
      return Optional.of(Refusals.of(ConsentReasons.CHANGED_DURING_SEND));
    }
    desk.inFlight().mark(request.account().tenant(), request.points(), transmission);
    return Optional.empty();
  }

  @Override
  public void settled(Transaction transaction, UUID transmission) {
    desk.inFlight().settled(transmission);
  }
}
