package io.waxseal.send;

import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.StoreException;
import io.waxseal.account.VaultException;

/** What to say when something the gate needs cannot be had: no, and which. */
final class Outage {
  private Outage() {}

  static Refused refusal(Throwable e) {
    Reason reason = Reason.INTERNAL_FAILURE;
    String why = "Something failed on the way to the wire; the log names it. Nothing was sent.";
    if (e instanceof StoreException) {
      reason = Reason.STORE_UNAVAILABLE;
      why = "The database cannot be had, so no stop could be seen; nothing was sent.";
    } else if (e instanceof VaultException || e instanceof SecretUnavailableException) {
      reason = Reason.KEY_UNAVAILABLE;
      why = "A key or secret cannot be had; the log says which. Nothing was sent.";
    }
    return Refused.because(
        reason, Guidance.of("Messages cannot be sent now. Try again in a moment.", why));
  }
}
