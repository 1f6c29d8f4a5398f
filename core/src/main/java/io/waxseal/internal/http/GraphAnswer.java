package io.waxseal.internal.http;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** What the Graph API, or a gateway in between, answered. */
public final class GraphAnswer {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  private final int status;
  private final byte[] body;
  private final Headers headers;

  GraphAnswer(int status, byte[] body, Headers headers) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }

  /** {@return the HTTP status} */
  public int status() {
    return status;
  }

  /** {@return the body; the caller's to keep} */
  public byte[] body() {
    return body;
  }

  /** {@return the headers, among them those of the quota} */
  public Headers headers() {
    return headers;
  }

  /** {@return how long to wait, by the header Retry-After in seconds; empty without it, or if it is no time of up to a day} */
  public Optional<Duration> retryAfter() {
    String seconds = headers.get("Retry-After");
    return seconds == null || !SECONDS.matcher(seconds).matches()
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(Long.parseLong(seconds)))
            .filter(pause -> pause.compareTo(LONGEST_PAUSE) <= 0);
  }

  @Override
  public String toString() {
    return "GraphAnswer[" + status + "]";
  }
}
