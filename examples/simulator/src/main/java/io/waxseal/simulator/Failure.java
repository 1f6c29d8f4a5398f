package io.waxseal.simulator;

import java.time.Duration;
import java.util.Objects;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with a send: an error of the Graph API, a page of a gateway in front of it, a connection
 * that breaks, an answer that comes late or never. Given to a {@link Script}; immutable, so one can be given several
 * times. {@code toString} names only what happens.
 *
 * <p>HTTP status, text and {@code error_data} of a {@linkplain #code(int) code} are those Meta documents. Meta advises
 * to look at the code and not at the status, and answers some codes with either of two: {@link #answer} scripts any
 * pair.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes">Cloud API, error codes</a>
 */
public final class Failure {
  enum Kind {
    ANSWER,
    STATUS,
    PAGE,
    DROPPED_BEFORE_READING,
    DROPPED_BEFORE_ACCEPTING,
    DROPPED_AFTER_ACCEPTING,
    CUT_OFF_AFTER_ACCEPTING,
    HELD_BEFORE_ACCEPTING,
    HELD_AFTER_ACCEPTING,
    SLOW
  }

  private final Kind kind;
  private final @Nullable GraphError error;
  private final int pageStatus;
  private final String page;
  private final Duration delay;
  private final @Nullable String retryAfter;

  private Failure(
      Kind kind,
      @Nullable GraphError error,
      int pageStatus,
      String page,
      Duration delay,
      @Nullable String retryAfter) {
    this.kind = kind;
    this.error = error;
    this.pageStatus = pageStatus;
    this.page = page;
    this.delay = delay;
    this.retryAfter = retryAfter;
  }

  private static Failure of(GraphError error) {
    return new Failure(Kind.ANSWER, error, 0, "", Duration.ZERO, null);
  }

  private static Failure of(Kind kind) {
    return new Failure(kind, null, 0, "", Duration.ZERO, null);
  }

  /**
   * An error of the Graph API by its code, with the HTTP status, text and {@code error_data} that Meta documents. The
   * message is not accepted.
   *
   * @param code such as 131047
   * @return the failure
   * @throws IllegalArgumentException if the code is none that a send is known to meet; see {@link #answer}
   */
  public static Failure code(int code) {
    return of(KnownErrors.get(code));
  }

  /**
   * Any error of the Graph API. The message is not accepted.
   *
   * @param httpStatus 400 to 599
   * @param code Meta's code; from 130000 on the text gets the code as prefix and stands in {@code error_data.details}
   * @param text the error text
   * @return the failure
   * @throws IllegalArgumentException if the HTTP status is not that of an error, or the code is negative
   */
  public static Failure answer(int httpStatus, int code, String text) {
    Objects.requireNonNull(text, "text");
    if (code < 0) {
      throw new IllegalArgumentException("code must not be negative");
    }
    return of(GraphError.scripted(httpError(httpStatus), code, text));
  }

  /**
   * An HTML page instead of Meta's error, as a gateway in between makes it: nobody can tell whether Meta took the
   * message. Here it did not.
   *
   * @param httpStatus 400 to 599
   * @return the failure
   * @throws IllegalArgumentException if the HTTP status is not that of an error
   */
  public static Failure page(int httpStatus) {
    return new Failure(
        Kind.PAGE,
        null,
        httpError(httpStatus),
        "<html><body><h1>" + httpStatus + "</h1></body></html>",
        Duration.ZERO,
        null);
  }

  /**
   * An HTTP status with no body at all. The message is not accepted.
   *
   * @param httpStatus 400 to 599
   * @return the failure
   * @throws IllegalArgumentException if the HTTP status is not that of an error
   */
  public static Failure empty(int httpStatus) {
    return new Failure(Kind.PAGE, null, httpError(httpStatus), "", Duration.ZERO, null);
  }

  private static int httpError(int httpStatus) {
    if (httpStatus < 400 || httpStatus > 599) {
      throw new IllegalArgumentException("httpStatus must be 400 to 599");
    }
    return httpStatus;
  }

  /** {@return 131047: the customer service window is closed, a template is needed} */
  public static Failure reEngagement() {
    return code(131047);
  }

  /** {@return 131026: the recipient cannot be reached, perhaps is not on WhatsApp} */
  public static Failure undeliverable() {
    return code(131026);
  }

  /** {@return 131050: the recipient has stopped marketing messages} */
  public static Failure marketingStopped() {
    return code(131050);
  }

  /** {@return 130472: the recipient takes part in an experiment} */
  public static Failure experiment() {
    return code(130472);
  }

  /** {@return 190 with subcode 463: the access token has expired} */
  public static Failure tokenExpired() {
    return code(190);
  }

  /** {@return 100: a parameter is invalid} */
  public static Failure invalidParameter() {
    return code(100);
  }

  /** {@return 131051: the type of message is not supported} */
  public static Failure unsupportedType() {
    return code(131051);
  }

  /** {@return 131056: too many messages to this customer} */
  public static Failure pairRateLimited() {
    return code(131056);
  }

  /** {@return 130429: too many messages from this number} */
  public static Failure throughputReached() {
    return code(130429);
  }

  /** {@return 80007: too many management calls for this WhatsApp Business account} */
  public static Failure managementQuota() {
    return code(80007);
  }

  /** {@return 368: the account is blocked for violating a policy} */
  public static Failure policyBlocked() {
    return code(368);
  }

  /** {@return 132015: the template is paused} */
  public static Failure templatePaused() {
    return code(132015);
  }

  /** {@return HTTP 500 with code 131000, something went wrong} */
  public static Failure serverError() {
    return code(131000);
  }

  /** {@return HTTP 503 with code 2 and {@code Retry-After: 0}, on which HTTP clients like to repeat a request} */
  public static Failure unavailable() {
    return code(2).retryAfter("0");
  }

  /**
   * The connection is reset once the head of a request is there and before its body is read. The message is not
   * accepted. The script of a {@linkplain Simulator#template template} or a {@linkplain Simulator#customer customer}
   * must read the body to know whether it is meant: there it is as {@link #droppedBeforeAccepting}.
   *
   * @return the failure
   */
  public static Failure droppedBeforeReading() {
    return of(Kind.DROPPED_BEFORE_READING);
  }

  /** {@return the connection is reset when the request was read; the message is not accepted} */
  public static Failure droppedBeforeAccepting() {
    return of(Kind.DROPPED_BEFORE_ACCEPTING);
  }

  /** {@return the connection is reset when the message was accepted, in the place of the answer} */
  public static Failure droppedAfterAccepting() {
    return of(Kind.DROPPED_AFTER_ACCEPTING);
  }

  /** {@return the message is accepted, and the connection ends in the middle of the answer} */
  public static Failure answerCutOff() {
    return of(Kind.CUT_OFF_AFTER_ACCEPTING);
  }

  /** {@return no answer until the client gives up or the simulator closes; the message is not accepted} */
  public static Failure noAnswer() {
    return of(Kind.HELD_BEFORE_ACCEPTING);
  }

  /**
   * No answer until the client gives up or the simulator closes, yet the message <em>is</em> accepted: it stands in
   * {@link Simulator#accepted()}, and its statuses can be made. This is the case in which a repeated send would write
   * to the customer twice.
   *
   * @return the failure
   */
  public static Failure noAnswerButAccepted() {
    return of(Kind.HELD_AFTER_ACCEPTING);
  }

  /**
   * The message is accepted at once and answered when the simulator's clock has moved on: {@link Simulator#advance}
   * lets the answer go.
   *
   * @param delay how long the answer takes
   * @return the failure
   * @throws IllegalArgumentException if the delay is negative
   */
  public static Failure slow(Duration delay) {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("delay must not be negative");
    }
    return new Failure(Kind.SLOW, null, 0, "", delay, null);
  }

  /**
   * The same error as a status webhook: the message is accepted with HTTP 200, and what {@link Simulator#statuses}
   * makes of it is one status {@code failed} with this code. So Meta tells most of what it finds out after accepting,
   * for example that a customer is unknown.
   *
   * @return a copy
   * @throws IllegalStateException if this is not an error with a code
   */
  public Failure asStatus() {
    return new Failure(Kind.STATUS, requireAnswer("asStatus"), 0, "", Duration.ZERO, null);
  }

  /**
   * Adds a header {@code Retry-After}. Meta documents none; gateways send it as seconds or as a date.
   *
   * @param value the value as it is to stand in the answer
   * @return a copy
   * @throws IllegalStateException if this is not an answer with an HTTP status
   * @throws IllegalArgumentException if the value is not printable ASCII
   */
  public Failure retryAfter(String value) {
    if (kind != Kind.PAGE) {
      requireAnswer("retryAfter");
    }
    if (!value.matches("[\\x20-\\x7e]+")) {
      throw new IllegalArgumentException("value must be printable ASCII");
    }
    return new Failure(kind, error, pageStatus, page, delay, value);
  }

  private GraphError requireAnswer(String what) {
    if (kind != Kind.ANSWER || error == null) {
      throw new IllegalStateException(what + " needs an error with a code");
    }
    return error;
  }

  Kind kind() {
    return kind;
  }

  Duration delay() {
    return delay;
  }

  GraphError error() {
    return Objects.requireNonNull(error, "error");
  }

  boolean accepts() {
    return switch (kind) {
      case STATUS, DROPPED_AFTER_ACCEPTING, CUT_OFF_AFTER_ACCEPTING, HELD_AFTER_ACCEPTING, SLOW ->
        true;
      default -> false;
    };
  }

  /** The answer of a failure that has one. */
  WireAnswer answer(String traceId) {
    return kind == Kind.PAGE
        ? new WireAnswer(
            WireAnswer.Ending.COMPLETE,
            pageStatus,
            page.isEmpty() ? "" : "text/html",
            ByteString.encodeUtf8(page),
            retryAfter)
        : WireAnswer.json(error().status(), error().body(traceId), retryAfter);
  }

  @Override
  public String toString() {
    return error != null ? "Failure[" + kind + " " + error.code() + "]" : "Failure[" + kind + "]";
  }
}
