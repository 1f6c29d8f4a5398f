package io.waxseal.leakwatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What was said so far, and the leaks among it that nobody has taken yet. Thread-safe. */
final class Heard {
  static final Heard LINES = new Heard();

  private static final int MOST = 50;
  private static final int MOST_LINES = 1_000;
  private static final int MOST_JUDGED = 50_000;

  private final AtomicLong said = new AtomicLong();
  private final Set<String> leaks = ConcurrentHashMap.newKeySet();
  private final Map<String, String> lines = new ConcurrentHashMap<>();
  /** Texts without a plant, which need no second look. */
  private final Set<String> judged = ConcurrentHashMap.newKeySet();

  /**
   * Hears one line.
   *
   * @param where the logger, or the type of the exception
   * @param ours whether one of our own classes said it, which is judged by shape too
   * @param text what was said
   */
  void hear(String where, boolean ours, String text) {
    said.incrementAndGet();
    String line = ours + text;
    if (judged.contains(line)) {
      return;
    }
    if (ours && lines.size() < MOST_LINES) {
      lines.putIfAbsent(shape(text), text.replace('\n', ' ').replace('\r', ' '));
    }
    Optional<String> plant = Plants.known(text);
    if (plant.isEmpty() && ours) {
      plant = Plants.likely(text);
    }
    if (plant.isEmpty() && judged.size() < MOST_JUDGED) {
      judged.add(line);
    }
    if (plant.isPresent() && leaks.size() < MOST) {
      leaks.add(where + " said \"" + plant.get() + "\": " + text);
    }
  }

  private static String shape(String text) {
    StringBuilder shape = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        shape.append(text.charAt(i));
      }
    }
    return shape.toString();
  }

  /** A throwable as a logging back end would print it. */
  void line(String logger, String text, Throwable thrown) {
    boolean ours = logger.startsWith("io.waxseal");
    hear(logger, ours, text);
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      hear(logger, ours, cause.toString());
    }
  }

  List<String> takeLeaks() {
    List<String> taken = new ArrayList<>(leaks);
    taken.forEach(leaks::remove);
    return taken;
  }

  /** What our own classes said, one line of each shape. */
  Collection<String> lines() {
    return lines.values();
  }

  long count() {
    return said.get();
  }
}
