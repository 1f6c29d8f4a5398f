package io.waxseal.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The categories of one account's templates, as far as they were said. */
final class Templates {
  private final Map<String, String> categories = new ConcurrentHashMap<>();

  String category(String name, String unknown) {
    return categories.getOrDefault(name, unknown);
  }

  void learn(String name, String category) {
    categories.put(name, category);
  }
}
