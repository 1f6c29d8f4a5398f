package io.waxseal.simulator;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The categories and quick replies of one account's templates, as far as they were said. */
final class Templates {
  private final Map<String, String> categories = new ConcurrentHashMap<>();
  private final Map<String, List<String>> quickReplies = new ConcurrentHashMap<>();

  String category(String name, String unknown) {
    return categories.getOrDefault(name, unknown);
  }

  /** The words on a template's quick replies, by position. */
  List<String> quickReplies(String name) {
    return quickReplies.getOrDefault(name, List.of());
  }

  void quickReplies(String name, List<String> titles) {
    quickReplies.put(name, titles);
  }

  void learn(String name, String category) {
    categories.put(name, category);
  }
}
