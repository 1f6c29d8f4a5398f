package io.waxseal.webhook;

import io.waxseal.account.MessageId;

/** A customer wrote a text. */
public final class TextReceived extends AbstractMessage {
  private final String text;

  private TextReceived(WebhookElement element, MessageId id, String text) {
    super(element, id);
    this.text = text;
  }

  static WebhookEvent read(WebhookElement element, MessageId id) {
    return element
        .body()
        .object()
        .text("text.body")
        .<WebhookEvent>map(text -> new TextReceived(element, id, text))
        .orElseGet(() -> Unreadable.of(element, "text.body"));
  }

  /** {@return what it says, after the filters} */
  public String text() {
    return text;
  }
}
