package io.waxseal.json;

import java.util.function.UnaryOperator;

/**
 * A JSON truth value.
 *
 * @param value its value
 */
public record JsonBoolean(boolean value) implements JsonValue {
  @Override
  public JsonBoolean mapText(UnaryOperator<String> f) {
    return this;
  }
}
