package io.waxseal;

import io.waxseal.webhook.Only;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.WebhookEvent;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A host's handler for one class or kind of events.
 *
 * @param type the class
 * @param kind the one kind of the class, if there is one
 * @param only what else it asks for
 * @param consumer what the host does
 * @param <E> the class
 */
record Handler<E extends WebhookEvent>(
    Class<E> type,
    Optional<String> kind,
    Only only,
    BiConsumer<? super E, ? super Received> consumer) {
  Handler {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(only, "only");
    Objects.requireNonNull(consumer, "handler");
  }

  boolean takes(Received event) {
    return type.isInstance(event.event())
        && kind.filter(one -> !one.equals(event.event().kind())).isEmpty()
        && only.takes(event);
  }

  void handle(Received event) {
    consumer.accept(type.cast(event.event()), event);
  }
}
