package io.waxseal.consent.optout;

import java.util.List;

/** Tells what a customer asks for. Thread-safe. */
@FunctionalInterface
public interface IntentDetector {
  /**
   * Reads what a customer said.
   *
   * @param said the text and what is known of it
   * @return what it asks for. An exception answers the webhook with 5xx, so that Meta delivers again
   */
  Heard detect(Said said);

  /**
   * Waxseal's own detector: keywords, phrases and their doubtful forms in the languages of its resource files. No native
   * speaker has reviewed those yet; docs/consent.md has the figures.
   *
   * @return the detector, one for all threads
   */
  static IntentDetector standard() {
    return WordDetector.STANDARD;
  }

  /**
   * Both detectors, of whose answers the strictest counts.
   *
   * @param other a second detector
   * @return a detector that asks both
   */
  default IntentDetector and(IntentDetector other) {
    return said -> Heard.strictest(List.of(detect(said), other.detect(said)));
  }
}
