package io.waxseal.consent;

import io.waxseal.message.Basis;
import io.waxseal.message.Purpose;
import io.waxseal.send.Guidance;
import io.waxseal.send.Reason;
import io.waxseal.send.Refused;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** What to tell the agent and the developer for each reason: which rule, and what would let the message pass. */
final class Refusals {
  private static final String OPENS =
      " Messages and calls of the customer to this number open a window for 24 hours less 60 seconds; reactions,"
          + " preferences and stops open none. A template of another purpose than an answer needs no window.";

  private static final Map<Reason, Guidance> GUIDANCE = Map.of(
      ConsentReasons.PURPOSE_AUDIENCE_MISMATCH,
      Guidance.of(
          "The message was not sent because groups and single customers are written to for different purposes. Tell the administrators.",
          "A message to a Group needs a purpose of basis GROUP, such as group.message or one of Purposes.group(name); any other"
              + " message needs one of another basis."),
      ConsentReasons.PARTICIPANT_STOPPED,
      Guidance.of(
          "Somebody in the group has stopped messages. Write to the others one by one.",
          "A stop of somebody who joined the group, wrote there or was reached there covers the purpose. It ends as any stop"
              + " does, or counts no more here once GroupParticipantsChanged tells that they left."),
      Reason.RECIPIENT_UNCLEAR,
      Guidance.of(
          "The message was not sent because it is not clear whose wishes count in this group. Tell the administrators.",
          "A participant's points are tied to too many others; waxseal people links lists them."),
      ConsentReasons.IDENTITY_CHANGED,
      Guidance.of(
          "The customer has a new phone, or somebody else has the number. Make sure who it is in another way, then send again.",
          "Another identity key was seen, or Meta refused a message with 137000; once you know who it is, record it with"
              + " Consent.reverified(recipient, evidence, by)."),
      ConsentReasons.PURPOSE_MISSING,
      Guidance.of(
          "The message was not sent because it is not said what it is for. Tell the administrators.",
          "A template needs a purpose; set TemplateMessage.purpose(\"marketing.offers\") or another that is declared."),
      Reason.PURPOSE_UNKNOWN,
      Guidance.of(
          "The message was not sent because it is for a purpose that nobody has set up. Tell the administrators.",
          "The purpose is not declared; name a declared one, or add it with WhatsApp.Builder.purposes(…)."),
      ConsentReasons.CHANGED_DURING_SEND,
      Guidance.of(
          "What is known of the customer changed while the message was being sent. Check it and try again.",
          "A wish, a contact point or an erasure came between the rules and the fence; send again, and it is judged anew."),
      ConsentReasons.CONFIRMATION_NOT_DUE,
      Guidance.of(
          "There is no stop left to confirm.",
          "The purpose service.stop-confirmation is for the one confirmation that Consent sends after a stop, in the words of Consent.confirmation; use another."));

  private static final String CONSENT =
      "No grant covers the purpose; record one with Consent.grant(recipient, purpose, evidence, by).";
  private static final String CONTRACT =
      "No evidence of a contract is recorded for the purpose; record it with Consent.grant(recipient, purpose, evidence, by).";
  private static final String CODE =
      " A code that the person asked for needs none: call Consent.requested(recipient, purpose, evidence, by) and send within"
          + " ten minutes.";

  private Refusals() {}

  static Refused of(Reason reason) {
    Guidance guidance = GUIDANCE.get(reason);
    if (guidance == null) {
      throw new IllegalArgumentException("no guidance for " + reason.code());
    }
    return Refused.because(reason, guidance);
  }

  static Refused notGranted(Purpose purpose) {
    Guidance guidance = Guidance.of(
        "The customer has not agreed to these messages. Ask first, and record the answer.",
        CONSENT);
    if (purpose.basis() == Basis.CONTRACT) {
      guidance = Guidance.of(
          "It is not recorded that the customer ordered, booked or asked for this. Record it first.",
          purpose.isWithin(Scopes.AUTH) ? CONTRACT + CODE : CONTRACT);
    }
    return Refused.because(ConsentReasons.NO_CONSENT, guidance);
  }

