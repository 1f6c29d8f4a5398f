package io.waxseal.send;

/**
 * Judges messages before they go out. Called from any thread; it must not send. It is called once for each message, but one
 * of stage {@link Stage#CONTENT} a second time where a later one of that stage has reworded the message: then only a refusal
 * counts, so that nothing travels that a rule has not seen.
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
