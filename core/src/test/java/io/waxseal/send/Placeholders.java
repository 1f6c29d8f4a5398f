package io.waxseal.send;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.person.ContactPoint;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values that stand for others in examples and that no request could have, with values that one could have. */
final class Placeholders {
  /** {@code <NAME>}, {@code {name}}, {@code NAME_OF_IT}, {@code name-of-it}: none is a template's name or language. */
  private static final Pattern NAME =
      Pattern.compile("[<\\[{]+[^<>{}\\[\\]]+[>}\\]]+|[A-Z]+([_-][A-Z]+)*|[a-z]{2,}(-[a-z]{3,})+");

  private static final Pattern MEDIA_ID =
      Pattern.compile(".*\\.(image|video|audio|document|sticker)\\.id");

  private Placeholders() {}

  /** The example with each placeholder filled where Meta asks for a shape. */
  static JsonObject filled(JsonObject request) {
    boolean group = request.get("recipient_type").equals(Optional.of(new JsonString("group")));
    JsonObject filled = (JsonObject) filled("$", request);
    return group ? filled.with("to", request.get("to").orElseThrow()) : filled;
  }

  private static JsonValue filled(String path, JsonValue value) {
    if (value instanceof JsonObject object) {
      JsonObject.Builder filled = JsonObject.builder();
      object.members().forEach((name, child) -> filled.put(name, filled(path + "." + name, child)));
      return filled.build();
    }
    if (value instanceof JsonArray array) {
      List<JsonValue> elements = array.elements();
      return JsonArray.of(elements.stream().map(child -> filled(path, child)).toList());
    }
    return value instanceof JsonString text ? filled(path, text) : value;
  }

  private static JsonString filled(String path, JsonString text) {
    if (path.equals("$.to") && !isPhone(text.value())) {
      return new JsonString("16505551234");
    }
    boolean placeholder = NAME.matcher(text.value()).matches();
    if (path.equals("$.template.name") && placeholder) {
      return new JsonString("placeholder");
    }
    if (path.endsWith(".reference_id") && (placeholder || text.value().matches("[a-z-]{36,}"))) {
      return new JsonString("placeholder");
    }
    if (MEDIA_ID.matcher(path).matches() && placeholder) {
      return new JsonString("4242");
    }
    if (path.equals("$.template.language.code") && placeholder) {
      return new JsonString("en");
    }
    return path.endsWith(".link") && (placeholder || text.value().startsWith("http(s)://"))
        ? new JsonString("https://placeholder.example")
        : text;
  }

  /** Examples also have numbers that no country has. */
  private static boolean isPhone(String text) {
    try {
      ContactPoint.phone(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
