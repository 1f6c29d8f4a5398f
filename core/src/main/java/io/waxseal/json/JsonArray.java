package io.waxseal.json;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A JSON array.
 *
 * @param elements its elements in order, copied
 */
public record JsonArray(List<JsonValue> elements) implements JsonValue {
  /**
   * Copies the list.
   *
   * @param elements its elements in order, copied
   */
  public JsonArray {
    elements = List.copyOf(elements);
  }

  @Override
  public JsonArray mapTexts(UnaryOperator<String> f) {
    return new JsonArray(elements.stream().map(element -> element.mapTexts(f)).toList());
  }

  @Override
  public String toString() {
    return "JsonArray[" + elements.size() + " elements]";
  }
}
