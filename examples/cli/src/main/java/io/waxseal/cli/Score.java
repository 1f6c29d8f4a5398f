package io.waxseal.cli;

import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import java.util.Locale;

/** Counts of what was found rightly, found wrongly and missed. Not thread-safe. */
final class Score {
  private int hits;
  private int falseAlarms;
  private int misses;

  void hit() {
    hits++;
  }

  void falseAlarm() {
    falseAlarms++;
  }

  void miss() {
    misses++;
  }

  /** Shares are 0 where nothing was counted. */
  JsonObject.Builder toJson() {
    double precision = share(hits, hits + falseAlarms);
    double recall = share(hits, hits + misses);
    double f1 = share(2 * hits, 2 * hits + falseAlarms + misses);
    return JsonObject.builder()
        .put("precision", decimal(precision))
        .put("recall", decimal(recall))
        .put("f1", decimal(f1))
        .put("tp", hits)
        .put("fp", falseAlarms)
        .put("fn", misses);
  }

  static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  static JsonValue decimal(double value) {
    return JsonValue.parse(String.format(Locale.ROOT, "%.4f", value));
  }
}
