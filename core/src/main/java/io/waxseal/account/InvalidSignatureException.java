package io.waxseal.account;

/**
 * A webhook does not carry a valid signature. It is not said which part was wrong, so that the answer helps nobody to
 * forge one.
 */
public final class InvalidSignatureException extends WaxsealException {
  private static final long serialVersionUID = 1L;

  /** A webhook that was not signed with a known app secret. */
  public InvalidSignatureException() {
    super(
        "the webhook's signature is missing or does not match; check that the raw body reaches Waxseal unchanged "
            + "and that the app secret is the one of the app that is subscribed",
        null);
  }
}
