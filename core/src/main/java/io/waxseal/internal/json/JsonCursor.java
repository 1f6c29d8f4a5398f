package io.waxseal.internal.json;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonNull;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An object of a document and the path at which it stands. On this wire strings, numbers and truth values come in each
 * other's clothes, and an empty text means that an id is absent; both are accepted. Paths hold only names that the caller asked for. Immutable.
 *
 * @param path a JSON path
 * @param object the object
 */
public record JsonCursor(String path, JsonObject object) {
  /** The latest time that is accepted, so that no clock arithmetic overflows: the year 9999. */
  private static final long LATEST_SECOND = 253_402_300_799L;

  /**
   * Stands at the root of a document.
   *
   * @param document the document
   * @return the cursor
   * @throws MalformedPayloadException if the document is not an object
   */
  public static JsonCursor root(JsonValue document) {
    if (document instanceof JsonObject object) {
      return new JsonCursor("$", object);
    }
    throw new MalformedPayloadException("$", "an object must stand here");
  }

  /**
   * A text, number or truth value, as text.
   *
   * @param name the member
   * @return its text; empty if absent, null, or an object or array
   */
  public Optional<String> text(String name) {
    return object.get(name).flatMap(JsonValue::scalar);
  }

  /**
   * A truth value, whether written as such or as a string.
   *
   * @param name the member
   * @return true if it says so; false if it says anything else, or nothing
   */
  public boolean truth(String name) {
    return text(name).filter("true"::equalsIgnoreCase).isPresent();
  }

  /**
   * A number with or without a fraction, whether written as number or as string.
   *
   * @param name the member
   * @return the number; empty if absent, or not a number of at most 64 characters and a moderate exponent
   */
  public Optional<BigDecimal> decimal(String name) {
    return text(name).flatMap(JsonCursor::decimalNumber);
  }

  private static Optional<BigDecimal> decimalNumber(String text) {
    if (text.length() > 64) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return Math.abs((long) number.scale()) > 64 ? Optional.empty() : Optional.of(number);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * An id: a text or number that is not empty.
   *
   * @param name the member
   * @return the id; empty if absent or an empty text
   */
  public Optional<String> id(String name) {
    return text(name).filter(id -> !id.isEmpty());
  }

  /**
   * A whole number, whether written as number or as string.
   *
   * @param name the member
   * @return the number; empty if absent or not a whole number of 64 bits
   */
  public Optional<Long> integer(String name) {
    return text(name).flatMap(JsonCursor::wholeNumber);
  }

  private static Optional<Long> wholeNumber(String text) {
    if (text.length() > 32) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(text);
      // a short text can still spell a number of a billion digits
      return Math.abs((long) number.scale()) > 32
          ? Optional.empty()
          : Optional.of(number.longValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * A time in seconds since 1970, whether written as number or as string.
   *
   * @param name the member
   * @return the time; empty if absent or outside the years 1970 to 9999
   */
  public Optional<Instant> time(String name) {
    return integer(name)
        .filter(seconds -> seconds >= 0 && seconds <= LATEST_SECOND)
        .map(Instant::ofEpochSecond);
  }

  /**
   * A member object.
   *
   * @param name the member
   * @return the cursor on it; empty if absent, or if another kind of value stands there
   */
  public Optional<JsonCursor> child(String name) {
    return object.get(name).orElse(JsonNull.NULL) instanceof JsonObject child
        ? Optional.of(new JsonCursor(path + "." + name, child))
        : Optional.empty();
  }

  /**
   * The objects of a member array.
   *
   * @param name the member
   * @return a cursor on each object; other values are passed over; empty if absent or no array
   */
  public List<JsonCursor> children(String name) {
    List<JsonCursor> cursors = new ArrayList<>();
    if (object.get(name).orElse(JsonNull.NULL) instanceof JsonArray array) {
      for (JsonValue element : array.elements()) {
        if (element instanceof JsonObject child) {
          cursors.add(new JsonCursor(path + "." + name + "[]", child));
        }
      }
    }
    return cursors;
  }

  /**
   * The exception for a broken rule of this object.
   *
   * @param rule the rule
   * @return the exception, with this place
   */
  public MalformedPayloadException malformed(String rule) {
    return new MalformedPayloadException(path, rule);
  }
}
