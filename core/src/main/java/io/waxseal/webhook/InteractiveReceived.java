package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import java.util.Optional;

/** A customer answered an interactive message in a way that has no class of its own, such as with products. */
public final class InteractiveReceived extends AbstractMessage {
  InteractiveReceived(WebhookElement element, MessageId id) {
    super(element, id);
  }

  /** {@return the type of the answer, such as {@code product}} */
  public Optional<String> type() {
    return part("interactive").id("type");
  }
}
