package io.waxseal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.MalformedPayloadException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A JSON value (RFC 8259), immutable and thread-safe. {@code toString} names the kind and size only; the content is
 * had by {@link #toText}, since it may be personal.
 */
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {
  /** The deepest nesting that is read: objects and arrays inside one another. */
  int MAX_DEPTH = 64;

  /**
   * Reads one document from UTF-8 bytes.
   *
   * @param utf8 the document
   * @return its tree; objects keep the order of their members, numbers their digits
   * @throws MalformedPayloadException if it is not UTF-8 or not JSON, nests deeper than {@link #MAX_DEPTH}, repeats a
   *     name in an object, or is followed by anything but white space
   */
  static JsonValue parse(byte[] utf8) {
    return JsonParser.parse(utf8, MAX_DEPTH);
  }

  /**
   * Reads one document from UTF-8 bytes that nests less deep than others may, because it will be put into one.
   *
   * @param utf8 the document
   * @param mostDepth the deepest nesting that is read, 0 to {@link #MAX_DEPTH}
   * @return its tree
   * @throws MalformedPayloadException under the conditions of {@link #parse(byte[])}, or if it nests deeper
   * @throws IllegalArgumentException if the depth is out of range
   */
  static JsonValue parse(byte[] utf8, int mostDepth) {
    if (mostDepth < 0 || mostDepth > MAX_DEPTH) {
      throw new IllegalArgumentException("mostDepth is 0 to " + MAX_DEPTH);
    }
    return JsonParser.parse(utf8, mostDepth);
  }

  /**
   * Reads one document from a text.
   *
   * @param text the document
   * @return its tree
   * @throws MalformedPayloadException under the conditions of {@link #parse(byte[])}
   */
  static JsonValue parse(String text) {
    return parse(text.getBytes(UTF_8));
  }

  /**
   * The text of a string, the digits of a number as they were written, or {@code true} and {@code false}.
   *
   * @return the text; empty for an object, an array and null
   */
  default Optional<String> scalar() {
    return Optional.empty();
  }

  /**
   * The document with each text and number in it replaced; names of members stay. A number is replaced by a string, and
   * only if {@code f} changes its digits.
   *
   * @param f gives the new text for a text
   * @return the new tree
   */
  JsonValue mapText(UnaryOperator<String> f);

  /**
   * Writes the document without white space.
   *
   * @return JSON text
   */
  default String toText() {
    return new String(toBytes(), UTF_8);
  }

  /**
   * Writes the document without white space.
   *
   * @return UTF-8 bytes
   */
  default byte[] toBytes() {
    return JsonPrinter.print(this);
  }
}
