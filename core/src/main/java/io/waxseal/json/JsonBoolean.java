package io.waxseal.json;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A JSON truth value.
 *
 * @param value its value
 */
public record JsonBoolean(boolean value) implements JsonValue {
  @Override
  public Optional<String> scalar() {
    return Optional.of(Boolean.toString(value));
  }

  @Override
  public JsonBoolean mapText(UnaryOperator<String> f) {
    return this;
  }
}
