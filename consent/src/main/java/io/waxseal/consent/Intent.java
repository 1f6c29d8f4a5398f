package io.waxseal.consent;

/** What a customer's text asks for. */
public enum Intent {
  /** No more messages. */
  STOP,
  /** Messages again. */
  START,
  /** Neither. */
  NONE
}
