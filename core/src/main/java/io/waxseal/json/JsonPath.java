package io.waxseal.json;

import java.util.Optional;

/** Walks a tree by a path: names separated by dots, each perhaps with places in arrays, as in {@code a.b[0].c}. */
final class JsonPath {
  private final String path;
  private int next;

  private JsonPath(String path) {
    this.path = path;
  }

  static Optional<JsonValue> walk(JsonObject root, String path) {
    JsonPath walker = new JsonPath(path);
    Optional<JsonValue> here = Optional.of(root);
    do {
      String name = walker.name();
      here = here.flatMap(value ->
          value instanceof JsonObject object ? object.get(name) : Optional.<JsonValue>empty());
      while (walker.take('[')) {
        int index = walker.index();
        here = here.flatMap(value ->
            value instanceof JsonArray array && index < array.elements().size()
                ? Optional.of(array.elements().get(index))
                : Optional.<JsonValue>empty());
      }
    } while (walker.take('.'));
    walker.require(walker.next == path.length());
    return here;
  }

  private String name() {
    int start = next;
    while (next < path.length() && ".[]".indexOf(path.charAt(next)) < 0) {
      next++;
    }
    require(next > start);
    return path.substring(start, next);
  }

  private int index() {
    int start = next;
    while (next < path.length() && path.charAt(next) >= '0' && path.charAt(next) <= '9') {
      next++;
    }
    // nine digits are an int, whatever they are
    require(next > start && next - start <= 9);
    int index = Integer.parseInt(path.substring(start, next));
    require(take(']'));
    return index;
  }

  private boolean take(char mark) {
    boolean there = next < path.length() && path.charAt(next) == mark;
    next += there ? 1 : 0;
    return there;
  }

  private void require(boolean sound) {
    if (!sound) {
      throw new IllegalArgumentException(
          "a path is names separated by dots, with places in arrays in brackets: a.b[0].c");
    }
  }
}
