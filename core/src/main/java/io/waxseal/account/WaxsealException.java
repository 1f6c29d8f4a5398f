package io.waxseal.account;

import org.jspecify.annotations.Nullable;

/**
 * What Waxseal throws when something outside the program's control went wrong; misuse is an {@link
 * IllegalArgumentException}, {@link IllegalStateException} or {@link NullPointerException} instead. A message says which
 * rule broke and what to do; it never holds a secret, a number, a message id or text of a message.
 */
public abstract sealed class WaxsealException extends RuntimeException
    permits ApiException,
        DeliveryException,
        InvalidSignatureException,
        MalformedPayloadException,
        RefusedException,
        SecretUnavailableException,
        StoreException,
        VaultException {
  private static final long serialVersionUID = 1L;

  WaxsealException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * Whether the same call may succeed later without a change.
   *
   * @return {@code false} unless the type says otherwise
   */
  public boolean retryable() {
    return false;
  }

  /**
   * Whether the message may have been delivered although the call failed. Such a call is never repeated blindly; the
   * status webhook settles it.
   *
   * @return {@code false} unless the type says otherwise
   */
  public boolean deliveryUnknown() {
    return false;
  }
}
