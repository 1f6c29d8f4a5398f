package io.waxseal.send;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonBoolean;
import io.waxseal.json.JsonNumber;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.message.BaseMessage;
import io.waxseal.person.Recipient;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a message of one kind again from the JSON of an example, with the methods that a host has. */
interface RequestReader {
  /**
   * The message, without what all kinds have.
   *
   * @param to who gets it
   * @param request the example
   */
  BaseMessage<?> read(Recipient to, Request request);

  /**
   * An example.
   *
   * @param edge the edge it was posted to
   * @param body what was posted
   */
  record Request(String edge, JsonObject body) {
    At at() {
      return new At("$", body);
    }

    /** The member that is named like the kind. */
    At part() {
      return at().child(at().text("type"));
    }
  }

  /** An object of an example, and where it is. */
  record At(String path, JsonObject json) {
    private Unsaid unsaid(String name, String what) {
      return new Unsaid(path + "." + name + " " + what);
    }

    boolean has(String name) {
      return json.get(name).isPresent();
    }

    Optional<JsonValue> value(String name) {
      return json.get(name);
    }

    /** A string, or the digits of a number. */
    Optional<String> maybe(String name) {
      return json.get(name).map(value -> {
        if (value instanceof JsonString text) {
          return text.value();
        }
        if (value instanceof JsonNumber number) {
          return number.literal();
        }
        throw unsaid(name, "is no text");
      });
    }

    String text(String name) {
      return maybe(name).orElseThrow(() -> unsaid(name, "is asked for"));
    }

    boolean flag(String name) {
      return json.get(name).filter(new JsonBoolean(true)::equals).isPresent();
    }

    Optional<At> maybeChild(String name) {
      return json.get(name).map(value -> object(path + "." + name, value));
    }

    At child(String name) {
      return maybeChild(name).orElseThrow(() -> unsaid(name, "is asked for"));
    }

    /** The objects of an array; none if there is no such member. */
    List<At> children(String name) {
      if (!(json.get(name).orElse(JsonArray.of(List.of())) instanceof JsonArray array)) {
        throw unsaid(name, "is no array");
      }
      return IntStream.range(0, array.elements().size())
          .mapToObj(
              i -> object(path + "." + name + "[" + i + "]", array.elements().get(i)))
          .toList();
    }

    private static At object(String path, JsonValue value) {
      if (value instanceof JsonObject object) {
        return new At(path, object);
      }
      throw new Unsaid(path + " is no object");
    }

    /** Calls a method with a text if there is one. */
    <M> M set(M message, String name, BiFunction<M, String, M> method) {
      return maybe(name).map(text -> method.apply(message, text)).orElse(message);
    }

    Stream<String> names() {
      return json.members().keySet().stream();
    }
  }

  /** Something that our classes cannot say; its message begins with the path. */
  final class Unsaid extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unsaid(String message) {
      super(message);
    }
  }
}
