package io.waxseal.simulator;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * Prices of one business number, by the rules since October 2026: templates cost wherever they are sent; what is no
 * template is a service message, of which so many are free in a month; all is free for 72 hours after an answer to an ad.
 */
final class Pricing {
  private static final int FREE_A_MONTH = 1000;

  private final Templates templates;
  private final Map<String, Price> prices = new HashMap<>();
  private final Set<String> charged = new HashSet<>();
  private final Map<Price, Long> counts = new HashMap<>();
  private final Map<YearMonth, Integer> serviceMessages = new HashMap<>();
  private final Queue<Price> said = new ArrayDeque<>();
  private int freeAMonth = FREE_A_MONTH;

  Pricing(Templates templates) {
    this.templates = templates;
  }

  synchronized void next(Price price) {
    said.add(price);
  }

  synchronized void freeAMonth(int messages) {
    freeAMonth = messages;
  }

  /** Decides the price when a message is accepted. */
  synchronized void price(String id, OutgoingMessage message, boolean freeEntryPoint, Instant at) {
    Price price = said.poll();
    prices.put(id, price != null ? price : price(message, freeEntryPoint, at));
  }

  private Price price(OutgoingMessage message, boolean freeEntryPoint, Instant at) {
    String category = category(message);
    if (freeEntryPoint) {
      return new Price(category, "free_entry_point");
    }
    if (message.template() || message.group()) {
      return new Price(category, "regular");
    }
    YearMonth month = YearMonth.from(at.atZone(ZoneOffset.UTC));
    boolean free = serviceMessages.merge(month, 1, Integer::sum) <= freeAMonth;
    return new Price(category, free ? "free_customer_service" : "regular");
  }

  /** Marketing is what Meta falls back to when the category of a template is not known. */
  private String category(OutgoingMessage message) {
    String name = message.templateName();
    String category =
        name == null ? "service" : templates.category(name, "MARKETING").toLowerCase(Locale.ROOT);
    if (message.group()) {
      return "group_" + category;
    }
    return message.marketingEdge() ? category + "_lite" : category;
  }

  /** What a status shows; a message that was delivered is charged once. */
  synchronized Price of(String id, boolean delivered) {
    Price price = prices.getOrDefault(id, new Price("service", "regular"));
    if (delivered && charged.add(id)) {
      counts.merge(price, 1L, Long::sum);
    }
    return price;
  }

  synchronized Charges charges() {
    return new Charges(counts);
  }

  synchronized void forgetAll() {
    prices.clear();
    charged.clear();
    counts.clear();
    serviceMessages.clear();
    said.clear();
  }
}
