package io.waxseal.person;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers, in this process, who could not be addressed since too many others are tied to them: each once, however often
 * they are met. Of more than {@link #MOST} the one met longest ago is let go. Thread-safe.
 */
final class Undecided {
  static final int MOST = 10_000;

  private final Map<Object, Instant> met = new LinkedHashMap<>();

  /** Somebody was met, named by the person or, where none is known, by the keyed hash of the point. */
  synchronized void add(Object whom, Instant at) {
    met.remove(whom);
    met.put(whom, at);
    if (met.size() > MOST) {
      met.remove(met.keySet().iterator().next());
    }
  }

  synchronized long since(Instant time) {
    return met.values().stream().filter(at -> !at.isBefore(time)).count();
  }
}
