package io.waxseal.send;

import io.waxseal.account.WaxsealException;

/** What became of a message. */
public sealed interface SendResult permits Accepted, Refused, Failed, Undetermined {
  /**
   * The receipt, for callers who prefer an exception to a value.
   *
   * @return the receipt of an accepted message
   * @throws WaxsealException if the message was not accepted, or nobody knows; {@link
   *     WaxsealException#deliveryUnknown} tells the two apart
   */
  SendReceipt orThrow();
}
