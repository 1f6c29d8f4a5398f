package io.waxseal.webhook;

/** An unknown event that is no message. */
public final class UnknownChange extends AbstractEvent implements UnknownEvent {
  UnknownChange(WebhookElement element) {
    super(element);
  }
}
