package io.waxseal.json;

import java.util.function.UnaryOperator;

/** The JSON {@code null}. */
public enum JsonNull implements JsonValue {
  /** The only value. */
  NULL;

  @Override
  public JsonNull mapText(UnaryOperator<String> f) {
    return this;
  }
}
