package io.waxseal.account;

/**
 * Why something about a person is done, written to the audit trail.
 *
 * @param ground what kind of reason it is
 * @param reference the host's own reference, such as a case number, 1 to 128 characters; not a person's data
 */
public record Because(Ground ground, String reference) {
  private static final int MOST = 128;

  /** What kind of reason it is. */
  public enum Ground {
    /** The person asked for it, GDPR article 17(1)(b) or its like. */
    REQUEST,
    /** The time for keeping it is over, GDPR article 5(1)(e) or its like. */
    RETENTION,
    /** An authority or a court ordered it. */
    ORDER,
    /** What is kept of the person is wrong, GDPR article 5(1)(d) or its like. */
    CORRECTION
  }

  /**
   * Checks the reference.
   *
   * @param ground what kind of reason it is
   * @param reference the host's own reference, such as a case number, 1 to 128 characters; not a person's data
   * @throws IllegalArgumentException if {@code reference} is blank or longer than 128 characters
   */
  public Because {
    if (reference.isBlank() || reference.length() > MOST) {
      throw new IllegalArgumentException(
          "a reason carries a reference of 1 to " + MOST + " characters");
    }
  }

  /**
   * The person asked for it.
   *
   * @param reference the host's number for the request
   * @return the reason
   */
  public static Because request(String reference) {
    return new Because(Ground.REQUEST, reference);
  }

  /**
   * The time for keeping it is over.
   *
   * @param reference the host's name for the retention rule
   * @return the reason
   */
  public static Because retention(String reference) {
    return new Because(Ground.RETENTION, reference);
  }

  /**
   * What is kept of the person is wrong, such as a link to somebody else.
   *
   * @param reference the host's number for the case
   * @return the reason
   */
  public static Because correction(String reference) {
    return new Because(Ground.CORRECTION, reference);
  }

  /**
   * An authority or a court ordered it.
   *
   * @param reference the host's number for the order
   * @return the reason
   */
  public static Because order(String reference) {
    return new Because(Ground.ORDER, reference);
  }
}
