package io.waxseal.consent;

import io.waxseal.message.Purpose;
import io.waxseal.send.Allowed;
import io.waxseal.send.Reason;
import io.waxseal.send.Refused;
import io.waxseal.send.SendRequest;
import io.waxseal.send.SendRule;
import io.waxseal.send.Stage;
import io.waxseal.send.Verdict;
import java.util.Optional;

/** Stops first, then whether the purpose was agreed to. What it allows, it allows behind a fence that asks again. */
final class ConsentRule implements SendRule {
  private final Parts parts;

  ConsentRule(Parts parts) {
    this.parts = parts;
  }

  @Override
  public Stage stage() {
    return Stage.CONSENT;
  }

  @Override
  public Verdict check(SendRequest request) {
    Optional<String> purpose = request.purpose();
    if (purpose.isEmpty()) {
      return Refusals.of(ConsentReasons.PURPOSE_MISSING);
    }
    if (purpose.get().equals(Purposes.STOP_CONFIRMATION)) {
      return confirmation(request);
    }
    ConsentView view = parts.view(request);
    Optional<Refused> stopped = stopped(view, purpose.get());
    if (stopped.isPresent()) {
      return stopped.get();
    }
    return basis(request, view, purpose.get())
        .<Verdict>map(basis ->
            Allowed.behind(basis, new ConsentFence(parts, request, purpose.get(), view.revision())))
        .orElseGet(() -> Refusals.of(ConsentReasons.NO_CONSENT));
  }

  private Verdict confirmation(SendRequest request) {
    Confirmations confirmations = parts.confirmations();
    boolean due = confirmations.confirms(request.message())
        && confirmations.owedTo(parts.identities(request));
    return due
        ? Allowed.behind(ConsentReasons.STOP_CONFIRMATION, new ConfirmationFence(parts, request))
        : Refusals.of(ConsentReasons.CONFIRMATION_NOT_DUE);
  }

  /** The refusal of the widest stop that forbids a purpose. */
  static Optional<Refused> stopped(ConsentView view, String purpose) {
    return view.stopOf(purpose).map(stop -> {
      if (stop.scope().equals(Purposes.EVERYTHING)) {
        return Refusals.of(ConsentReasons.STOPPED_ALL);
      }
      return Refusals.of(
          stop.cause() == Cause.PLATFORM
              ? ConsentReasons.STOPPED_BY_PLATFORM
              : ConsentReasons.STOPPED_PURPOSE);
    });
  }

  /** An answer needs no grant: a free text is held to the window by its own rule, a template is held to it here. */
  private Optional<Reason> basis(SendRequest request, ConsentView view, String purpose) {
    if (view.grants(purpose)) {
      return Optional.of(ConsentReasons.CONSENT_GIVEN);
    }
    boolean answer = purpose.equals(Purpose.REPLY);
    boolean answerable = !request.message().isTemplate() || parts.windowOpen(request);
    return answer && answerable ? Optional.of(ConsentReasons.USER_INITIATED) : Optional.empty();
  }
}
