package io.waxseal.webhook;

import io.waxseal.internal.json.JsonCursor;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A line of an order. The price is what the customer's phone showed: charge your own.
 *
 * @param productRetailerId the business's own id of the product
 * @param quantity how many; empty if Meta tells no whole number of 0 or more
 * @param price the price of one; empty if Meta tells no number of 0 or more
 * @param currency the currency, three letters of ISO 4217
 */
public record OrderedItem(
    Optional<String> productRetailerId,
    Optional<Long> quantity,
    Optional<BigDecimal> price,
    Optional<String> currency) {
  static OrderedItem read(JsonCursor item) {
    return new OrderedItem(
        item.id("product_retailer_id"),
        item.integer("quantity").filter(many -> many >= 0),
        item.decimal("item_price").filter(price -> price.signum() >= 0),
        item.id("currency"));
  }

  @Override
  public String toString() {
    return "OrderedItem[***]";
  }
}
