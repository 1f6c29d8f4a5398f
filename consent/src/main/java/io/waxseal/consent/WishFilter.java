package io.waxseal.consent;

import io.waxseal.account.By;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.person.Person;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.InboundFilter;
import io.waxseal.webhook.MessageReceived;
import io.waxseal.webhook.PreferenceReceived;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.StatusReceived;
import io.waxseal.webhook.TextReceived;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees, before the webhook is answered, what customers wish and when they wrote. Changes no event. An event delivered
 * again has the same id, so its wish is not written twice; it is only waited for again.
 */
final class WishFilter implements InboundFilter {
  private static final Logger LOG = LoggerFactory.getLogger(WishFilter.class);
  private static final By CUSTOMER = By.system("customer");
  private static final String STOP = "stop";
  private static final String RESUME = "resume";
  private static final String MARKETING_MESSAGES = "marketing_messages";
  private static final String SYSTEM = "message.system";

  private final Parts parts;
  private final IntentDetector detector;
  private final Wish wish;

  WishFilter(Parts parts, IntentDetector detector) {
    this.parts = parts;
    this.detector = detector;
    wish = new Wish(parts);
  }

  @Override
  public Received filter(Received event, Transaction transaction) {
    if (event.person().isPresent()) {
      Person person = event.person().get();
      if (event.points().size() > 1) {
        parts.ledger().extend(transaction, event.tenant(), parts.points(person, event.points()));
      }
      if (event.event() instanceof MessageReceived message) {
        message(event, person, message, transaction);
      } else if (event.event() instanceof PreferenceReceived preference) {
        preference(event, person, preference, transaction);
      } else if (event.event() instanceof StatusReceived status
          && status.errorCodes().contains(PlatformStops.ERROR_CODE)) {
        record(
            event,
            person,
            ConsentEntry.Kind.STOPPED,
            Purposes.MARKETING,
            Cause.PLATFORM,
            transaction);
      }
    }
    return event;
  }

  private void message(
      Received event, Person person, MessageReceived message, Transaction transaction) {
    Intent intent = text(event, message).map(detector::detect).orElse(Intent.NONE);
    if (intent == Intent.STOP) {
      boolean before = stoppedByKeyword(event, person, transaction);
      record(
          event,
          person,
          ConsentEntry.Kind.STOPPED,
          Purposes.EVERYTHING,
          Cause.KEYWORD,
          transaction);
      if (!before && stoppedByKeyword(event, person, transaction)) {
        parts.confirmations().owe(event.id(), person);
      }
      return;
    }
    if (intent == Intent.START) {
      record(
          event,
          person,
          ConsentEntry.Kind.RESUMED,
          Purposes.EVERYTHING,
          Cause.KEYWORD,
          transaction);
      parts.confirmations().forgetUnused(parts.wiring().people().identities(person));
    }
    if (message.groupId().isEmpty() && !message.kind().equals(SYSTEM)) {
      openWindow(event, person);
    }
  }

  /** What the customer wrote, or the words on the button they tapped. */
  private static Optional<String> text(Received event, MessageReceived message) {
    if (message instanceof TextReceived text) {
      return Optional.of(text.text());
    }
    Optional<JsonCursor> element = JsonCursor.root(event.raw()).child("element");
    return element
        .flatMap(body -> body.child("button"))
        .flatMap(button -> button.text("text"))
        .or(() -> element
            .flatMap(body -> body.child("interactive"))
            .flatMap(reply -> reply.child("button_reply"))
            .flatMap(button -> button.text("title")));
  }

  private boolean stoppedByKeyword(Received event, Person person, Transaction transaction) {
    return parts
        .ledger()
        .read(transaction, person.tenant(), Set.of(), parts.points(person, event.points()))
        .stops()
        .stream()
        .anyMatch(stop -> stop.cause() == Cause.KEYWORD);
  }

  /** A time in the future is a clock's mistake: no window stays open by it, and no START comes too early for a STOP. */
  private Instant time(Received event) {
    Instant now = parts.wiring().clock().instant();
    return event.occurredAt().isAfter(now) ? now : event.occurredAt();
  }

  private void openWindow(Received event, Person person) {
    event.phoneNumberId().ifPresent(number -> parts.window().inbound(number, person, time(event)));
  }

  private void preference(
      Received event, Person person, PreferenceReceived preference, Transaction transaction) {
    if (preference.value().equals(STOP)) {
      record(
          event,
          person,
          ConsentEntry.Kind.STOPPED,
          Purposes.MARKETING,
          Cause.PLATFORM,
          transaction);
    } else if (preference.value().equals(RESUME)
        && preference.category().equals(MARKETING_MESSAGES)) {
      record(
          event,
          person,
          ConsentEntry.Kind.RESUMED,
          Purposes.MARKETING,
          Cause.PLATFORM,
          transaction);
    } else {
      LOG.info("a preference of kind {} changes no stop", event.event().kind());
    }
  }

  private void record(
      Received event,
      Person person,
      ConsentEntry.Kind kind,
      String scope,
      Cause cause,
      Transaction transaction) {
    ConsentEntry entry = new ConsentEntry(
        event.id(),
        person,
        kind,
        scope,
        cause,
        time(event),
        parts.wiring().clock().instant());
    wish.record(
        transaction, entry, parts.points(person, event.points()), Evidence.event(event), CUSTOMER);
  }
}
