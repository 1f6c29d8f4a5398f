package io.waxseal.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A line of an order.
 *
 * @param productId the id of the product in its catalogue
 * @param quantity how many
 * @param price the price of one
 * @param currency such as {@code EUR}
 * @see Content#order
 */
public record OrderItem(String productId, int quantity, double price, String currency) {
  Map<String, Object> toJson() {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("product_retailer_id", productId);
    item.put("quantity", quantity);
    item.put("item_price", price);
    item.put("currency", currency);
    return item;
  }
}
