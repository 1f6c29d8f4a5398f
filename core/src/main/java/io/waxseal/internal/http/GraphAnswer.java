package io.waxseal.internal.http;

import okhttp3.Headers;

/** What the Graph API, or a gateway in between, answered. */
public final class GraphAnswer {
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

  @Override
  public String toString() {
    return "GraphAnswer[" + status + "]";
  }
}
