package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.json.JsonObject;
import java.util.Optional;

/** What surrounds a message: what it answers, whether it was passed on, which product it asks about. Immutable. */
public final class MessageContext {
  private final JsonCursor body;

  private MessageContext(JsonCursor body) {
    this.body = body;
  }

  static MessageContext of(JsonCursor message) {
    return new MessageContext(message
        .child("context")
        .orElseGet(() -> new JsonCursor("$.element.context", JsonObject.EMPTY)));
  }

  /** {@return the message it answers, which may be a call ({@code wacid})} */
  public Optional<MessageId> messageId() {
    return WireIds.message(body.id("id").or(() -> body.id("message_id")));
  }

  /** {@return whether it was passed on to the business, once or often} */
  public boolean forwarded() {
    return body.truth("forwarded") || frequentlyForwarded();
  }

  /** {@return whether it was passed on more than five times before} */
  public boolean frequentlyForwarded() {
    return body.truth("frequently_forwarded");
  }

  /** {@return the product of a catalogue that the customer asks about} */
  public Optional<ReferredProduct> product() {
    return body.child("referred_product")
        .map(product ->
            new ReferredProduct(product.id("catalog_id"), product.id("product_retailer_id")));
  }

  @Override
  public String toString() {
    return "MessageContext[***]";
  }
}
