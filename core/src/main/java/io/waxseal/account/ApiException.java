package io.waxseal.account;

/** Meta answered with an error. */
public final class ApiException extends WaxsealException {
  private static final long serialVersionUID = 1L;
  private static final int UNAUTHORIZED = 401;

  private final int status;
  private final int code;
  private final String traceId;
  private final boolean retryable;

  /**
   * An error as Meta reported it.
   *
   * @param status the HTTP status
   * @param code Meta's error code, or 0 if the answer had none
   * @param traceId Meta's {@code fbtrace_id}, or an empty text
   * @param retryable whether Meta's documentation calls the code temporary
   */
  public ApiException(int status, int code, String traceId, boolean retryable) {
    super(
        "Meta refused the call: HTTP status " + status + ", code " + code + ", trace " + traceId,
        null);
    this.status = status;
    this.code = code;
    this.traceId = traceId;
    this.retryable = retryable;
  }

  /** {@return the HTTP status} */
  public int status() {
    return status;
  }

  /** {@return Meta's error code, or 0 if the answer had none} */
  public int code() {
    return code;
  }

  /** {@return what is known of the code: its kind, when it may succeed, what to do; of kind UNKNOWN if there was none} */
  public ErrorCode error() {
    // Meta has a code 0 too, which it answers with 401
    return ErrorCode.of(code == 0 && status != UNAUTHORIZED ? -1 : code);
  }

  /** {@return Meta's {@code fbtrace_id} for its support, or an empty text} */
  public String traceId() {
    return traceId;
  }

  @Override
  public boolean retryable() {
    return retryable;
  }
}
