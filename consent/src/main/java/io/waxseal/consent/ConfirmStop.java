package io.waxseal.consent;

import io.waxseal.Reaction;
import io.waxseal.WhatsApp;
import io.waxseal.account.By;
import io.waxseal.message.TextMessage;
import io.waxseal.send.Accepted;
import io.waxseal.send.SendResult;
import io.waxseal.webhook.Received;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Confirms a stop once, without advertising. If it cannot be sent, the stop stands all the same. */
final class ConfirmStop implements Reaction {
  private static final Logger LOG = LoggerFactory.getLogger(ConfirmStop.class);
  private static final By SELF = By.system("waxseal.consent");

  private final Confirmations confirmations;

  ConfirmStop(Confirmations confirmations) {
    this.confirmations = confirmations;
  }

  @Override
  public void after(Received event, WhatsApp whatsapp) {
    if (!confirmations.owed(event.id()) || event.points().isEmpty()) {
      return;
    }
    TextMessage message = confirmations.message(event.points().iterator().next());
    SendResult result =
        whatsapp.send(event.phoneNumberId().map(message::from).orElse(message), SELF);
    if (!(result instanceof Accepted)) {
      LOG.warn("a stop could not be confirmed: {}", result.getClass().getSimpleName());
    }
  }
}
