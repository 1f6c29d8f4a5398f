package io.waxseal.account;

/** A secret cannot be had now. What needs it is refused until it can. */
public final class SecretUnavailableException extends WaxsealException {
  private static final long serialVersionUID = 1L;

  /**
   * A secret that cannot be had.
   *
   * @param message what to check; never the secret
   */
  public SecretUnavailableException(String message) {
    super(message, null);
  }

  /** True: a source may have the secret later. */
  @Override
  public boolean retryable() {
    return true;
  }
}
