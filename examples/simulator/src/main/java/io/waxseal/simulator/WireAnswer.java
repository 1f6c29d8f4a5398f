package io.waxseal.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** What becomes of a request on the wire: an answer, whole or in part, or none. */
record WireAnswer(
    Ending ending,
    int status,
    String contentType,
    ByteString body,
    @Nullable String retryAfter) {

  enum Ending {
    /** The answer is written, the connection may go on. */
    COMPLETE,
    /** The head announces the whole body, the connection ends after half of it. */
    CUT_OFF,
    /** The connection is reset without an answer. */
    DROPPED,
    /** Nothing is written; the connection stays open until the simulator closes. */
    HELD
  }

  static WireAnswer json(int status, Map<String, ?> body, @Nullable String retryAfter) {
    return new WireAnswer(
        Ending.COMPLETE,
        status,
        "application/json; charset=UTF-8",
        ByteString.of(Json.bytes(body)),
        retryAfter);
  }

  static WireAnswer silent(Ending ending) {
    return new WireAnswer(ending, 0, "", ByteString.EMPTY, null);
  }

  WireAnswer cutOff() {
    return new WireAnswer(Ending.CUT_OFF, status, contentType, body, retryAfter);
  }

  /** Head and body in one piece, so that the network sees one write. */
  byte[] toBytes(boolean withBody) {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" Simulated\r\n");
    if (!contentType.isEmpty()) {
      head.append("Content-Type: ").append(contentType).append("\r\n");
    }
    head.append("Cache-Control: no-store\r\n");
    if (retryAfter != null) {
      head.append("Retry-After: ").append(retryAfter).append("\r\n");
    }
    head.append("Content-Length: ").append(body.size()).append("\r\n\r\n");
    byte[] start = head.toString().getBytes(StandardCharsets.US_ASCII);
    int sent = ending == Ending.CUT_OFF ? body.size() / 2 : body.size();
    byte[] whole = Arrays.copyOf(start, start.length + (withBody ? sent : 0));
    System.arraycopy(body.toByteArray(), 0, whole, start.length, whole.length - start.length);
    return whole;
  }
}
