package io.waxseal.simulator;

/**
 * A failure scripted for one send, given to {@link Simulator#failNext(Fault)}.
 *
 * <p>A fault strikes the next request that would otherwise have been accepted; a request refused for its own mistakes
 * leaves it in place.
 */
public enum Fault {
  /** HTTP 500 with code 131000, "Something went wrong". The message is not accepted. */
  SERVER_ERROR,

  /** HTTP 503 with code 2 and {@code Retry-After: 0}. The message is not accepted. */
  UNAVAILABLE,

  /** No answer until the client gives up or the simulator closes. The message is not accepted. */
  TIMEOUT_BEFORE_ACCEPTING,

  /**
   * No answer until the client gives up or the simulator closes, yet the message <em>is</em> accepted: it stands in
   * {@link Simulator#accepted()} and {@link Simulator#status(String, String)} works for it. This is the case in which
   * a repeated send would write to the customer twice.
   */
  TIMEOUT_AFTER_ACCEPTING
}
