package io.waxseal.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A JSON object: members in the order of the document. */
public final class JsonObject implements JsonValue {
  /** The object without members. */
  public static final JsonObject EMPTY = new JsonObject(Map.of());

  private final Map<String, JsonValue> members;

  private JsonObject(Map<String, JsonValue> members) {
    this.members = members;
  }

  /** Takes the map over; the caller keeps no reference that it writes to. */
  static JsonObject wrap(Map<String, JsonValue> members) {
    return new JsonObject(members);
  }

  /**
   * An object with the members of a map, in its order.
   *
   * @param members names and values, copied
   * @return the object
   */
  public static JsonObject of(Map<String, ? extends JsonValue> members) {
    return wrap(new LinkedHashMap<>(members));
  }

  /**
   * Starts an object.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The value of a member.
   *
   * @param name its name
   * @return the value, which may be {@link JsonNull}, or empty if there is no such member
   */
  public Optional<JsonValue> get(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /**
   * The value at a path, such as {@code contacts[0].profile.name}.
   *
   * @param path names separated by dots, each perhaps followed by places in arrays, counted from 0 in brackets; a name that
   *     itself holds a dot or a bracket is reached with {@link #get}
   * @return the value, which may be {@link JsonNull}; empty if there is none, or something else on the way
   * @throws IllegalArgumentException if the path has another form
   */
  public Optional<JsonValue> at(String path) {
    return JsonPath.walk(this, path);
  }

  /**
   * The text at a path, such as {@code image.id}. On this wire texts, numbers and truth values come in each other's clothes;
   * all are given as text.
   *
   * @param path as in {@link #at}
   * @return the text of a string, the digits of a number, {@code true} or {@code false}; empty for anything else, and if
   *     there is nothing
   * @throws IllegalArgumentException if the path has another form
   */
  public Optional<String> text(String path) {
    return at(path).flatMap(JsonValue::scalar);
  }

  /** As {@link #members}, without what keeps callers from writing. */
  Map<String, JsonValue> own() {
    return members;
  }

  /** {@return names and values in the order of the document, unmodifiable} */
  public Map<String, JsonValue> members() {
    return Collections.unmodifiableMap(members);
  }

  /**
   * This object with one member set: replaced where it stands, or added at the end.
   *
   * @param name its name
   * @param value its value
   * @return the new object
   */
  public JsonObject with(String name, JsonValue value) {
    LinkedHashMap<String, JsonValue> copy = new LinkedHashMap<>(members);
    copy.put(name, value);
    return wrap(copy);
  }

  /**
   * This object without some members.
   *
   * @param names their names; names it does not have are no matter
   * @return the new object
   */
  public JsonObject without(Set<String> names) {
    LinkedHashMap<String, JsonValue> copy = new LinkedHashMap<>(members);
    copy.keySet().removeAll(names);
    return wrap(copy);
  }

  @Override
  public JsonObject mapText(UnaryOperator<String> f) {
    LinkedHashMap<String, JsonValue> mapped = new LinkedHashMap<>();
    members.forEach((name, value) -> mapped.put(name, value.mapText(f)));
    return wrap(mapped);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonObject object && members.equals(object.members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  @Override
  public String toString() {
    return "JsonObject[" + members.size() + " members]";
  }

  /** Collects members; not thread-safe. */
  public static final class Builder {
    private LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>(8);
    private boolean handedOver;

    private Builder() {}

    /**
     * Adds a member.
     *
     * @param name its name
     * @param value its value
     * @return this builder
     * @throws IllegalStateException if there is a member of that name
     */
    public Builder put(String name, JsonValue value) {
      if (handedOver) {
        members = new LinkedHashMap<>(members);
        handedOver = false;
      }
      if (members.putIfAbsent(name, value) != null) {
        throw new IllegalStateException("member " + name + " is set twice");
      }
      return this;
    }

    /**
     * Adds a text.
     *
     * @param name its name
     * @param text its value
     * @return this builder
     * @throws IllegalStateException if there is a member of that name
     */
    public Builder put(String name, String text) {
      return put(name, new JsonString(text));
    }

    /**
     * Adds a whole number.
     *
     * @param name its name
     * @param number its value
     * @return this builder
     * @throws IllegalStateException if there is a member of that name
     */
    public Builder put(String name, long number) {
      return put(name, JsonNumber.of(number));
    }

    /**
     * Adds a truth value.
     *
     * @param name its name
     * @param value its value
     * @return this builder
     * @throws IllegalStateException if there is a member of that name
     */
    public Builder put(String name, boolean value) {
      return put(name, new JsonBoolean(value));
    }

    /**
     * Makes the object.
     *
     * @return the object
     */
    public JsonObject build() {
      handedOver = true;
      return wrap(members);
    }
  }
}
