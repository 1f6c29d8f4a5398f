package io.waxseal.proof;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What one victim said it tried, and what it acknowledged; then what its heir saw. Thread-safe. */
final class Testimony {
  private final Map<String, Map<String, String>> said = new LinkedHashMap<>();

  /** Takes a line such as {@code try send 1650…} or {@code ack send 1650… and more}; passes over others. */
  synchronized void hear(String line) {
    String[] parts = line.split(" ", 4);
    if (parts.length >= 3) {
      said.computeIfAbsent(parts[0] + " " + parts[1], what -> new LinkedHashMap<>())
          .put(parts[2], parts.length > 3 ? parts[3] : "");
    }
  }

  synchronized Set<String> tried(String what) {
    return Set.copyOf(of("try " + what).keySet());
  }

  synchronized Set<String> acknowledged(String what) {
    return Set.copyOf(of("ack " + what).keySet());
  }

  synchronized Set<String> refused(String what) {
    return Set.copyOf(of("refused " + what).keySet());
  }

  boolean tried(String what, String key) {
    return tried(what).contains(key);
  }

  boolean acknowledged(String what, String key) {
    return acknowledged(what).contains(key);
  }

  /** What else was said when it was tried. */
  synchronized String trial(String what, String key) {
    return of("try " + what).getOrDefault(key, "");
  }

  /** Whether something had been begun and not ended. */
  synchronized boolean underWay() {
    return said.entrySet().stream()
        .filter(one -> one.getKey().startsWith("try "))
        .anyMatch(one -> {
          String what = one.getKey().substring("try ".length());
          return one.getValue().keySet().stream()
              .anyMatch(key ->
                  !of("ack " + what).containsKey(key) && !of("refused " + what).containsKey(key));
        });
  }

  private Map<String, String> of(String what) {
    return said.getOrDefault(what, Collections.emptyMap());
  }
}
