package io.waxseal.webhook;

import io.waxseal.account.PhoneNumberId;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.json.JsonObject;
import io.waxseal.person.ContactPoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A conversation of the past that a phone synchronises: field {@code history}. What the customer says in it counts as said at its own time. */
public final class HistoryThreadReceived extends AbstractEvent {
  HistoryThreadReceived(WebhookElement element) {
    super(element);
  }

  /** {@return all points at which the customer is named} */
  public Set<ContactPoint> customer() {
    return element().points();
  }

  /** {@return the business number of the conversation} */
  public Optional<PhoneNumberId> number() {
    return element().phoneNumberId();
  }

  /** {@return its messages in their order: members as Meta names them, with {@code from}, {@code type}, {@code timestamp}} */
  public List<JsonObject> messages() {
    return body().children("messages").stream().map(JsonCursor::object).toList();
  }

  /** {@return which part of the past it is of: 0 the last day, 1 to day 90, 2 to day 180} */
  public Optional<Long> phase() {
    return chunk("phase");
  }

  /** {@return the place of its chunk among those of the phase} */
  public Optional<Long> chunkOrder() {
    return chunk("chunk_order");
  }

  /** {@return how much of the history has come, in percent} */
  public Optional<Long> progress() {
    return chunk("progress");
  }

  private Optional<Long> chunk(String name) {
    return element().around("chunk").flatMap(chunk -> chunk.integer(name));
  }
}
