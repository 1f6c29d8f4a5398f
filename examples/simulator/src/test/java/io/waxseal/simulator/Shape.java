package io.waxseal.simulator;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okio.Buffer;

/** JSON documents as maps of path to JSON type, array positions left out. */
final class Shape {
  private Shape() {}

  static Map<String, String> of(byte[] json) {
    Map<String, String> shape = new TreeMap<>();
    collect("$", parse(json), shape);
    return shape;
  }

  /** The value at a dotted path; every array on the way must have exactly one element. */
  static Object value(byte[] json, String path) {
    Object value = only(parse(json));
    for (String name : path.split("\\.")) {
      value = value == null ? null : only(((Map<?, ?>) value).get(name));
    }
    return value;
  }

  private static Object only(Object value) {
    if (value instanceof List<?> list) {
      if (list.size() != 1) {
        throw new AssertionError("an array of " + list.size());
      }
      return list.get(0);
    }
    return value;
  }

  private static void collect(String path, Object value, Map<String, String> shape) {
    if (value instanceof Map<?, ?> object) {
      shape.put(path, "object");
      object.forEach((name, member) -> collect(path + "." + name, member, shape));
    } else if (value instanceof List<?> array) {
      shape.put(path, "array");
      array.forEach(element -> collect(path + "[]", element, shape));
    } else {
      shape.put(path, value == null ? "null" : value.getClass().getSimpleName());
    }
  }

  private static Object parse(byte[] json) {
    try {
      return JsonReader.of(new Buffer().write(json)).readJsonValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
