package io.waxseal.webhook;

import io.waxseal.account.MessageId;

/** A customer sent a sticker. */
public final class StickerReceived extends AbstractMedia {
  StickerReceived(WebhookElement element, MessageId id) {
    super(element, id, "sticker");
  }

  /** {@return whether it moves} */
  public boolean animated() {
    return part("sticker").truth("animated");
  }
}
