package io.waxseal.internal.http;

import io.waxseal.account.ApiException;
import io.waxseal.account.ErrorCode;
import io.waxseal.account.MalformedPayloadException;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.json.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** Meta's error envelope, of which only code and trace are kept. Source: Meta, Cloud API, error codes. */
public final class GraphFault {
  private static final Pattern TRACE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private GraphFault() {}

  /**
   * Reads an answer that is to be one object without an error.
   *
   * @param answer what came back
   * @return the object
   * @throws ApiException if it has an error, whatever its status and whatever stands beside it; if its status is not 2xx;
   *     or if it is no JSON object, which a gateway's page is not
   */
  public static JsonCursor checked(GraphAnswer answer) {
    Optional<JsonCursor> root = parse(answer.body());
    Optional<JsonCursor> error = root.flatMap(body -> body.child("error"));
    if (error.isPresent()) {
      throw fault(answer.status(), error.get());
    }
    boolean fine = answer.status() >= 200 && answer.status() < 300;
    if (root.isEmpty() || !fine) {
      throw new ApiException(
          answer.status(), 0, "", fine || answer.status() >= 500 || answer.status() == 429);
    }
    return root.get();
  }

  private static ApiException fault(int status, JsonCursor error) {
    int code = error
        .integer("code")
        .filter(value -> value >= 0 && value <= Integer.MAX_VALUE)
        .map(Long::intValue)
        .orElse(0);
    String trace =
        error.id("fbtrace_id").filter(id -> TRACE.matcher(id).matches()).orElse("");
    return new ApiException(status, code, trace, ErrorCode.of(code).retryable());
  }

  private static Optional<JsonCursor> parse(byte[] body) {
    try {
      return Optional.of(JsonCursor.root(JsonValue.parse(body)));
    } catch (MalformedPayloadException e) {
      return Optional.empty();
    }
  }
}
