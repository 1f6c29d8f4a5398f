package io.waxseal.consent;

import io.waxseal.message.Basis;
import io.waxseal.send.Allowed;
import io.waxseal.send.SendRequest;
import io.waxseal.send.SendRule;
import io.waxseal.send.Stage;
import io.waxseal.send.Verdict;
import java.time.Instant;
import java.util.Optional;

/** Anything but a template needs an open customer service window, and an answer needs one whatever it is. */
final class WindowRule implements SendRule {
  private final Parts parts;

  WindowRule(Parts parts) {
    this.parts = parts;
  }

  @Override
  public Stage stage() {
    return Stage.WINDOW;
  }

  @Override
  public Verdict check(SendRequest request) {
    if (request.group().isPresent()) {
      // Meta alone knows the window of a group
      return Allowed.because(ConsentReasons.IN_GROUP);
    }
    boolean answer = ConsentRule.purpose(parts, request)
        .filter(purpose -> purpose.basis() == Basis.WINDOW)
        .isPresent();
    boolean confirmation = request.purpose().equals(Optional.of(Scopes.STOP_CONFIRMATION));
    boolean free = confirmation || (request.message().isTemplate() && !answer);
    return free || parts.windowOpen(request)
        ? Allowed.because(ConsentReasons.USER_INITIATED)
        : closed(request);
  }

  private Verdict closed(SendRequest request) {
    Optional<Instant> last = parts.lastInbound(request);
    if (last.isPresent()) {
      return Refusals.windowClosed(last.get().plus(ServiceWindow.OPEN));
    }
    return parts.wroteAStop(request) ? Refusals.onlyAStop() : Refusals.neverWrote();
  }
}
