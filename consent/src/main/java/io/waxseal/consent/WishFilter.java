package io.waxseal.consent;

import io.waxseal.consent.optout.Heard;
import io.waxseal.consent.optout.IntentDetector;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.InboundFilter;
import io.waxseal.webhook.MessageReceived;
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
  private static final String SYSTEM = "message.system";

  private final Parts parts;
  private final IntentDetector detector;
  private final WishBook book;

  WishFilter(Parts parts, IntentDetector detector) {
    this.parts = parts;
    this.detector = detector;
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
      book.heardStop(transaction, event, subject, Purposes.MARKETING, Cause.PLATFORM);
    } else if (event.event() instanceof MessageReceived message) {
      message(event, subject, message, transaction);
    } else if (event.event() instanceof PreferenceReceived preference) {
      preference(event, subject, preference, transaction);
    }
    return event;
  }

  private static boolean tellsOfAStop(Received event) {
    return event.event() instanceof StatusReceived status
        && status.errorCodes().contains(WishBook.STOPPED_MARKETING)
        && !event.points().isEmpty();
  }

  private void message(
      Received event, Subject subject, MessageReceived message, Transaction transaction) {
    Heard heard = Listener.heard(detector, event);
    boolean known = event.person().isPresent();
    if (heard.scope().isPresent()) {
      boolean before = stoppedByKeyword(subject, transaction);
      String scope = Listener.scope(heard.scope().get());
      book.heardStop(transaction, event, subject, scope, Cause.KEYWORD);
      if (known && !before && stoppedByKeyword(subject, transaction)) {
        parts.confirmations().owe(event.id(), subject.person(), book.notInFuture(event));
      }
      return;
    }
    if (!known) {
      return;
    }
    if (Listener.restores(heard)) {
      book.heardResume(transaction, event, subject, Purposes.EVERYTHING, Cause.KEYWORD);
      parts.confirmations().forgetUnused(parts.wiring().people().identities(subject.person()));
    }
    if (message.groupId().isEmpty() && !message.kind().equals(SYSTEM)) {
      openWindow(event, subject);
    }
  }

  private boolean stoppedByKeyword(Subject subject, Transaction transaction) {
    return book.standing(transaction, subject).stops().stream()
        .anyMatch(stop -> stop.cause() == Cause.KEYWORD);
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
      book.heardStop(transaction, event, subject, Purposes.MARKETING, Cause.PLATFORM);
    } else if (event.person().isPresent()
        && preference.value().equals(RESUME)
        && preference.category().equals(MARKETING_MESSAGES)) {
      book.heardResume(transaction, event, subject, Purposes.MARKETING, Cause.PLATFORM);
    } else {
      LOG.info("a preference of kind {} changes no stop", event.event().kind());
    }
  }
}
