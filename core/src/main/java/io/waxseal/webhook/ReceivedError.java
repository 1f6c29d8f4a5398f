package io.waxseal.webhook;

import io.waxseal.account.ErrorCode;
import io.waxseal.internal.json.JsonCursor;
import java.util.List;
import java.util.Optional;

/** An error that Meta reports in a webhook. Its words may repeat what a human wrote: {@code toString} shows the code only. */
public final class ReceivedError {
  private final JsonCursor body;

  ReceivedError(JsonCursor body) {
    this.body = body;
  }

  static List<ReceivedError> in(JsonCursor body) {
    return body.children("errors").stream().map(ReceivedError::new).toList();
  }

  /** {@return Meta's error code; empty if there is none, or no whole number of 0 or more} */
  public Optional<Integer> code() {
    return body.integer("code")
        .filter(code -> code >= 0 && code <= Integer.MAX_VALUE)
        .map(Long::intValue);
  }

  /** {@return what is known of the code: its kind, when it may succeed, what to do; empty if there is no code} */
  public Optional<ErrorCode> error() {
    return code().map(ErrorCode::of);
  }

  /** {@return its title} */
  public Optional<String> title() {
    return body.id("title");
  }

  /** {@return what it says} */
  public Optional<String> message() {
    return body.id("message");
  }

  /** {@return what it says more} */
  public Optional<String> details() {
    return body.child("error_data").flatMap(data -> data.id("details"));
  }

  @Override
  public String toString() {
    return "ReceivedError[" + code().map(code -> Integer.toString(code)).orElse("no code") + "]";
  }
}
