package io.waxseal.cli;

import io.waxseal.consent.optout.Said;
import io.waxseal.json.JsonBoolean;
import io.waxseal.json.JsonNull;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.webhook.Utterance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a message from a line of a file; a member of the wrong type is named, its value never. */
final class SaidLine {
  private SaidLine() {}

  static Said read(JsonObject line) {
    String text =
        text(line, "text").orElseThrow(() -> new CliException("a line has a text \"text\""));
    return new Said(
        text,
        text(line, "payload"),
        kind(text(line, "via").orElse("text")),
        text(line, "lang").map(tag -> List.of(Locale.forLanguageTag(tag))).orElse(List.of()),
        flag(line, "lastOutboundMarketing"),
        text(line, "advertised"));
  }

  private static Utterance.Kind kind(String via) {
    try {
      return Utterance.Kind.valueOf(via.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new CliException(
          "\"via\" is text, caption, edit, button, button_reply, list_reply or flow");
    }
  }

  private static Optional<String> text(JsonObject line, String name) {
    return line.get(name).filter(value -> !value.equals(JsonNull.NULL)).map(value -> {
      if (value instanceof JsonString string) {
        return string.value();
      }
      throw new CliException("\"" + name + "\" is a text or null");
    });
  }

  private static boolean flag(JsonObject line, String name) {
    return line.get(name)
        .filter(value -> !value.equals(JsonNull.NULL))
        .map(value -> {
          if (value instanceof JsonBoolean flag) {
            return flag.value();
          }
          throw new CliException("\"" + name + "\" is true, false or null");
        })
        .orElse(false);
  }
}
