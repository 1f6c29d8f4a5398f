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

  /**
   * An array of values of one kind.
   *
   * @param elements its elements in order, copied
   * @return the array
   */
  public static JsonArray of(List<? extends JsonValue> elements) {
    return new JsonArray(List.<JsonValue>copyOf(elements));
  }

  @Override
  public JsonArray mapText(UnaryOperator<String> f) {
    return new JsonArray(elements.stream().map(element -> element.mapText(f)).toList());
  }

  @Override
  public String toString() {
    return "JsonArray[" + elements.size() + " elements]";
  }
}
