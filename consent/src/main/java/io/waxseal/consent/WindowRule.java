package io.waxseal.consent;

import io.waxseal.send.Allowed;
import io.waxseal.send.SendRequest;
import io.waxseal.send.SendRule;
import io.waxseal.send.Stage;
import io.waxseal.send.Verdict;
import java.util.Optional;

/** Anything but a template needs an open customer service window. */
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
    boolean confirmation = request.purpose().equals(Optional.of(Purposes.STOP_CONFIRMATION));
    boolean free = request.message().isTemplate() || confirmation;
    return free || parts.windowOpen(request)
        ? Allowed.because(ConsentReasons.USER_INITIATED)
        : Refusals.of(ConsentReasons.WINDOW_CLOSED);
  }
}
