package io.waxseal;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What to answer to Meta: a status and a short text. It never quotes the request, but for a proven handshake. */
public final class Reply {
  private final int status;
  private final byte[] body;

  private Reply(int status, byte[] body) {
    this.status = status;
    this.body = body;
  }

  static Reply of(int status, String body) {
    return new Reply(status, body.getBytes(UTF_8));
  }

  /** {@return the HTTP status} */
  public int status() {
    return status;
  }

  /** {@return the body, UTF-8 text} */
  public byte[] body() {
    return body.clone();
  }

  /** {@return the media type of the body} */
  public String contentType() {
    return "text/plain; charset=utf-8";
  }

  @Override
  public String toString() {
    return "Reply[" + status + "]";
  }
}
