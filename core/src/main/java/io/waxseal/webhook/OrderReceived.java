package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import java.util.List;
import java.util.Optional;

/** A customer ordered products of the catalogue. */
public final class OrderReceived extends AbstractMessage {
  OrderReceived(WebhookElement element, MessageId id) {
    super(element, id);
  }

  /** {@return Meta's id of the catalogue} */
  public Optional<String> catalogId() {
    return part("order").id("catalog_id");
  }

  /** {@return what the customer wrote with it, after the filters} */
  public Optional<String> text() {
    return part("order").id("text");
  }

  /** {@return what is ordered, in its order} */
  public List<OrderedItem> items() {
    return part("order").children("product_items").stream()
        .map(OrderedItem::read)
        .toList();
  }
}
