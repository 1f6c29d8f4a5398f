package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import java.util.Optional;

/**
 * An event of a kind that Waxseal knows, whose element does not have the shape of its kind. It costs its siblings nothing,
 * and nothing of it is lost: {@link #raw} holds all of it. A message whose id is readable is also a {@link MessageReceived}.
 */
public interface Unreadable extends UnknownEvent {
  /**
   * The place that has another shape than its kind says, or nothing.
   *
   * @return names of Meta's reference, such as {@code image.id}; never a value, never a name that came with the event
   */
  String path();

  /**
   * The event, as a message if it is one.
   *
   * @param element the element of the webhook
   * @param path the place that has another shape than its kind says
   * @return the event
   */
  static Unreadable of(WebhookElement element, String path) {
    Optional<MessageId> id =
        element.ofMessage() ? WireIds.message(element.body().id("id")) : Optional.empty();
    return id.<Unreadable>map(known -> new UnreadableMessage(element, known, path))
        .orElseGet(() -> new UnreadableChange(element, path));
  }
}
