package io.waxseal.consent;

import io.waxseal.account.By;
import io.waxseal.audit.AuditEntry;
import io.waxseal.consent.Listener.Hearing;
import io.waxseal.consent.optout.Intent;
import io.waxseal.guard.AfterEvent;
import io.waxseal.guard.Sender;
import io.waxseal.message.TextMessage;
import io.waxseal.send.Accepted;
import io.waxseal.send.SendResult;
import io.waxseal.webhook.Received;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what customers ask for, without advertising: one confirmation a stop, one question behind a doubtful one, the
 * host's text on a cry for help. If it cannot be sent, the stop stands all the same. While an agent of Meta's holds the
 * conversation nothing is answered, since an answer would take it over; the audit trail says so.
 */
final class ConfirmStop implements AfterEvent {
  private static final Logger LOG = LoggerFactory.getLogger(ConfirmStop.class);
  private static final By SELF = By.system("waxseal.consent");

  private final Parts parts;
  private final Listener listener;
  private final Help help;

  ConfirmStop(Parts parts, Listener listener, Help help) {
    this.parts = parts;
    this.listener = listener;
    this.help = help;
  }

  @Override
  public void after(Received event, Sender sender) {
    if (event.said().isEmpty() || event.points().isEmpty()) {
      return;
    }
    Hearing hearing = parts.wiring().database().inTransaction(tx -> listener.hear(tx, event));
    Intent intent = hearing.heard().intent();
    if (intent != Intent.NONE && intent != Intent.OPT_OUT) {
      record(event, hearing, "consent.heard");
    }
    if (Listener.past(event)) {
      return;
    }
    if (event.standby()) {
      if (hearing.stops()) {
        record(event, hearing, "consent.unanswered");
      }
      return;
    }
    answer(event, hearing).ifPresent(message -> send(event, sender, message));
  }

  private Optional<TextMessage> answer(Received event, Hearing hearing) {
    if (parts.confirmations().owed(event.id())) {
      return Optional.of(parts.confirmations().message(event.points().iterator().next(), hearing));
    }
    return hearing.heard().intent() == Intent.HELP ? help.answer(event, hearing) : Optional.empty();
  }

  private static void send(Received event, Sender sender, TextMessage message) {
    SendResult result = sender.send(event.phoneNumberId().map(message::from).orElse(message), SELF);
    if (!(result instanceof Accepted)) {
      LOG.warn("a customer could not be answered: {}", result.getClass().getSimpleName());
    }
  }

  private void record(Received event, Hearing hearing, String type) {
    AuditEntry entry = AuditEntry.of(type, event.tenant(), SELF)
        .with("event", event.id().toString())
        .with("intent", hearing.heard().intent().name())
        .with("rule", hearing.heard().rule());
    AuditEntry about = event.person().map(entry::about).orElse(entry);
    parts.wiring().database().useTransaction(tx -> parts.wiring().trail().record(tx, about));
  }
}
