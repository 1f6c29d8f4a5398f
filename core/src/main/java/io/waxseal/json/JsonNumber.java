package io.waxseal.json;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A JSON number, kept as the digits of the document, so that long ids lose nothing. */
public final class JsonNumber implements JsonValue {
  private final String literal;

  JsonNumber(String literal) {
    this.literal = literal;
  }

  /**
   * A whole number.
   *
   * @param value its value
   * @return the number
   */
  public static JsonNumber of(long value) {
    return new JsonNumber(Long.toString(value));
  }

  /**
   * A decimal number.
   *
   * @param value its value
   * @return the number, written without an exponent
   */
  public static JsonNumber of(BigDecimal value) {
    return new JsonNumber(value.toPlainString());
  }

  /** {@return the digits as they stood in the document, a number by RFC 8259 §6} */
  public String literal() {
    return literal;
  }

  @Override
  public Optional<String> scalar() {
    return Optional.of(literal);
  }

  @Override
  public JsonValue mapText(UnaryOperator<String> f) {
    String mapped = f.apply(literal);
    return mapped.equals(literal) ? this : new JsonString(mapped);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonNumber number && literal.equals(number.literal);
  }

  @Override
  public int hashCode() {
    return literal.hashCode();
  }

  @Override
  public String toString() {
    return "JsonNumber";
  }
}
