package io.waxseal.json;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A JSON string.
 *
 * @param value its characters, with escapes resolved
 */
public record JsonString(String value) implements JsonValue {
  @Override
  public Optional<String> scalar() {
    return Optional.of(value);
  }

  @Override
  public JsonString mapText(UnaryOperator<String> f) {
    return new JsonString(f.apply(value));
  }

  @Override
  public String toString() {
    return "JsonString[" + value.length() + " characters]";
  }
}
