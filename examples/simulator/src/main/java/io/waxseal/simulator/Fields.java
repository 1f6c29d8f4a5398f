package io.waxseal.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of one JSON object of a request, with the path that error details name. */
record Fields(String path, Map<?, ?> members) {

  static Fields of(byte[] body) throws Refused {
    return new Fields("", Json.object(body));
  }

  boolean has(String name) {
    return members.get(name) != null;
  }

  @Nullable
  Object value(String name) {
    return members.get(name);
  }

  @Nullable
  String text(String name) throws Refused {
    Object value = members.get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof String text) {
      return text;
    }
    throw invalid(name, "must be a string");
  }

  String requiredText(String name) throws Refused {
    String text = text(name);
    if (text == null || text.isEmpty()) {
      throw missing(name);
    }
    return text;
  }

  Fields requiredObject(String name) throws Refused {
    Object value = members.get(name);
    if (value == null) {
      throw missing(name);
    }
    if (value instanceof Map<?, ?> object) {
      return new Fields(at(name), object);
    }
    throw invalid(name, "must be an object");
  }

  /** The objects of an array; an absent array is empty. */
  List<Fields> objects(String name) throws Refused {
    Object value = members.get(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> array)) {
      throw invalid(name, "must be an array");
    }
    List<Fields> objects = new ArrayList<>();
    for (Object element : array) {
      if (!(element instanceof Map<?, ?> object)) {
        throw invalid(name, "must hold objects only");
      }
      objects.add(new Fields(at(name) + "[" + objects.size() + "]", object));
    }
    return objects;
  }

  Refused missing(String name) {
    return new Refused(GraphError.missing(at(name)));
  }

  Refused invalid(String name, String rule) {
    return new Refused(GraphError.invalid(at(name), rule));
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
