package io.waxseal.send;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonBoolean;
import io.waxseal.json.JsonNumber;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What differs between an example of a request and ours, apart from the liberties that Meta's own examples take. */
final class RequestDifference {
  /** Numbers that Meta's examples write as strings too. */
  private static final Set<String> NUMBERS =
      Set.of("latitude", "longitude", "expiration_days", "index", "card_index");

  /** What we write out where an example leaves the default unsaid. */
  private static final Map<String, JsonValue> DEFAULTS = Map.of(
      "$.messaging_product", new JsonString("whatsapp"),
      "$.recipient_type", new JsonString("individual"),
      "$.text.preview_url", new JsonBoolean(false),
      "$.template.components[].index", new JsonString("0"));

  /** What examples write out and we leave unsaid, since it is the only value there is. */
  private static final Map<String, JsonValue> UNSAID =
      Map.of("$.template.language.policy", new JsonString("deterministic"));

  /** Words that examples write in either case. */
  private static final Set<String> WORDS = Set.of("type", "sub_type");

  /** What the gate adds to each message. */
  private static final String CALLBACK = "$.biz_opaque_callback_data";

  private final List<String> paths = new ArrayList<>();

  RequestDifference(JsonObject theirs, JsonObject ours) {
    compare("$", theirs, ours);
  }

  List<String> paths() {
    return paths;
  }

  private void compare(String path, JsonValue theirs, JsonValue ours) {
    if (theirs instanceof JsonObject object && ours instanceof JsonObject other) {
      Set<String> names = new TreeSet<>(object.members().keySet());
      names.addAll(other.members().keySet());
      names.forEach(name -> member(path + "." + name, object.get(name), other.get(name)));
    } else if (theirs instanceof JsonArray array && ours instanceof JsonArray other) {
      for (int i = 0; i < Math.max(array.elements().size(), other.elements().size()); i++) {
        member(path + "[" + i + "]", element(array, i), element(other, i));
      }
    } else if (!same(path, theirs, ours)) {
      paths.add(path + " differs");
    }
  }

  private static Optional<JsonValue> element(JsonArray array, int index) {
    return index < array.elements().size()
        ? Optional.of(array.elements().get(index))
        : Optional.empty();
  }

  private void member(String path, Optional<JsonValue> theirs, Optional<JsonValue> ours) {
    if (theirs.isPresent() && ours.isPresent()) {
      compare(path, theirs.get(), ours.get());
    } else if (theirs.isPresent()) {
      if (!theirs.get().equals(UNSAID.get(path))) {
        paths.add(path + " is missing");
      }
    } else if (!path.equals(CALLBACK)
        && !ours.equals(Optional.ofNullable(DEFAULTS.get(path.replaceAll("\\[\\d+]", "[]"))))) {
      paths.add(path + " is added");
    }
  }

  private static boolean same(String path, JsonValue theirs, JsonValue ours) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    if (path.equals("$.to")) {
      return text(theirs).replaceAll("[+ ()-]", "").equals(text(ours));
    }
    if (path.equals(CALLBACK)) {
      return text(ours).endsWith("." + text(theirs));
    }
    if (NUMBERS.contains(name)) {
      return new BigDecimal(text(theirs)).compareTo(new BigDecimal(text(ours))) == 0;
    }
    return WORDS.contains(name) ? text(theirs).equalsIgnoreCase(text(ours)) : theirs.equals(ours);
  }

  private static String text(JsonValue value) {
    return value instanceof JsonNumber number ? number.literal() : ((JsonString) value).value();
  }
}
