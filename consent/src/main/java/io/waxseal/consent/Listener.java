package io.waxseal.consent;

import io.waxseal.consent.optout.Heard;
import io.waxseal.consent.optout.Intent;
import io.waxseal.consent.optout.IntentDetector;
import io.waxseal.consent.optout.Said;
import io.waxseal.consent.optout.Scope;
import io.waxseal.consent.optout.Tier;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.Utterance;
import java.util.List;
import java.util.Optional;

/** Hands what a customer said to the detector, and says what its answer means for stops. */
final class Listener {
  private Listener() {}

  /** The strictest of what is heard in everything that an event says. */
  static Heard heard(IntentDetector detector, Received event) {
    return Heard.strictest(
        event.said().stream().map(utterance -> detector.detect(said(utterance))).toList());
  }

  private static Said said(Utterance utterance) {
    return new Said(
        utterance.text(),
        utterance.payload(),
        utterance.kind(),
        List.of(),
        false,
        Optional.empty());
  }

  static String scope(Scope scope) {
    return scope == Scope.ALL ? Purposes.EVERYTHING : Purposes.MARKETING;
  }

  /** Whether a stop by keyword ends: a word alone asks for that, a phrase only tells the host. */
  static boolean restores(Heard heard) {
    return heard.intent() == Intent.OPT_IN_REQUEST
        && heard.tier().filter(tier -> tier == Tier.T0 || tier == Tier.T1).isPresent();
  }
}
