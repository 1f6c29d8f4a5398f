package io.waxseal.redaction;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonNumber;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A policy as JSON. What is read is either exactly a policy or an error that names its place. */
final class PolicyJson {

  private static final int LONGEST = 1 << 20;
  private static final Set<String> MEMBERS =
      Set.of("$schema", "name", "version", "profiles", "rules");
  private static final Set<String> SETTINGS = Set.of("keepLast", "days");
  private static final Set<String> TREATED =
      Set.of("direction", "roles", "types", "treatment", "keepLast", "days");
  private static final Set<String> JUDGED = Set.of("direction", "roles", "types", "level");

  private PolicyJson() {}

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static JsonObject write(Policy policy) {
    JsonObject.Builder profiles = JsonObject.builder();
    for (Direction direction : Direction.values()) {
      profiles.put(word(direction), word(policy.profile(direction)));
    }
    return JsonObject.builder()
        .put("name", policy.name())
        .put("version", policy.version())
        .put("profiles", profiles.build())
        .put("rules", JsonArray.of(policy.rules(), PolicyJson::write))
        .build();
  }

  private static JsonObject write(PolicyRule rule) {
    JsonObject.Builder json = JsonObject.builder().put("direction", word(rule.direction()));
    if (!rule.roles().isEmpty()) {
      json.put("roles", strings(rule.roles().stream().sorted().toList()));
    }
    json.put("types", strings(rule.types()));
    rule.level().ifPresent(level -> json.put("level", word(level)));
    rule.treatment().ifPresent(treatment -> treatment.write(json));
    return json.build();
  }

  private static JsonArray strings(Collection<String> values) {
    return JsonArray.of(values, JsonString::new);
  }

  static Policy read(String json) {
    if (json.length() > LONGEST) {
      throw wrong("the document", "a policy has at most " + LONGEST + " characters");
    }
    JsonValue document;
    try {
      document = JsonValue.parse(json);
    } catch (MalformedPayloadException e) {
      throw wrong(
          "the document", "a policy is one JSON document (RFC 8259) without repeated names");
    }
    JsonObject policy = object(document, "the document");
    requireMembers(policy, "", MEMBERS);
    String name = string(policy, "", "name");
    int version = integer(policy, "", "version");
    return new Policy(
        at("name", () -> Policy.checkedName(name)),
        at("version", () -> Policy.checkedVersion(version)),
        profiles(policy),
        rules(policy));
  }

  private static Map<Direction, Profile> profiles(JsonObject policy) {
    JsonObject json = object(member(policy, "", "profiles"), "profiles");
    Map<Direction, Profile> profiles = new EnumMap<>(Direction.class);
    for (Direction direction : Direction.values()) {
      profiles.put(direction, word(json, "profiles.", word(direction), Profile.values()));
    }
    if (json.members().size() > profiles.size()) {
      throw wrong("profiles", "a direction is inbound, outbound, export or log");
    }
    return profiles;
  }

  private static List<PolicyRule> rules(JsonObject policy) {
    List<PolicyRule> rules = new ArrayList<>();
    List<JsonValue> elements = array(policy, "", "rules", Policy.MOST_RULES);
    for (int i = 0; i < elements.size(); i++) {
      String place = "rules[" + i + "]";
      rules.add(rule(object(elements.get(i), place), place + "."));
    }
    return rules;
  }

  private static PolicyRule rule(JsonObject json, String place) {
    Direction direction = word(json, place, "direction", Direction.values());
    boolean judged = direction == Direction.OUTBOUND;
    requireMembers(json, place, judged ? JUDGED : TREATED);
    List<String> types =
        strings(json, place, "types", PolicyRule.MOST_TYPES, PolicyRule::checkedType);
    PolicyRule rule = judged
        ? PolicyRule.judging(word(json, place, "level", Level.values()), types)
        : PolicyRule.treating(direction, treatment(json, place, direction), types);
    if (json.get("roles").isEmpty()) {
      return rule;
    }
    List<String> roles = strings(
        json,
        place,
        "roles",
        PolicyRule.MOST_ROLES,
        role -> PolicyRule.checkedRole(direction, role));
    return rule.forRoles(roles.toArray(String[]::new));
  }

  private static Treatment treatment(JsonObject json, String place, Direction direction) {
    String name = string(json, place, "treatment");
    String setting = Treatment.setting(name);
    for (String other : SETTINGS) {
      if (!other.equals(setting) && json.get(other).isPresent()) {
        throw wrong(place + other, "this treatment has no such setting");
      }
    }
    int number = setting.isEmpty() ? 0 : integer(json, place, setting);
    String at = place + (setting.isEmpty() ? "treatment" : setting);
    return at(at, () -> PolicyRule.fitting(direction, Treatment.of(name, number)));
  }

  private static List<String> strings(
      JsonObject json, String place, String name, int most, UnaryOperator<String> check) {
    List<JsonValue> elements = array(json, place, name, most);
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      String here = place + name + "[" + i + "]";
      if (!(elements.get(i) instanceof JsonString string)) {
        throw wrong(here, "a string must stand here");
      }
      strings.add(at(here, () -> check.apply(string.value())));
    }
    return strings;
  }

  private static List<JsonValue> array(JsonObject json, String place, String name, int most) {
    if (member(json, place, name) instanceof JsonArray array
        && !array.elements().isEmpty()
        && array.elements().size() <= most) {
      return array.elements();
    }
    throw wrong(place + name, "an array of 1 to " + most + " elements must stand here");
  }

  private static <E extends Enum<E>> E word(
      JsonObject json, String place, String name, E[] constants) {
    String word = string(json, place, name);
    List<String> words = new ArrayList<>();
    for (E constant : constants) {
      if (word(constant).equals(word)) {
        return constant;
      }
      words.add(word(constant));
    }
    throw wrong(place + name, "one of " + String.join(", ", words) + " must stand here");
  }

  private static String string(JsonObject json, String place, String name) {
    if (member(json, place, name) instanceof JsonString string) {
      return string.value();
    }
    throw wrong(place + name, "a string must stand here");
  }

  private static int integer(JsonObject json, String place, String name) {
    if (member(json, place, name) instanceof JsonNumber number) {
      try {
        return Integer.parseInt(number.literal());
      } catch (NumberFormatException e) {
        throw wrong(place + name, "a whole number must stand here");
      }
    }
    throw wrong(place + name, "a whole number must stand here");
  }

  private static JsonValue member(JsonObject json, String place, String name) {
    return json.get(name).orElseThrow(() -> wrong(place + name, "this member is required"));
  }

  private static JsonObject object(JsonValue value, String place) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw wrong(place, "an object must stand here");
  }

  private static void requireMembers(JsonObject json, String place, Set<String> known) {
    if (!known.containsAll(json.members().keySet())) {
      throw wrong(
          place.isEmpty() ? "the document" : place.substring(0, place.length() - 1),
          "the members here are " + String.join(", ", known.stream().sorted().toList()));
    }
  }

  private static <T> T at(String place, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw wrong(place, String.valueOf(e.getMessage()));
    }
  }

  private static IllegalArgumentException wrong(String place, String rule) {
    return new IllegalArgumentException(place + ": " + rule);
  }
}
