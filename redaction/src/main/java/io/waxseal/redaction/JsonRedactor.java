package io.waxseal.redaction;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonBoolean;
import io.waxseal.json.JsonNull;
import io.waxseal.json.JsonNumber;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.find.Phones;
import io.waxseal.redaction.internal.label.Labels;
import io.waxseal.redaction.internal.label.Mask;
import io.waxseal.redaction.internal.text.Chars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Walks a JSON tree: the name of a member is examined as a text itself; as it then stands it decides over the value, or
 * is context for it. A string that is itself JSON is walked as a tree. The depth is bounded; what lies deeper is withheld.
 */
final class JsonRedactor {

  private static final int MOST_NESTED_DOCUMENTS = 4;

  private final Engine engine;
  private final Plan plan;
  private final Consumer<EntityType> seen;

  JsonRedactor(Engine engine, Plan plan) {
    this(engine, plan, type -> {});
  }

  /** {@code seen} is told the type of each value that is replaced. */
  JsonRedactor(Engine engine, Plan plan, Consumer<EntityType> seen) {
    this.engine = engine;
    this.plan = plan;
    this.seen = seen;
  }

  JsonValue redact(JsonValue value) {
    return walk(value, "", 0, 0);
  }

  /** A text that may be a JSON document: walked as a tree if it is one, else as text. */
  String redactText(String text) {
    return text(text, "", 0);
  }

  /** A text under the names of the members around it, outermost first. */
  String redactText(List<String> names, String text) {
    for (String name : names) {
      Optional<EntityType> secret = SensitiveKeys.typeOf(name).filter(plan::actsOn);
      if (secret.isPresent()) {
        return standIn(secret.get(), text);
      }
    }
    int last = names.size() - 1;
    return named(last > 0 ? names.get(last - 1) : "", last < 0 ? "" : names.get(last), text, 0);
  }

  private String named(String around, String name, String text, int documents) {
    Optional<EntityType> personal = PersonalKeys.typeOf(around, name, text).filter(plan::actsOn);
    return personal.isPresent() ? standIn(personal.get(), text) : text(text, name, documents);
  }

  private JsonValue walk(JsonValue value, String name, int depth, int documents) {
    if (depth > JsonValue.MAX_DEPTH) {
      return tooDeep();
    }
    if (value instanceof JsonObject object) {
      return members(
          object, documents, (key, member) -> member(name, key, member, depth + 1, documents));
    }
    if (value instanceof JsonArray array) {
      List<JsonValue> elements = new ArrayList<>(array.elements().size());
      for (JsonValue element : array.elements()) {
        elements.add(walk(element, name, depth + 1, documents));
      }
      return new JsonArray(elements);
    }
    return value.mapText(text -> named("", name, text, documents));
  }

  private JsonValue member(String around, String key, JsonValue value, int depth, int documents) {
    Optional<EntityType> secret = SensitiveKeys.typeOf(key).filter(plan::actsOn);
    if (secret.isPresent()) {
      return withhold(secret.get(), value, depth, documents);
    }
    return value instanceof JsonString || value instanceof JsonNumber
        ? value.mapText(text -> named(around, key, text, documents))
        : walk(value, key, depth, documents);
  }

  /** Every text and number below a sensitive name. */
  private JsonValue withhold(EntityType type, JsonValue value, int depth, int documents) {
    if (value instanceof JsonBoolean || value instanceof JsonNull) {
      return value;
    }
    if (depth > JsonValue.MAX_DEPTH) {
      return tooDeep();
    }
    if (value instanceof JsonObject object) {
      return members(
          object, documents, (key, member) -> withhold(type, member, depth + 1, documents));
    }
    if (value instanceof JsonArray array) {
      return new JsonArray(array.elements().stream()
          .map(element -> withhold(type, element, depth + 1, documents))
          .toList());
    }
    return value.mapText(text -> standIn(type, text));
  }

  /** The members under names that hold nothing sensitive; names that became one are told apart by a number. */
  private JsonObject members(
      JsonObject object, int documents, BiFunction<String, JsonValue, JsonValue> treat) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    object.members().forEach((key, member) -> {
      String treated = isIdentifier(key) ? key : text(key, "", documents);
      String name = treated;
      while (!name.equals(key)
          && (members.containsKey(name) || object.members().containsKey(name))) {
        name = treated + " (" + numbers.merge(treated, 1, Integer::sum) + ")";
      }
      members.put(name, treat.apply(name, member));
    });
    return JsonObject.of(members);
  }

  /** Names such as {@code password_reset_url} are a program's; what they speak about does not stand in them. */
  private static boolean isIdentifier(String name) {
    int digits = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Chars.isAsciiDigit(c)) {
        digits++;
      } else if (!Chars.isAsciiLetter(c) && c != '_' && c != '-' && c != '.') {
        return false;
      }
    }
    return digits < Phones.SHORTEST_NATIONAL;
  }

  private JsonValue tooDeep() {
    return new JsonString(withheld());
  }

  private String withheld() {
    seen.accept(EntityType.REDACTED);
    return Engine.WITHHELD;
  }

  private String standIn(EntityType type, String text) {
    if (isTreated(text)) {
      return text;
    }
    seen.accept(type);
    return Engine.standIn(type, text, plan);
  }

  private static boolean isTreated(String text) {
    return text.isEmpty()
        || Mask.isMask(text, 0, text.length(), Mask.MOST_KEPT)
        || Labels.end(text, 0) == text.length();
  }

  private String text(String text, String name, int documents) {
    if (looksLikeJson(text)) {
      try {
        JsonValue tree = JsonValue.parse(text);
        if (documents == MOST_NESTED_DOCUMENTS) {
          return withheld();
        }
        JsonValue redacted = walk(tree, name, 0, documents + 1);
        return redacted.equals(tree) ? text : redacted.toText();
      } catch (MalformedPayloadException e) {
        return scalar(text, name);
      }
    }
    return scalar(text, name);
  }

  /** Examines a value behind its member's name, so that the name counts as context, and keeps the value's part. */
  private String scalar(String text, String name) {
    if (text.isEmpty()) {
      return text;
    }
    String prefix = SensitiveKeys.context(name);
    Redaction whole = engine.redact(prefix + text, plan);
    if (!whole.changed()) {
      return text;
    }
    whole.findings().forEach(finding -> seen.accept(finding.type()));
    return whole.text().startsWith(prefix)
        ? whole.text().substring(prefix.length())
        : Engine.WITHHELD;
  }

  private static boolean looksLikeJson(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    if (to - from < 2) {
      return false;
    }
    return switch (text.charAt(from)) {
      case '{' -> text.charAt(to - 1) == '}';
      case '[' -> text.charAt(to - 1) == ']';
      // a document that was written as a string once too often
      case '"' -> text.charAt(to - 1) == '"' && text.indexOf('\\', from) > 0;
      default -> false;
    };
  }
}
