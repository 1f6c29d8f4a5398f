package io.waxseal.webhook;

import io.waxseal.account.MessageId;

/** A customer wrote a text. */
public final class TextReceived extends AbstractMessage {
  private final String text;

  TextReceived(WebhookElement element, MessageId id, String text) {
    super(element, id);
    this.text = text;
  }

  /** {@return what it says, after the filters} */
  public String text() {
    return text;
  }
}
