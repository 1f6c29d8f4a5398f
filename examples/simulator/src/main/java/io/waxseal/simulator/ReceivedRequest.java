package io.waxseal.simulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A request that arrived with a complete head, whatever became of it. Body and answer show up when they are there, so a
 * request that is held has no answer yet. Thread-safe; {@code toString} names only method, size and answer.
 */
public final class ReceivedRequest {
  private static final String BEARER = "bearer ";

  private final String method;
  private final String path;
  private final Map<String, List<String>> headers;
  private final boolean proved;
  private final Instant receivedAt;
  private final long firstByteNanos;
  private final String number;
  private volatile byte[] body = new byte[0];
  private volatile int answer;

  ReceivedRequest(WireRequest request, String number, Instant receivedAt) {
    this.method = request.method();
    this.path = request.path();
    this.headers = masked(request.headers());
    this.proved = !request.query("appsecret_proof").isEmpty();
    this.receivedAt = receivedAt;
    this.firstByteNanos = request.firstByteNanos();
    this.number = number;
  }

  private static Map<String, List<String>> masked(Map<String, List<String>> headers) {
    Map<String, List<String>> masked = new LinkedHashMap<>(headers);
    masked.computeIfPresent(
        "authorization",
        (name, values) -> values.stream()
            .map(value ->
                value.regionMatches(true, 0, BEARER, 0, BEARER.length()) ? "Bearer ***" : "***")
            .toList());
    return masked;
  }

  /** {@return the method, such as {@code POST}} */
  public String method() {
    return method;
  }

  /** {@return the path, without the query: there stands the proof} */
  public String path() {
    return path;
  }

  /**
   * A header of the request. Of {@code Authorization} only the scheme is kept.
   *
   * @param name its name, in any case
   * @return its first value
   */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
        .findFirst();
  }

  /** {@return whether an {@code appsecret_proof} was sent, right or wrong} */
  public boolean proved() {
    return proved;
  }

  /** {@return the id of the business number in the path, or empty when there is none in it} */
  public Optional<String> number() {
    return Optional.of(number).filter(id -> !id.isEmpty());
  }

  /** {@return the customer addressed: the digits of a phone number or a business-scoped user id} */
  public Optional<String> to() {
    return at("to")
        .map(String::valueOf)
        .map(to -> MessageRules.digits(to).isEmpty() ? to : MessageRules.digits(to))
        .or(() -> at("recipient").map(String::valueOf));
  }

  /** {@return the name of the template, if it is a template message} */
  public Optional<String> template() {
    return at("template.name").map(String::valueOf);
  }

  /** {@return a copy of the body, byte for byte; empty when it was not read} */
  public byte[] body() {
    return body.clone();
  }

  /** {@return the body as JSON: maps, lists, strings, doubles, booleans; empty when it is no JSON object} */
  public Map<?, ?> json() {
    try {
      return Json.object(body);
    } catch (Refused e) {
      return Map.of();
    }
  }

  /**
   * A value inside the body.
   *
   * @param names the names on the way to it, such as {@code text.body}; a number is a position in an array
   * @return the value as in {@link #json}, or empty when there is none
   */
  public Optional<Object> at(String names) {
    Object value = json();
    for (String name : names.split("\\.", -1)) {
      value = member(value, name);
    }
    return Optional.ofNullable(value);
  }

  private static @Nullable Object member(@Nullable Object value, String name) {
    if (value instanceof Map<?, ?> object) {
      return object.get(name);
    }
    if (value instanceof List<?> array && name.matches("[0-9]{1,6}")) {
      int index = Integer.parseInt(name);
      return index < array.size() ? array.get(index) : null;
    }
    return null;
  }

  /** {@return when the head was complete, on the simulator's clock} */
  public Instant receivedAt() {
    return receivedAt;
  }

  /**
   * Returns when the first byte of the request was read, as {@link System#nanoTime} counts in this process: it tells
   * whether a request began before or after something else did. On a kept connection the byte may have waited until
   * the request before it was answered.
   *
   * @return nanoseconds with an arbitrary origin
   */
  public long firstByteNanos() {
    return firstByteNanos;
  }

  /** {@return the HTTP status it was answered with, or empty when it was not answered (yet)} */
  public OptionalInt answer() {
    return answer == 0 ? OptionalInt.empty() : OptionalInt.of(answer);
  }

  /** The array must not be changed afterwards. */
  void body(byte[] bytes) {
    body = bytes;
  }

  void answered(int status) {
    answer = status;
  }

  @Override
  public String toString() {
    return "ReceivedRequest[" + method + ", " + body.length + " bytes, "
        + (answer == 0 ? "no answer" : "answered " + answer) + "]";
  }
}
