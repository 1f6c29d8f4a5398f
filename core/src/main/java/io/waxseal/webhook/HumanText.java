package io.waxseal.webhook;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Tells apart what a human may have written from what Meta's own fields hold. Only members known to hold ids, times and
 * enumerations are left alone, each at its own place; a member of the same name deeper inside is a human's.
 */
final class HumanText {
  private final Set<String> spared;
  private final BiFunction<List<String>, String, String> f;
  private final List<String> names = new ArrayList<>();

  private HumanText(Set<String> spared, BiFunction<List<String>, String, String> f) {
    this.spared = spared;
    this.f = f;
  }

  static JsonObject map(
      EventKind kind, JsonObject slice, BiFunction<List<String>, String, String> f) {
    HumanText element = new HumanText(kind.machinePlaces(), f);
    HumanText around = new HumanText(MachinePlaces.AROUND, f);
    JsonObject.Builder mapped = JsonObject.builder();
    slice
        .members()
        .forEach((name, value) -> mapped.put(
            name,
            name.equals("element") ? element.map("", value) : around.member(name, name, value)));
    return mapped.build();
  }

  private JsonValue member(String name, String path, JsonValue value) {
    names.add(name);
    JsonValue mapped = map(path, value);
    names.remove(names.size() - 1);
    return mapped;
  }

  private JsonValue map(String path, JsonValue value) {
    if (value instanceof JsonObject object) {
      JsonObject.Builder mapped = JsonObject.builder();
      object
          .members()
          .forEach((name, member) ->
              mapped.put(name, member(name, path.isEmpty() ? name : path + "." + name, member)));
      return mapped.build();
    }
    if (value instanceof JsonArray array) {
      List<JsonValue> mapped = new ArrayList<>();
      array.elements().forEach(element -> mapped.add(map(path + "[]", element)));
      return new JsonArray(mapped);
    }
    return spared.contains(path)
        ? value
        : value.mapText(text -> f.apply(Collections.unmodifiableList(names), text));
  }
}
