package io.waxseal.consent.optout;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.json.JsonBoolean;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.webhook.Utterance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A message with what its author meant. */
record Labelled(Intent label, String language, Said said) {
  static List<Labelled> read(byte[] lines) {
    return new String(lines, UTF_8).lines().map(Labelled::of).toList();
  }

  private static Labelled of(String line) {
    JsonObject row = (JsonObject) JsonValue.parse(line);
    Said said = new Said(
        text(row, "text").orElseThrow(),
        text(row, "payload"),
        Utterance.Kind.valueOf(text(row, "via").orElse("text").toUpperCase(Locale.ROOT)),
        List.of(),
        row.get("lastOutboundMarketing").orElseThrow().equals(new JsonBoolean(true)),
        text(row, "advertised"));
    return new Labelled(
        Intent.valueOf(text(row, "label").orElseThrow()), text(row, "lang").orElseThrow(), said);
  }

  private static Optional<String> text(JsonObject row, String name) {
    return row.get(name)
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).value());
  }
}
