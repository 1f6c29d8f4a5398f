package io.waxseal.webhook;

import io.waxseal.account.MessageId;

/** A customer sent a sound: a file, or words spoken into the phone. */
public final class AudioReceived extends AbstractMedia {
  AudioReceived(WebhookElement element, MessageId id) {
    super(element, id, "audio");
  }

  /** {@return whether it was recorded in WhatsApp as a voice message} */
  public boolean voice() {
    return part("audio").truth("voice");
  }
}
