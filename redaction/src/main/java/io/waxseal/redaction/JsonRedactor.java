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
import io.waxseal.redaction.detect.Finding;
import io.waxseal.redaction.internal.find.Phones;
import io.waxseal.redaction.internal.label.Labels;
import io.waxseal.redaction.internal.label.Mask;
import io.waxseal.redaction.internal.text.Chars;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * Walks a JSON tree: the name of a member is examined as a text itself; as it then stands it decides over the value, or
 * is context for it. A string that is itself JSON is walked as a tree. The depth is bounded; what lies deeper is withheld,
 * and so is a document in which a name stands twice, since another reader may take the other member.
 */
final class JsonRedactor {

  private static final int MOST_NESTED_DOCUMENTS = 4;
  private static final int LONGEST_NUMBER = 40;

  /** With its letter and sign. */
  private static final int LONGEST_EXPONENT = 5;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Engine engine;
  private final Plan plan;
  private final BiConsumer<EntityType, String> seen;

  JsonRedactor(Engine engine, Plan plan) {
    this(engine, plan, (type, value) -> {});
  }

  /** {@code seen} is told the type of each value that is replaced, and the value. */
  JsonRedactor(Engine engine, Plan plan, BiConsumer<EntityType, String> seen) {
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
    if (personal.isPresent()) {
      return standIn(personal.get(), text);
    }
    String treated = text(text, name, documents);
    // a street beside an address of mail looks like what its name says only without the latter
    return treated.equals(text)
        ? text
        : PersonalKeys.typeOf(around, name, treated)
            .filter(plan::actsOn)
            .filter(type -> !isTreated(type, treated))
            .map(type -> standIn(type, text))
            .orElse(treated);
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
    return scalar(value, "", name, documents);
  }

  private JsonValue scalar(JsonValue value, String around, String name, int documents) {
    JsonValue treated = value.mapText(text -> named(around, name, text, documents));
    if (!treated.equals(value) || !(value instanceof JsonNumber number)) {
      return treated;
    }
    String digits = digits(number.literal());
    String redacted = named(around, name, digits, documents);
    return redacted.equals(digits) ? value : new JsonString(redacted);
  }

  /** A number without exponent and empty decimals, as other programs would have written it; not where that is long. */
  private static String digits(String literal) {
    int exponent = Math.max(literal.indexOf('e'), literal.indexOf('E'));
    if (literal.length() > LONGEST_NUMBER
        || (exponent >= 0 && literal.length() - exponent > LONGEST_EXPONENT)) {
      return literal;
    }
    BigDecimal number = new BigDecimal(literal).stripTrailingZeros();
    return Math.abs(number.scale()) > LONGEST_NUMBER ? literal : number.toPlainString();
  }

  private JsonValue member(String around, String key, JsonValue value, int depth, int documents) {
    Optional<EntityType> secret = SensitiveKeys.typeOf(key).filter(plan::actsOn);
    if (secret.isPresent()) {
      return withhold(secret.get(), value, depth, documents);
    }
    return value instanceof JsonString || value instanceof JsonNumber
        ? scalar(value, around, key, documents)
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
      String treated = isIdentifier(key) ? identifier(key) : text(key, "", documents);
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

  /** A program's name that is a value as a whole, such as a token, is replaced; what it only speaks about is not. */
  private String identifier(String name) {
    List<Finding> findings = engine.findings(name, plan);
    boolean whole = findings.size() == 1
        && findings.get(0).start() == 0
        && findings.get(0).end() == name.length();
    return whole ? scalar(name, "") : name;
  }

  private JsonValue tooDeep() {
    return new JsonString(withheld(""));
  }

  private String withheld(String text) {
    seen.accept(EntityType.REDACTED, text);
    return Engine.WITHHELD;
  }

  private String standIn(EntityType type, String text) {
    if (isTreated(type, text)) {
      return text;
    }
    seen.accept(type, text);
    return Engine.standIn(type, text, plan);
  }

  /** Masks of secrets leave nothing readable. */
  private static boolean isTreated(EntityType type, String text) {
    return text.isEmpty()
        || Mask.isMask(text, 0, text.length(), type.isSecret() ? 0 : Mask.MOST_KEPT)
        || Labels.end(text, 0) == text.length();
  }

  private String text(String text, String name, int documents) {
    return looksLikeJson(text) ? document(text, name, documents + 1) : scalar(text, name);
  }

  /** A document as text; what is JSON but too deep, or ambiguous for a repeated name, is withheld. */
  private String document(String text, String name, int documents) {
    try {
      JsonValue tree = parse(text);
      if (documents > MOST_NESTED_DOCUMENTS) {
        return withheld(text);
      }
      JsonValue redacted = walk(tree, name, 0, documents);
      return redacted.equals(tree) ? text : redacted.toText();
    } catch (MalformedPayloadException e) {
      return e.isJson() ? withheld(text) : scalar(text, name);
    }
  }

  /** Reads a document, also behind a byte order mark, as some programs write it. */
  static JsonValue parse(String text) {
    return JsonValue.parse(text.substring(markEnd(text)));
  }

  private static int markEnd(String text) {
    return text.indexOf(BYTE_ORDER_MARK) == 0 ? 1 : 0;
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
    whole
        .findings()
        .forEach(finding -> seen.accept(
            finding.type(),
            text.substring(
                Math.max(0, finding.start() - prefix.length()),
                Math.max(0, finding.end() - prefix.length()))));
    return whole.text().startsWith(prefix)
        ? whole.text().substring(prefix.length())
        : Engine.WITHHELD;
  }

  private static boolean looksLikeJson(String text) {
    int from = markEnd(text);
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
