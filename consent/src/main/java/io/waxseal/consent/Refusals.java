package io.waxseal.consent;

import io.waxseal.send.Guidance;
import io.waxseal.send.Reason;
import io.waxseal.send.Refused;
import java.util.Map;

/** What to tell the agent and the developer for each reason. */
final class Refusals {
  private static final Map<Reason, Guidance> GUIDANCE = Map.of(
      ConsentReasons.PURPOSE_MISSING,
      Guidance.of(
          "The message was not sent because it is not said what it is for. Tell the administrators.",
          "A template needs a purpose; set TemplateMessage.purpose(\"marketing.offers\") or another."),
      ConsentReasons.NO_CONSENT,
      Guidance.of(
          "The customer has not agreed to these messages. Ask first, and record the answer.",
          "No grant covers the purpose; record one with Consent.grant(recipient, purpose, evidence, by)."),
      ConsentReasons.STOPPED_ALL,
      Guidance.of(
          "The customer has stopped messages. Do not use another number; only the customer can start them again.",
          "A stop for everything is in force; it ends when the customer writes START or Consent.resume is called."),
      ConsentReasons.STOPPED_PURPOSE,
      Guidance.of(
          "The customer has stopped messages of this kind.",
          "A stop for the purpose is in force; it ends with Consent.resume or a new grant with new evidence."),
      ConsentReasons.STOPPED_BY_PLATFORM,
      Guidance.of(
          "The customer has stopped marketing in WhatsApp. Only they can allow it again, in WhatsApp.",
          "A user_preferences webhook or error 131050 said stop; it ends when WhatsApp reports resume."),
      ConsentReasons.WINDOW_CLOSED,
      Guidance.of(
          "The customer wrote more than 24 hours ago. Use an approved template.",
          "No signed inbound message is younger than 24 hours less 60 seconds; send a TemplateMessage."),
      ConsentReasons.CHANGED_DURING_SEND,
      Guidance.of(
          "The customer's wishes changed while the message was being sent. Check them and try again.",
          "The consent revision moved between the rules and the fence; judge again."),
      ConsentReasons.CONFIRMATION_NOT_DUE,
      Guidance.of(
          "There is no stop left to confirm.",
          "The purpose service.stop-confirmation is for the one confirmation that Consent sends after a stop, in the words of Consent.confirmation; use another."));

  private Refusals() {}

  static Refused of(Reason reason) {
    Guidance guidance = GUIDANCE.get(reason);
    if (guidance == null) {
      throw new IllegalArgumentException("no guidance for " + reason.code());
    }
    return Refused.because(reason, guidance);
  }
}
