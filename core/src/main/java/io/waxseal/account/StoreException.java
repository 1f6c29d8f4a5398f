package io.waxseal.account;

import org.jspecify.annotations.Nullable;

/**
 * The database refused or failed. Nothing that the failed transaction did has happened, unless the message says that this
 * is not known: a server that is lost during the commit may have committed.
 */
public final class StoreException extends WaxsealException {
  private static final long serialVersionUID = 1L;

  private final boolean retryable;

  /**
   * A failure of the database.
   *
   * @param message which rule broke and what to do
   * @param retryable whether the same transaction may succeed later
   * @param cause what the driver threw, if it was the driver
   */
  public StoreException(String message, boolean retryable, @Nullable Throwable cause) {
    super(message, cause);
    this.retryable = retryable;
  }

  @Override
  public boolean retryable() {
    return retryable;
  }
}
