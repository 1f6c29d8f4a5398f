package io.waxseal.webhook;

import io.waxseal.internal.json.JsonCursor;
import java.util.Optional;

/**
 * What Meta charges for a message. Words are open: count what begins with {@code free_} as free, and a word that you do not
 * know as unknown. Inside the customer service window messages are not free since October 2026.
 *
 * @param model how Meta counts: {@code PMP} by message, {@code CBP} by conversation
 * @param type {@code regular}, {@code free_customer_service}, {@code free_entry_point}, or a word not known yet
 * @param category what it is charged as, such as {@code marketing}
 * @param billable whether it is charged; Meta may stop telling it, so ask {@code type} first
 */
public record StatusPricing(
    Optional<String> model,
    Optional<String> type,
    Optional<String> category,
    Optional<Boolean> billable) {
  static StatusPricing read(JsonCursor pricing) {
    return new StatusPricing(
        pricing.id("pricing_model"),
        pricing.id("type"),
        pricing.id("category"),
        pricing.id("billable").map(word -> word.equalsIgnoreCase("true")));
  }
}
