package io.waxseal.send;

import io.waxseal.account.ApiException;
import io.waxseal.account.DeliveryException;
import io.waxseal.account.ErrorCode;
import java.time.Duration;
import java.util.Optional;

/**
 * The message is not delivered: Meta said no, or nothing of it has left.
 *
 * @param status the HTTP status, or 0 if there was no connection
 * @param code Meta's error code, or 0 if there was none
 * @param traceId Meta's {@code fbtrace_id} for its support, or an empty text
 * @param retryable whether the same message may be sent again later; the gate never does so by itself
 * @param pause how long to wait before that at least: what Meta's answer said ({@code Retry-After}), else what its list of
 *     codes says; empty if neither does
 * @param guidance what to do about it
 */
public record Failed(
    int status,
    int code,
    String traceId,
    boolean retryable,
    Optional<Duration> pause,
    Guidance guidance)
    implements SendResult {
  private static final int UNAUTHORIZED = 401;

  /**
   * A failure without a time to wait.
   *
   * @param status the HTTP status, or 0 if there was no connection
   * @param code Meta's error code, or 0 if there was none
   * @param traceId Meta's {@code fbtrace_id} for its support, or an empty text
   * @param retryable whether the same message may be sent again later
   * @param guidance what to do about it
   */
  public Failed(int status, int code, String traceId, boolean retryable, Guidance guidance) {
    this(status, code, traceId, retryable, Optional.empty(), guidance);
  }

  /** {@return what is known of the code: its kind, when it may succeed; of kind UNKNOWN if there was none} */
  public ErrorCode error() {
    // Meta has a code 0 too, which it answers with 401
    return ErrorCode.of(code == 0 && status != UNAUTHORIZED ? -1 : code);
  }

  @Override
  public SendReceipt orThrow() {
    if (status == 0) {
      throw new DeliveryException(guidance.forDeveloper(), false);
    }
    throw new ApiException(status, code, traceId, retryable);
  }
}
