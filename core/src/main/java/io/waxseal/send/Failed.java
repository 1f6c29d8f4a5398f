package io.waxseal.send;

import io.waxseal.account.ApiException;
import io.waxseal.account.DeliveryException;

/**
 * The message is not delivered: Meta said no, or nothing of it has left.
 *
 * @param status the HTTP status, or 0 if there was no connection
 * @param code Meta's error code, or 0 if there was none
 * @param traceId Meta's {@code fbtrace_id} for its support, or an empty text
 * @param retryable whether the same message may be sent again later; the gate never does so by itself
 * @param guidance what to do about it
 */
public record Failed(int status, int code, String traceId, boolean retryable, Guidance guidance)
    implements SendResult {
  @Override
  public SendReceipt orThrow() {
    if (status == 0) {
      throw new DeliveryException(guidance.forDeveloper(), false);
    }
    throw new ApiException(status, code, traceId, retryable);
  }
}
