package io.waxseal.internal.http;

import io.waxseal.account.ApiException;
import io.waxseal.account.ErrorCode;
import io.waxseal.account.MalformedPayloadException;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.json.JsonNull;
import io.waxseal.json.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** Meta's error envelope, of which only code and trace are kept. Source: Meta, Cloud API, error codes. */
public final class GraphFault {
  private static final Pattern TRACE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private GraphFault() {}

  /**
   * Whether an answer has an error, of whatever JSON type: whoever reads past one that is no object takes a no for a yes.
   *
   * @param answer the answer
   * @return whether it has one; null is none
   */
  public static boolean isIn(JsonCursor answer) {
    return answer
        .object()
        .get("error")
        .filter(error -> !(error instanceof JsonNull))
        .isPresent();
  }

  /**
   * Reads an answer that is to be one object without an error.
   *
   * @param answer what came back
   * @return the object
   * @throws ApiException if it has an error of any JSON type, whatever its status and whatever stands beside it; if its
   *     status is not 2xx; or if it is no JSON object, which a gateway's page is not
   */
  public static JsonCursor checked(GraphAnswer answer) {
    Optional<JsonCursor> root = parse(answer.body());
    boolean fine = answer.status() >= 200 && answer.status() < 300;
    if (fine && root.isPresent() && !isIn(root.get())) {
      return root.get();
    }
    throw fault(answer.status(), root.flatMap(body -> body.child("error")));
  }

  private static ApiException fault(int status, Optional<JsonCursor> error) {
    int code = error
        .flatMap(object -> object.integer("code"))
        .filter(value -> value >= 0 && value <= Integer.MAX_VALUE)
        .map(Long::intValue)
        .orElse(0);
    String trace = error
        .flatMap(object -> object.id("fbtrace_id"))
        .filter(id -> TRACE.matcher(id).matches())
        .orElse("");
    boolean temporary = status < 300 || status >= 500 || status == 429;
    return new ApiException(
        status, code, trace, code == 0 ? temporary : ErrorCode.of(code).retryable());
  }

  private static Optional<JsonCursor> parse(byte[] body) {
    try {
      return Optional.of(JsonCursor.root(JsonValue.parse(body)));
    } catch (MalformedPayloadException e) {
      return Optional.empty();
    }
  }
}
