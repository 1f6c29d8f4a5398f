package io.waxseal.consent;

import io.waxseal.consent.Listener.Hearing;
import io.waxseal.consent.optout.Intent;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.InboundFilter;
import io.waxseal.webhook.PreferenceReceived;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.StatusReceived;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees, before the webhook is answered, what customers wish and when they wrote. Changes no event. An event delivered
 * again has the same id, so its wish is not written twice; it is only waited for again.
 */
final class WishFilter implements InboundFilter {
  private static final Logger LOG = LoggerFactory.getLogger(WishFilter.class);
  private static final String STOP = "stop";
  private static final String RESUME = "resume";
  private static final String MARKETING_MESSAGES = "marketing_messages";

  private final Parts parts;
  private final Listener listener;
  private final WishBook book;

  WishFilter(Parts parts, Listener listener) {
    this.parts = parts;
    this.listener = listener;
    book = new WishBook(parts);
  }

  @Override
  public Received filter(Received event, Transaction transaction) {
    Subject subject = new Subject(event.owner(), parts.named(event));
    if (subject.named().isEmpty()) {
      return event;
    }
    if (event.tied()) {
      book.linked(transaction, subject);
    }
    if (tellsOfAStop(event)) {
      book.heardStop(transaction, event, subject, Scopes.MARKETING, Cause.PLATFORM);
    } else if (event.event() instanceof PreferenceReceived preference) {
      preference(event, subject, preference, transaction);
    } else {
      said(event, subject, transaction);
    }
    return event;
  }

  private static boolean tellsOfAStop(Received event) {
    return event.event() instanceof StatusReceived status
        && status.errorCodes().contains(WishBook.STOPPED_MARKETING)
        && !event.points().isEmpty();
  }

  private void said(Received event, Subject subject, Transaction transaction) {
    Hearing hearing = listener.hear(transaction, event);
    if (hearing.stops()) {
      stop(event, subject, hearing, transaction);
    }
    if (event.person().isEmpty()) {
      return;
    }
    if (!Listener.past(event)) {
      resume(event, subject, hearing, transaction);
    }
    if (event.opensWindow() && hearing.heard().intent() != Intent.OPT_OUT) {
      openWindow(event, subject);
    }
  }

  private void stop(Received event, Subject subject, Hearing hearing, Transaction transaction) {
    boolean doubtful = hearing.doubtful();
    boolean before = stopped(subject, hearing, transaction);
    Cause cause = doubtful ? Cause.PROVISIONAL : Cause.KEYWORD;
    book.heardStop(transaction, event, subject, hearing.scope(), cause, hearing.at());
    boolean answerable = event.person().isPresent() && !event.standby() && !Listener.past(event);
    if (answerable && !before && stopped(subject, hearing, transaction)) {
      parts.confirmations().owe(event.id(), subject.person(), book.notInFuture(event));
    }
  }

  private void resume(Received event, Subject subject, Hearing hearing, Transaction transaction) {
    if (hearing.restores()) {
      book.heardResume(transaction, event, subject, hearing.scope(), Cause.KEYWORD);
      forgetUnused(subject);
    } else if (hearing.keeps() && doubted(subject, transaction)) {
      book.heardResume(transaction, event, subject, Scopes.MARKETING, Cause.PROVISIONAL);
      forgetUnused(subject);
    }
  }

  private void forgetUnused(Subject subject) {
    parts.confirmations().forgetUnused(parts.wiring().people().identities(subject.person()));
  }

  /** Whether the customer's own words stop this already; for a doubt, whether anything does. */
  private boolean stopped(Subject subject, Hearing hearing, Transaction transaction) {
    return book.standing(transaction, subject).stops().stream()
        .filter(stop -> hearing.doubtful() || stop.cause() == Cause.KEYWORD)
        .anyMatch(stop -> Scopes.covers(stop.scope(), hearing.scope()));
  }

  private boolean doubted(Subject subject, Transaction transaction) {
    return book.standing(transaction, subject).stops().stream()
        .anyMatch(stop -> stop.cause() == Cause.PROVISIONAL);
  }

  private void openWindow(Received event, Subject subject) {
    event
        .phoneNumberId()
        .ifPresent(number -> parts
            .window()
            .inbound(number, subject.person(), WishBook.speaker(subject), book.notInFuture(event)));
  }

  private void preference(
      Received event, Subject subject, PreferenceReceived preference, Transaction transaction) {
    if (preference.value().equals(STOP)) {
      book.heardStop(transaction, event, subject, Scopes.MARKETING, Cause.PLATFORM);
    } else if (event.person().isPresent()
        && preference.value().equals(RESUME)
        && preference.category().equals(MARKETING_MESSAGES)) {
      book.heardResume(transaction, event, subject, Scopes.MARKETING, Cause.PLATFORM);
    } else {
      LOG.info("a preference of kind {} changes no stop", event.event().kind());
    }
  }
}
