package io.waxseal.consent;

import io.waxseal.consent.optout.Heard;
import io.waxseal.consent.optout.Intent;
import io.waxseal.consent.optout.IntentDetector;
import io.waxseal.consent.optout.Said;
import io.waxseal.consent.optout.Scope;
import io.waxseal.consent.optout.Tier;
import io.waxseal.person.Person;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.Utterance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hands all that a customer says to the detector, with what the business sent before. */
final class Listener {
  private static final String HISTORY = "history";
  private static final Hearing NOTHING = new Hearing(Heard.NOTHING, "", Instant.EPOCH, false);

  /**
   * What was heard in an event.
   *
   * @param heard the strictest of all that it says
   * @param scope what a stop or its end is about, as the ledger writes it
   * @param at when it was said
   * @param keeps whether it is the word that keeps promotions
   */
  record Hearing(Heard heard, String scope, Instant at, boolean keeps) {
    boolean stops() {
      return heard.scope().isPresent();
    }

    boolean doubtful() {
      return heard.intent() == Intent.PROVISIONAL;
    }

    /** Whether a stop by the customer's words ends: a word alone asks for that, a phrase only tells the host. */
    boolean restores() {
      return heard.intent() == Intent.OPT_IN_REQUEST
          && heard.tier().filter(tier -> tier == Tier.T0 || tier == Tier.T1).isPresent();
    }
  }

  private final IntentDetector detector;
  private final SignedPayloads payloads;
  private final Before before;
  private final Parts parts;

  Listener(IntentDetector detector, Parts parts) {
    this.detector = detector;
    this.parts = parts;
    payloads = new SignedPayloads(parts.wiring().vault());
    before = new Before(parts.wiring());
  }

  /** Whether an event belongs to a conversation that a phone synchronises, and is long past. */
  static boolean past(Received event) {
    return event.event().field().equals(HISTORY);
  }

  Hearing hear(Transaction transaction, Received event) {
    List<Hearing> all = new ArrayList<>();
    for (Utterance utterance : event.said()) {
      all.add(hear(transaction, event, utterance));
    }
    Heard strictest = Heard.strictest(all.stream().map(Hearing::heard).toList());
    Hearing last = NOTHING;
    for (Hearing hearing : all) {
      boolean counts = strictest.scope().isEmpty() || hearing.stops();
      if (counts && !hearing.at().isBefore(last.at())) {
        last = hearing;
      }
    }
    String scope = strictest.scope().map(Listener::scope).orElse(last.scope());
    boolean narrow =
        scope.equals(Scopes.MARKETING) && strictest.tier().equals(Optional.of(Tier.T0));
    return new Hearing(strictest, narrow ? last.scope() : scope, last.at(), last.keeps());
  }

  private Hearing hear(Transaction transaction, Received event, Utterance utterance) {
    Optional<SignedPayloads.Asked> asked = utterance
        .payload()
        .filter(payload -> utterance.kind() != Utterance.Kind.FLOW)
        .flatMap(payload -> payloads.read(event.tenant(), payload));
    if (asked.isPresent()) {
      return tapped(asked.get(), utterance);
    }
    Heard heard = detect(transaction, event, utterance);
    boolean keeps = utterance.kind() == Utterance.Kind.TEXT && Answers.keeps(utterance.text());
    String scope = heard.scope().map(Listener::scope).orElse(Scopes.EVERYTHING);
    return new Hearing(heard, scope, utterance.at(), keeps);
  }

  private static Hearing tapped(SignedPayloads.Asked asked, Utterance utterance) {
    Optional<Scope> scope =
        Optional.of(asked.scope().equals(Scopes.EVERYTHING) ? Scope.ALL : Scope.MARKETING);
    Heard heard = new Heard(
        asked.stops() ? Intent.OPT_OUT : Intent.OPT_IN_REQUEST,
        Optional.of(Tier.T0),
        asked.stops() ? scope : Optional.empty(),
        "any:payload",
        Optional.empty());
    return new Hearing(heard, asked.scope(), utterance.at(), false);
  }

  private Heard detect(Transaction transaction, Received event, Utterance utterance) {
    Set<Person> identities =
        event.person().map(parts.wiring().people()::identities).orElseGet(Set::of);
    boolean marketing = before.marketing(transaction, identities, utterance.at());
    Said said = new Said(
        utterance.text(),
        utterance.payload(),
        utterance.kind(),
        List.of(),
        marketing,
        Optional.empty());
    List<Heard> all = new ArrayList<>(List.of(detector.detect(said)));
    if (marketing) {
      // which template it was is not known any more
      for (String word : parts.wiring().templates().advertised()) {
        all.add(detector.detect(said.after(true, Optional.of(word))));
      }
    }
    return Heard.strictest(all);
  }

  private static String scope(Scope scope) {
    return scope == Scope.ALL ? Scopes.EVERYTHING : Scopes.MARKETING;
  }
}
