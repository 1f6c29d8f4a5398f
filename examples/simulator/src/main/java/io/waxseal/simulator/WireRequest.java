package io.waxseal.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One request as it comes in: the head was read, the body is read when somebody asks for it. */
final class WireRequest {
  private static final int HEAD_LIMIT = 1 << 16;

  private final InputStream in;
  private final OutputStream out;
  private final long firstByteNanos;
  private final String method;
  private final String target;
  private final Map<String, List<String>> headers = new LinkedHashMap<>();
  private int read;

  /** Reads the head; its first byte was read already. */
  WireRequest(int firstByte, long firstByteNanos, InputStream in, OutputStream out)
      throws IOException {
    this.in = in;
    this.out = out;
    this.firstByteNanos = firstByteNanos;
    String[] line = ((char) firstByte + line()).split(" ", -1);
    if (line.length != 3 || !line[2].startsWith("HTTP/1.")) {
      throw new IOException("not an HTTP/1 request line");
    }
    method = line[0];
    target = line[1];
    for (String field = line(); !field.isEmpty(); field = line()) {
      int colon = field.indexOf(':');
      if (colon <= 0) {
        throw new IOException("not a header field");
      }
      headers
          .computeIfAbsent(
              field.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(field.substring(colon + 1).trim());
    }
  }

  String method() {
    return method;
  }

  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The values of a query parameter, as they stand in the request. */
  List<String> query(String name) {
    int query = target.indexOf('?');
    if (query < 0) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    for (String pair : target.substring(query + 1).split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        values.add(pair.substring(name.length() + 1));
      }
    }
    return values;
  }

  /** Names are in lower case. */
  Map<String, List<String>> headers() {
    return headers;
  }

  List<String> header(String name) {
    return headers.getOrDefault(name, List.of());
  }

  long firstByteNanos() {
    return firstByteNanos;
  }

  boolean lastOfItsConnection() {
    return header("connection").stream().anyMatch("close"::equalsIgnoreCase);
  }

  /** Reads the body to its end, since a client that still writes would see a reset; keeps as much as asked for. */
  byte[] body(int atMost) throws IOException {
    if (header("expect").stream().anyMatch("100-continue"::equalsIgnoreCase)) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    if (header("transfer-encoding").stream().anyMatch("chunked"::equalsIgnoreCase)) {
      read = 0;
      for (long size = chunk(); size > 0; size = chunk()) {
        transfer(size, kept, atMost);
        line();
      }
      while (!line().isEmpty()) {
        read = 0;
      }
    } else if (!header("content-length").isEmpty()) {
      transfer(number(header("content-length").get(0), 10), kept, atMost);
    }
    return kept.toByteArray();
  }

  private long chunk() throws IOException {
    read = 0;
    return number(line().split(";", 2)[0].trim(), 16);
  }

  private static long number(String digits, int radix) throws IOException {
    try {
      return Long.parseUnsignedLong(digits, radix) & Long.MAX_VALUE;
    } catch (NumberFormatException e) {
      throw new IOException("not a length", e);
    }
  }

  private void transfer(long size, ByteArrayOutputStream kept, int atMost) throws IOException {
    byte[] buffer = new byte[8192];
    for (long left = size; left > 0; ) {
      int n = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (n < 0) {
        throw new IOException("the body ended early");
      }
      kept.write(buffer, 0, Math.min(n, Math.max(0, atMost - kept.size())));
      left -= n;
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || ++read > HEAD_LIMIT) {
        throw new IOException("the head ended early or is too long");
      }
      line.append((char) b);
    }
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == '\r') {
      line.setLength(length - 1);
    }
    return line.toString();
  }
}
