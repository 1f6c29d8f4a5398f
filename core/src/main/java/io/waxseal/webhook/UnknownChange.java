package io.waxseal.webhook;

import java.time.Instant;

/** An unknown event that is no message. */
public final class UnknownChange implements UnknownEvent {
  private final WebhookElement element;

  UnknownChange(WebhookElement element) {
    this.element = element;
  }

  @Override
  public String field() {
    return element.field();
  }

  @Override
  public String kind() {
    return element.kind();
  }

  @Override
  public Instant occurredAt() {
    return element.occurredAt();
  }

  @Override
  public String toString() {
    return "UnknownChange[***]";
  }
}
