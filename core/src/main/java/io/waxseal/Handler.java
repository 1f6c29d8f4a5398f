package io.waxseal;

import io.waxseal.guard.AfterEvent;
import io.waxseal.guard.Sender;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.WebhookEvent;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * A host's handler for one class of events.
 *
 * @param type the class
 * @param consumer what the host does
 * @param <E> the class
 */
record Handler<E extends WebhookEvent>(
    Class<E> type, BiConsumer<? super E, ? super Received> consumer) implements AfterEvent {
  Handler {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(consumer, "handler");
  }

  @Override
  public void after(Received event, Sender sender) {
    if (type.isInstance(event.event())) {
      consumer.accept(type.cast(event.event()), event);
    }
  }
}
