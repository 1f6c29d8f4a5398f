package io.waxseal.send;

/**
 * What became of a read mark, or of showing that somebody types. It is never repeated by itself: a mark that is lost
 * costs nothing, and the next one marks what came before too.
 *
 * @param outcome what happened
 * @param code Meta's error code; 0 if there is none
 * @param traceId Meta's {@code fbtrace_id} for its support, or an empty text
 */
public record ReadMark(Outcome outcome, int code, String traceId) {
  /** What can happen. */
  public enum Outcome {
    /** Meta has done it. */
    DONE,
    /**
     * Meta was not asked, since the message is none to the business itself: an agent of Meta's holds the conversation
     * ({@code standby}), or it came with a history.
     */
    NOT_ASKED,
    /** Meta refused it; the code says why. */
    REFUSED,
    /** Meta could not be reached, or its answer was lost or is not understood. */
    UNDETERMINED
  }

  static ReadMark of(Outcome outcome) {
    return new ReadMark(outcome, 0, "");
  }

  /** {@return whether Meta has done it} */
  public boolean done() {
    return outcome == Outcome.DONE;
  }
}
