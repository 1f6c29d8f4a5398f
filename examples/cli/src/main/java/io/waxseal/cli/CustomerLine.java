package io.waxseal.cli;

import io.waxseal.simulator.AcceptedMessage;
import io.waxseal.simulator.Content;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.simulator.SimulatedPerson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** What a customer can write in a line: a text, or a word with a colon before it for everything else. */
final class CustomerLine {
  private static final Map<String, BiFunction<SimulatedPerson, String, SignedWebhook>> WORDS =
      new TreeMap<>(Map.of(
          ":image", SimulatedPerson::sendsImage,
          ":video", SimulatedPerson::sendsVideo,
          ":voice", (person, rest) -> person.sendsVoice(),
          ":sticker", (person, rest) -> person.sendsSticker(),
          ":document",
              (person, rest) -> person.sendsDocument(rest.isEmpty() ? "document.pdf" : rest, ""),
          ":location", CustomerLine::location,
          ":react", CustomerLine::react,
          ":flow", (person, rest) -> person.sends(Content.flowAnswer(rest.isEmpty() ? "{}" : rest)),
          ":stop", (person, rest) -> person.stopsMarketing(),
          ":resume", (person, rest) -> person.resumesMarketing()));

  private CustomerLine() {}

  static List<String> help() {
    return List.of(
        "A line is a text message. A number taps the button or row with this number.",
        ":image WORDS  :video WORDS  :voice  :sticker  :document NAME  :location LATITUDE LONGITUDE",
        ":react EMOJI (to the newest message; without an emoji it is taken back)",
        ":flow JSON (answers a Flow)  :stop and :resume (marketing messages)  Ctrl-D ends");
  }

  /** A colon with another word, such as a smile, is text. */
  static SignedWebhook webhook(String line, SimulatedPerson person) {
    String[] parts = line.strip().split("\\s+", 2);
    BiFunction<SimulatedPerson, String, SignedWebhook> word = WORDS.get(parts[0]);
    return word == null
        ? person.writes(line)
        : word.apply(person, parts.length > 1 ? parts[1] : "");
  }

  private static SignedWebhook location(SimulatedPerson person, String rest) {
    String[] numbers = rest.split("[ ,]+", -1);
    try {
      return person.sendsLocation(
          Double.parseDouble(numbers[0]), Double.parseDouble(numbers[numbers.length - 1]));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected :location LATITUDE LONGITUDE", e);
    }
  }

  private static SignedWebhook react(SimulatedPerson person, String emoji) {
    List<AcceptedMessage> received = person.received();
    if (received.isEmpty()) {
      throw new IllegalArgumentException("there is no message to react to yet");
    }
    return person.reacts(received.get(received.size() - 1).id(), emoji);
  }
}
