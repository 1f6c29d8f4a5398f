package io.waxseal.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  /** A required text of 1 to so many characters. */
  String requiredText(String name, int most) throws Refused {
    return within(name, requiredText(name), most);
  }

  /** A text that may be absent, of 1 to so many characters. */
  void optionalText(String name, int most) throws Refused {
    if (has(name)) {
      requiredText(name, most);
    }
  }

  private String within(String name, String text, int most) throws Refused {
    if (text.codePointCount(0, text.length()) > most) {
      throw invalid(name, "must have at most " + most + " characters");
    }
    return text;
  }

  /** One of several words in lower case; Meta's own samples have upper case too. */
  String oneOf(String name, Set<String> known) throws Refused {
    String value = requiredText(name).toLowerCase(Locale.ROOT);
    if (!known.contains(value)) {
      throw invalid(name, "has an unknown value");
    }
    return value;
  }

  /** An array of at least and at most so many objects. */
  List<Fields> objects(String name, int fewest, int most) throws Refused {
    List<Fields> objects = objects(name);
    if (!has(name)) {
      throw missing(name);
    }
    if (objects.size() < fewest || objects.size() > most) {
      throw invalid(name, "must hold " + fewest + " to " + most + " elements");
    }
    return objects;
  }

  void optionalBoolean(String name) throws Refused {
    if (has(name) && !(value(name) instanceof Boolean)) {
      throw invalid(name, "must be a boolean");
    }
  }

  /** A number; some of Meta's samples write numbers as strings. */
  void requiredNumber(String name, double least, double most) throws Refused {
    if (!has(name)) {
      throw missing(name);
    }
    double number;
    try {
      number = Double.parseDouble(String.valueOf(value(name)));
    } catch (NumberFormatException e) {
      throw invalid(name, "must be a number");
    }
    if (!(number >= least && number <= most)) {
      throw invalid(name, "is out of range");
    }
  }

  String requiredAddress(String name) throws Refused {
    String address = requiredText(name, 2000);
    if (!address.regionMatches(true, 0, "https://", 0, 8)
        && !address.regionMatches(true, 0, "http://", 0, 7)) {
      throw invalid(name, "must be an http or https address");
    }
    return address;
  }

  Refused missing(String name) {
    return new Refused(GraphError.missing(at(name)));
  }

  Refused invalid(String name, String rule) {
    return new Refused(GraphError.invalid(at(name), rule));
  }

  String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
