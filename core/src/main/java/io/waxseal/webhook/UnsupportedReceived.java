package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import java.util.Optional;

/** A customer sent something that the Cloud API does not deliver. {@link #errors} says why. */
public final class UnsupportedReceived extends AbstractMessage {
  UnsupportedReceived(WebhookElement element, MessageId id) {
    super(element, id);
  }

  /** {@return what it was, such as {@code poll}, if Meta tells it} */
  public Optional<String> what() {
    return part("unsupported").id("type");
  }
}
