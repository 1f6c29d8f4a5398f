package io.waxseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonNumber;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON lines of texts with labelled spans.
 *
 * @param rows one a line
 */
record LabelledLines(List<Row> rows) {

  /**
   * A text and what is to be found in it.
   *
   * @param text the text
   * @param spans the labels, in {@code char} indexes
   */
  record Row(String text, List<Span> spans) {}

  /**
   * A part of a text.
   *
   * @param type the name of the entity type
   * @param start the first index
   * @param end the index after the last
   */
  record Span(String type, int start, int end) {

    /** Same type, and at least half of what both cover together is covered by both. */
    boolean matches(Span other) {
      int shared = Math.min(end, other.end) - Math.max(start, other.start);
      int united = Math.max(end, other.end) - Math.min(start, other.start);
      return type.equals(other.type) && shared > 0 && shared * 2 >= united;
    }
  }

  static LabelledLines read(Path file) {
    return new LabelledLines(objects(file).stream().map(LabelledLines::row).toList());
  }

  /** The objects of a file, one a line; empty lines are skipped. */
  static List<JsonObject> objects(Path file) {
    List<JsonObject> objects = new ArrayList<>();
    try {
      int number = 0;
      for (String line : Files.readAllLines(file, UTF_8)) {
        number++;
        if (!line.isBlank()) {
          objects.add(object(line, number));
        }
      }
    } catch (IOException e) {
      throw new CliException(file + " cannot be read as lines of UTF-8");
    }
    return objects;
  }

  private static JsonObject object(String line, int number) {
    try {
      if (JsonValue.parse(line) instanceof JsonObject object) {
        return object;
      }
    } catch (MalformedPayloadException e) {
      throw new CliException("line " + number + " is no JSON document");
    }
    throw new CliException("line " + number + " is no JSON object");
  }

  static String text(JsonObject object, String name) {
    if (object.get(name).orElse(null) instanceof JsonString string) {
      return string.value();
    }
    throw new CliException("a line has no text \"" + name + "\"");
  }

  private static Row row(JsonObject object) {
    String text = text(object, "text");
    List<Span> spans = new ArrayList<>();
    if (object.get("spans").orElse(null) instanceof JsonArray array) {
      for (JsonValue value : array.elements()) {
        if (value instanceof JsonObject span) {
          spans.add(
              new Span(text(span, "type"), index(text, span, "start"), index(text, span, "end")));
        }
      }
    }
    return new Row(text, List.copyOf(spans));
  }

  /** Labels count code points, Java counts chars. */
  private static int index(String text, JsonObject span, String name) {
    if (span.get(name).orElse(null) instanceof JsonNumber number) {
      try {
        return text.offsetByCodePoints(0, Integer.parseInt(number.literal()));
      } catch (IndexOutOfBoundsException | NumberFormatException e) {
        throw new CliException("a label lies outside its text");
      }
    }
    throw new CliException("a label has no number \"" + name + "\"");
  }
}