  static Refused versionOld(Purpose purpose) {
    return Refused.because(
        ConsentReasons.CONSENT_VERSION_OLD,
        Guidance.of(
            "The customer has agreed to other terms than these messages have now. Show the present ones, and record the answer.",
            "A grant counts from version " + purpose.materialSince()
                + " of the purpose on; those on record are of an older version, of none that is known, or of a parent. Record a"
                + " new one of the purpose itself with Consent.grant(recipient, purpose, evidence, by); if it was given"
                + " earlier, evidence.version(" + purpose.version()
                + ") says of which version it is."
                + (purpose.isWithin(Scopes.AUTH) ? CODE : "")));
  }

  static Refused stopped(Stop stop, Purpose purpose) {
    if (stop.cause() == Cause.PLATFORM) {
      return Refused.because(
          ConsentReasons.STOPPED_BY_PLATFORM,
          Guidance.of(
              "The customer has stopped marketing in WhatsApp. Only they can allow it again, in WhatsApp.",
              "A user_preferences webhook or error 131050 said stop; it ends when WhatsApp reports resume."));
    }
    if (!stop.scope().equals(Scopes.EVERYTHING)) {
      boolean exact = stop.cause() == Cause.HOST && stop.scope().equals(purpose.name());
      return Refused.because(
          ConsentReasons.STOPPED_PURPOSE,
          Guidance.of(
              "The customer has stopped messages of this kind.",
              "A stop of " + scope(stop, purpose) + " is in force; it ends with Consent.resume"
                  + (exact ? ", or with a new grant of the purpose." : ", not with a new grant.")));
    }
    return Refused.because(
        ConsentReasons.STOPPED_ALL, stop.cause() == Cause.KEYWORD ? typed(purpose) : RECORDED);
  }

  /** A scope that is not this purpose's own may be anything that was stored once. */
  private static String scope(Stop stop, Purpose purpose) {
    boolean category = stop.scope().equals(Scopes.MARKETING);
    return category || purpose.isWithin(stop.scope()) ? stop.scope() : "a wider purpose";
  }

  private static final Guidance RECORDED = Guidance.of(
      "The customer has stopped messages. Do not use another number.",
      "A stop for everything was recorded with Consent.stop; it ends with Consent.resume, once the customer wants messages"
          + " again.");

  private static Guidance typed(Purpose purpose) {
    String also = "";
    if (purpose.basis() == Basis.WINDOW) {
      also = " An answer goes out once the customer has written to this number after the stop.";
    } else if (purpose.isWithin(Scopes.AUTH)) {
      also =
          " A code goes out within ten minutes of Consent.requested(recipient, purpose, evidence, by).";
    } else if (purpose.isWithin(Scopes.NOTICE) && purpose.basis() == Basis.LEGAL_OBLIGATION) {
      also = " A notice that a law demands goes out with TemplateMessage.despiteStop(reason).";
    }
    return Guidance.of(
        "The customer has stopped messages. Answer once they write again; only they can start other messages again.",
        "The customer wrote a stop, which covers everything the business starts; it ends when the customer writes START,"
            + " or with Consent.resume." + also);
  }

  static Refused neverWrote() {
    return closed(
        "The customer has not written to this number or called it, so there is nothing to answer. Only an approved template can go out.",
        "No message or call of the customer to this number is recorded.");
  }

  static Refused windowClosed(Instant at) {
    return closed(
        "The customer wrote more than 24 hours ago. Only an approved template can go out.",
        "The window closed at " + at.truncatedTo(ChronoUnit.SECONDS) + " (UTC).");
  }

  static Refused onlyAStop() {
    return closed(
        "The customer wrote only to stop messages, which is nothing to answer. Wait until they write again.",
        "Only a stop of the customer is recorded.");
  }

  private static Refused closed(String forAgent, String forDeveloper) {
    return Refused.because(
        ConsentReasons.WINDOW_CLOSED, Guidance.of(forAgent, forDeveloper + OPENS));
  }
}
