package io.waxseal.account;

/** The connection failed, or the answer was lost. */
public final class DeliveryException extends WaxsealException {
  private static final long serialVersionUID = 1L;

  private final boolean unknown;

  /**
   * A failure of the connection.
   *
   * @param message which rule broke and what to do
   * @param unknown whether the first byte of the message may have left, so that it may have been delivered
   */
  public DeliveryException(String message, boolean unknown) {
    super(message, null);
    this.unknown = unknown;
  }

  /** True if nothing of the message has left. */
  @Override
  public boolean retryable() {
    return !unknown;
  }

  @Override
  public boolean deliveryUnknown() {
    return unknown;
  }
}
