package io.waxseal.account;

/** Waxseal's own rules refused to send; thrown only by the {@code orThrow} of a result. */
public final class RefusedException extends WaxsealException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * A refusal.
   *
   * @param reason the stable reason code
   * @param guidance the text for the developer
   */
  public RefusedException(String reason, String guidance) {
    super(reason + ": " + guidance, null);
    this.reason = reason;
  }

  /** {@return the stable reason code, such as {@code NO_CONSENT}} */
  public String reason() {
    return reason;
  }
}
