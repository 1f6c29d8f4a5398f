package io.waxseal.consent;

import io.waxseal.message.Basis;
import io.waxseal.message.Purpose;
import io.waxseal.person.Group;
import io.waxseal.send.Allowed;
import io.waxseal.send.Reason;
import io.waxseal.send.Refused;
import io.waxseal.send.SendRequest;
import io.waxseal.send.SendRule;
import io.waxseal.send.Stage;
import io.waxseal.send.Verdict;
import java.time.Instant;
import java.util.Optional;

/** Stops first, then what the purpose's basis needs. What it allows, it allows behind a fence that asks again. */
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
    Optional<String> name = request.purpose();
    if (name.isEmpty()) {
      return Refusals.of(ConsentReasons.PURPOSE_MISSING);
    }
    if (name.get().equals(Scopes.STOP_CONFIRMATION) && request.group().isEmpty()) {
      return confirmation(request);
    }
    Optional<Purpose> purpose = purpose(parts, request);
    if (purpose.isEmpty()) {
      return Refusals.of(Reason.PURPOSE_UNKNOWN);
    }
    if (request.group().isPresent() != (purpose.get().basis() == Basis.GROUP)) {
      return Refusals.of(ConsentReasons.PURPOSE_AUDIENCE_MISMATCH);
    }
    if (request.group().isPresent()) {
      return group(request, request.group().get(), purpose.get());
    }
    ConsentView view = parts.view(request);
    Optional<Refused> stopped = stopped(parts, request, view);
    if (stopped.isPresent()) {
      return stopped.get();
    }
    return basis(request, view, purpose.get())
        .<Verdict>map(basis ->
            Allowed.behind(basis, new ConsentFence(parts, request, name.get(), view.revision())))
        .orElseGet(() -> view.grants(name.get())
            ? Refusals.versionOld(purpose.get())
            : Refusals.notGranted(purpose.get()));
  }

  private Verdict group(SendRequest request, Group group, Purpose purpose) {
    GroupFence fence = new GroupFence(parts, request.account().tenant(), group, purpose);
    return fence
        .refusal()
        .<Verdict>map(refused -> refused)
        .orElseGet(() -> Allowed.behind(ConsentReasons.IN_GROUP, fence));
  }

  private Verdict confirmation(SendRequest request) {
    Confirmations confirmations = parts.confirmations();
    boolean due = confirmations.confirms(request.message())
        && confirmations.owedTo(parts.identities(request));
    return due
        ? Allowed.behind(ConsentReasons.STOP_CONFIRMATION, new ConfirmationFence(parts, request))
        : Refusals.of(ConsentReasons.CONFIRMATION_NOT_DUE);
  }

  static Optional<Purpose> purpose(Parts parts, SendRequest request) {
    return request.purpose().flatMap(parts.wiring().purposes()::find);
  }

  /** The refusal of the first stop that forbids a message; asked here and at the fence. */
  static Optional<Refused> stopped(Parts parts, SendRequest request, ConsentView view) {
    Optional<Purpose> purpose = purpose(parts, request);
    if (purpose.isEmpty()) {
      return Optional.of(Refusals.of(Reason.PURPOSE_UNKNOWN));
    }
    return view.stops().stream()
        .filter(stop -> stop.forbids(purpose.get()))
        .filter(stop -> !passes(parts, request, purpose.get(), stop))
        .min(ConsentView.ORDER)
        .map(stop -> Refusals.stopped(stop, purpose.get()));
  }

  /** A typed stop lets three things pass: an answer to a later message, a code just asked for, a legal notice. */
  private static boolean passes(Parts parts, SendRequest request, Purpose purpose, Stop stop) {
    if (stop.cause() != Cause.KEYWORD || !stop.scope().equals(Scopes.EVERYTHING)) {
      return false;
    }
    if (purpose.basis() == Basis.WINDOW) {
      return lastInbound(parts, request).filter(at -> at.isAfter(stop.since())).isPresent();
    }
    if (purpose.isWithin(Scopes.NOTICE)) {
      return purpose.basis() == Basis.LEGAL_OBLIGATION
          && request.message().despiteStop().isPresent();
    }
    return codeRequested(parts, request, purpose);
  }

  private static Optional<Instant> lastInbound(Parts parts, SendRequest request) {
    return parts.lastInbound(request);
  }

  private static boolean codeRequested(Parts parts, SendRequest request, Purpose purpose) {
    return purpose.isWithin(Scopes.AUTH)
        && new CodeRequests(parts.wiring()).fresh(parts.identities(request), purpose, request.at());
  }

  /** A free text is held to the window by its own rule, whatever its purpose. */
  private Optional<Reason> basis(SendRequest request, ConsentView view, Purpose purpose) {
    return switch (purpose.basis()) {
      case WINDOW -> Optional.of(ConsentReasons.USER_INITIATED);
      case GROUP -> Optional.empty();
      case LEGAL_OBLIGATION -> Optional.of(ConsentReasons.LEGAL_OBLIGATION);
      case CONSENT -> granted(view, purpose, ConsentReasons.CONSENT_GIVEN);
      case CONTRACT ->
        granted(view, purpose, ConsentReasons.CONTRACT_RECORDED)
            .or(() -> codeRequested(parts, request, purpose)
                ? Optional.of(ConsentReasons.CODE_REQUESTED)
                : Optional.empty());
    };
  }

  private static Optional<Reason> granted(ConsentView view, Purpose purpose, Reason basis) {
    return view.grants(purpose) ? Optional.of(basis) : Optional.empty();
  }
}
