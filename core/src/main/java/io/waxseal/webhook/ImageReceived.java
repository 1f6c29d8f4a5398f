package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import java.util.Optional;

/** A customer sent a picture. */
public final class ImageReceived extends AbstractMedia {
  ImageReceived(WebhookElement element, MessageId id) {
    super(element, id, "image");
  }

  /** {@return the words under it, after the filters} */
  public Optional<String> caption() {
    return media().caption();
  }
}
