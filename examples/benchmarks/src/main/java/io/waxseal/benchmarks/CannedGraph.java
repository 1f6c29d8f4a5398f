package io.waxseal.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The far side of one connection: gathers a request and knows one answer, that the message was accepted. */
final class CannedGraph {
  private static final String ACCEPTED = "{\"messaging_product\":\"whatsapp\",\"contacts\":"
      + "[{\"input\":\"447700900123\",\"wa_id\":\"447700900123\"}],\"messages\":"
      + "[{\"id\":\"wamid.HBgMNDQ3NzAwOTAwMTIzFQIAERgSQTNFNEQ1RjY3QjhDOUQwRTFGAA==\"}]}";
  private static final byte[] ANSWER =
      ("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=UTF-8\r\nContent-Length: "
              + ACCEPTED.length() + "\r\n\r\n" + ACCEPTED)
          .getBytes(ISO_8859_1);
  private static final String LENGTH = "content-length: ";

  private byte[] gathered = new byte[8_192];
  private int count;

  static int answerLength() {
    return ANSWER.length;
  }

  /** Takes bytes of a request; the answer, once it is complete. */
  Optional<byte[]> take(byte[] bytes, int offset, int length) {
    if (count + length > gathered.length) {
      gathered = Arrays.copyOf(gathered, 2 * (count + length));
    }
    System.arraycopy(bytes, offset, gathered, count, length);
    count += length;
    int body = bodyStart();
    if (body < 0 || count < body + contentLength(body)) {
      return Optional.empty();
    }
    LastRequest.keep(gathered, body, count);
    count = 0;
    return Optional.of(ANSWER);
  }

  private int bodyStart() {
    for (int i = 3; i < count; i++) {
      if (gathered[i] == '\n' && gathered[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private int contentLength(int body) {
    String head = new String(gathered, 0, body, ISO_8859_1).toLowerCase(Locale.ROOT);
    int from = head.indexOf(LENGTH) + LENGTH.length();
    return Integer.parseInt(head.substring(from, head.indexOf('\r', from)));
  }

  /** The first request after {@link #forget}, so that a peer can post the same bytes. */
  static final class LastRequest {
    private static volatile byte[] head = new byte[0];
    private static volatile byte[] body = new byte[0];

    private LastRequest() {}

    private static void keep(byte[] bytes, int bodyStart, int end) {
      if (head.length == 0) {
        body = Arrays.copyOfRange(bytes, bodyStart, end);
        head = Arrays.copyOf(bytes, bodyStart);
      }
    }

    static void forget() {
      head = new byte[0];
    }

    static byte[] body() {
      return body.clone();
    }

    /** The request line and headers. */
    static String head() {
      return new String(head, ISO_8859_1);
    }
  }
}
