package io.waxseal.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonBoolean;
import io.waxseal.json.JsonNull;
import io.waxseal.json.JsonNumber;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Seeded damage: to bytes, so that parsers stumble, and to trees, so that what parses has an odd shape. */
final class Mutations {
  private static final String[] TOKENS = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "null",
    "true",
    "-0",
    "1e999999999",
    "\\ud800",
    "\\u0000",
    "\"\"",
    "{}",
    "[]",
    "\u0000",
    "\ufeff",
    "99999999999999999999",
    "\"id\":",
    "\"type\":",
    "\"entry\":[",
    "\ud83d\ude00",
    "[[[[[[[[",
    "{\"a\":"
  };
  private static final JsonValue[] ODD = {
    JsonNull.NULL,
    new JsonBoolean(true),
    JsonNumber.of(-1),
    JsonNumber.of(Long.MAX_VALUE),
    JsonValue.parse("1e999999999"),
    JsonValue.parse("0.0000001"),
    new JsonString(""),
    new JsonString("\u0000\u202e<>"),
    new JsonString("x".repeat(600)),
    new JsonString("0049155"),
    new JsonString("group"),
    JsonObject.EMPTY,
    new JsonArray(List.of()),
    JsonValue.parse("[[]]"),
    JsonValue.parse("[{\"id\":[]}]"),
    JsonValue.parse("{\"id\":{}}")
  };

  private final SplittableRandom random;

  Mutations(long seed) {
    random = new SplittableRandom(seed);
  }

  int next(int bound) {
    return random.nextInt(bound);
  }

  byte[] bytes(byte[] seed) {
    byte[] bytes = seed;
    for (int i = random.nextInt(3); i >= 0; i--) {
      bytes = once(bytes);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + random.nextInt(40));
    switch (random.nextInt(6)) {
      case 0 -> {
        byte[] flipped = bytes.clone();
        if (at < bytes.length) {
          flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
      }
      case 1 -> {
        byte[] set = bytes.clone();
        if (at < bytes.length) {
          set[at] = (byte) random.nextInt(256);
        }
        return set;
      }
      case 2 -> {
        return splice(bytes, at, to, new byte[0]);
      }
      case 3 -> {
        return splice(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
      }
      case 4 -> {
        return Arrays.copyOf(bytes, at);
      }
      default -> {
        return splice(bytes, at, at, TOKENS[random.nextInt(TOKENS.length)].getBytes(UTF_8));
      }
    }
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] in) {
    byte[] out = new byte[bytes.length - (to - from) + in.length];
    System.arraycopy(bytes, 0, out, 0, from);
    System.arraycopy(in, 0, out, from, in.length);
    System.arraycopy(bytes, to, out, from + in.length, bytes.length - to);
    return out;
  }

  /** The tree with one or a few places replaced, dropped, doubled or renamed. */
  JsonValue tree(JsonValue seed) {
    JsonValue tree = seed;
    for (int i = random.nextInt(3); i >= 0; i--) {
      tree = descend(tree);
    }
    return tree;
  }

  private JsonValue descend(JsonValue value) {
    if (random.nextInt(40) == 0) {
      return ODD[random.nextInt(ODD.length)];
    }
    if (value instanceof JsonObject object && !object.members().isEmpty()) {
      List<String> names = new ArrayList<>(object.members().keySet());
      String name = names.get(random.nextInt(names.size()));
      JsonObject.Builder changed = JsonObject.builder();
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        if (!member.getKey().equals(name)) {
          changed.put(member.getKey(), member.getValue());
        } else if (random.nextInt(40) > 0) {
          changed.put(name, descend(member.getValue()));
        }
      }
      return changed.build();
    }
    if (value instanceof JsonArray array && !array.elements().isEmpty()) {
      List<JsonValue> elements = new ArrayList<>(array.elements());
      int at = random.nextInt(elements.size());
      if (random.nextInt(6) == 0) {
        elements.add(at, descend(elements.get(at)));
      } else {
        elements.set(at, descend(elements.get(at)));
      }
      return new JsonArray(elements);
    }
    return ODD[random.nextInt(ODD.length)];
  }
}
