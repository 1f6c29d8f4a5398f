package io.waxseal.json;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
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

  /**
   * An array of what a function makes of each of some items.
   *
   * @param items the items in order
   * @param f gives the element for an item
   * @param <T> what the items are
   * @return the array
   */
  public static <T> JsonArray of(
      Collection<? extends T> items, Function<? super T, ? extends JsonValue> f) {
    JsonValue[] elements = new JsonValue[items.size()];
    int i = 0;
    for (T item : items) {
      elements[i++] = f.apply(item);
    }
    return new JsonArray(List.of(elements));
  }

  @Override
  public JsonArray mapText(UnaryOperator<String> f) {
    return of(elements, element -> element.mapText(f));
  }

  @Override
  public String toString() {
    return "JsonArray[" + elements.size() + " elements]";
  }
}
