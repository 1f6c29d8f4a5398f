package io.waxseal.consent;

import io.waxseal.account.By;
import io.waxseal.person.Person;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.InboundFilter;
import io.waxseal.webhook.MessageReceived;
import io.waxseal.webhook.PreferenceReceived;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.StatusReceived;
import io.waxseal.webhook.TextReceived;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees, before the webhook is answered, what customers wish and when they wrote. Changes no event. */
final class WishFilter implements InboundFilter {
  private static final Logger LOG = LoggerFactory.getLogger(WishFilter.class);
  private static final By CUSTOMER = By.system("customer");
  private static final String STOP = "stop";
  private static final String RESUME = "resume";
  /** Meta's code for a message to somebody who stopped marketing. */
  private static final int STOPPED_MARKETING = 131050;

  private final Desk desk;
  private final IntentDetector detector;
  private final Wish wish;

  WishFilter(Desk desk, IntentDetector detector) {
    this.desk = desk;
    this.detector = detector;
    wish = new Wish(desk);
  }

  @Override
  public Received filter(Received event, Transaction transaction) {
    if (event.person().isPresent()) {
      Person person = event.person().get();
      if (event.event() instanceof MessageReceived message) {
        message(event, person, message, transaction);
      } else if (event.event() instanceof PreferenceReceived preference) {
        preference(event, person, preference, transaction);
      } else if (event.event() instanceof StatusReceived status
          && status.errorCodes().contains(STOPPED_MARKETING)) {
        record(
            event,
            person,
            ConsentEvent.Kind.STOPPED,
            Purposes.MARKETING,
            Cause.PLATFORM,
            transaction);
      }
    }
    return event;
  }

  private void message(
      Received event, Person person, MessageReceived message, Transaction transaction) {
    Intent intent =
        message instanceof TextReceived text ? detector.detect(text.text()) : Intent.NONE;
    if (intent == Intent.STOP) {
      boolean first = !stoppedByKeyword(event, person, transaction);
      record(
          event,
          person,
          ConsentEvent.Kind.STOPPED,
          Purposes.EVERYTHING,
          Cause.KEYWORD,
          transaction);
      if (first) {
        desk.confirmations().owe(event.id(), person);
      }
      return;
    }
    if (intent == Intent.START) {
      record(
          event,
          person,
          ConsentEvent.Kind.RESUMED,
          Purposes.EVERYTHING,
          Cause.KEYWORD,
          transaction);
    }
    openWindow(event, person, message.occurredAt());
  }

  private boolean stoppedByKeyword(Received event, Person person, Transaction transaction) {
    return desk
        .ledger()
        .read(transaction, person.tenant(), Set.of(), desk.points(person, event.points()))
        .stops()
        .stream()
        .anyMatch(stop -> stop.cause() == Cause.KEYWORD);
  }

  /** A time in the future is a clock's mistake and must not keep a window open longer than it is. */
  private void openWindow(Received event, Person person, Instant writtenAt) {
    Instant now = desk.wiring().clock().instant();
    event
        .phoneNumber()
        .ifPresent(number ->
            desk.window().inbound(number, person, writtenAt.isAfter(now) ? now : writtenAt));
  }

  private void preference(
      Received event, Person person, PreferenceReceived preference, Transaction transaction) {
    if (preference.value().equals(STOP)) {
      record(
          event,
          person,
          ConsentEvent.Kind.STOPPED,
          Purposes.MARKETING,
          Cause.PLATFORM,
          transaction);
    } else if (preference.value().equals(RESUME)) {
      record(
          event,
          person,
          ConsentEvent.Kind.RESUMED,
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
      ConsentEvent.Kind kind,
      String scope,
      Cause cause,
      Transaction transaction) {
    ConsentEvent entry = new ConsentEvent(
        UUID.randomUUID(),
        person,
        kind,
        scope,
        cause,
        event.occurredAt(),
        desk.wiring().clock().instant());
    wish.record(
        transaction, entry, desk.points(person, event.points()), Evidence.event(event), CUSTOMER);
  }
}
