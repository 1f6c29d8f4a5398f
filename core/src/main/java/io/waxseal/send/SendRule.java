package io.waxseal.send;

/**
 * Judges messages before they go out. Called from any thread, once for each message; it must not send.
 */
public interface SendRule {
  /** {@return when it is asked} */
  Stage stage();

  /**
   * Judges a message.
   *
   * @param request the message and what is known about it
   * @return whether it may pass. An exception counts as a refusal with {@link Reason#RULE_FAILED}
   */
  Verdict check(SendRequest request);
}
