package io.waxseal.consent;

/** Tells whether a customer's text asks to stop or to start messages. Thread-safe. */
@FunctionalInterface
public interface IntentDetector {
  /**
   * Reads a text.
   *
   * @param text what the customer wrote, as it was received
   * @return what it asks for. An exception answers the webhook with 5xx, so that Meta delivers again
   */
  Intent detect(String text);
}
