package io.waxseal.webhook;

import io.waxseal.internal.json.JsonCursor;
import io.waxseal.json.JsonObject;
import java.time.Instant;

/** What all events share: the element they were read from. */
abstract class AbstractEvent implements WebhookEvent {
  private final WebhookElement element;

  AbstractEvent(WebhookElement element) {
    this.element = element;
  }

  final WebhookElement element() {
    return element;
  }

  final JsonCursor body() {
    return element.body();
  }

  @Override
  public final JsonObject raw() {
    return element.body().object();
  }

  @Override
  public final String field() {
    return element.field();
  }

  @Override
  public final String kind() {
    return element.kind();
  }

  @Override
  public final Instant occurredAt() {
    return element.occurredAt();
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[***]";
  }
}
