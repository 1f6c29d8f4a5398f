package io.waxseal.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** The words of {@code pricing}; both are open. */
record Price(String category, String type) {
  boolean billable() {
    return !type.startsWith("free_");
  }

  Map<String, Object> toJson() {
    Map<String, Object> pricing = new LinkedHashMap<>();
    pricing.put("billable", billable());
    pricing.put("pricing_model", "PMP");
    pricing.put("type", type);
    pricing.put("category", category);
    return pricing;
  }
}
