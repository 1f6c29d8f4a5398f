package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import java.util.Optional;

/** A customer sent a video. */
public final class VideoReceived extends AbstractMedia {
  VideoReceived(WebhookElement element, MessageId id) {
    super(element, id, "video");
  }

  /** {@return the words under it, after the filters} */
  public Optional<String> caption() {
    return media().caption();
  }
}
