package io.waxseal.cli;

import io.waxseal.simulator.Failure;
import io.waxseal.simulator.Script;
import io.waxseal.simulator.SimulatedNumber;
import io.waxseal.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * A file that says line by line what is to go wrong: {@code [number ID | template NAME | customer NUMBER] (next [COUNT]
 * | always) FAILURE}; a hash begins a comment. Or what a customer says: {@code customer NUMBER says LINE}, to the end of
 * the line, in the words of the prompt.
 */
final class ScriptFile {
  /** What a customer is to say, and who. */
  record Saying(String customer, String line) {}

  private static final Pattern SAYING = Pattern.compile("customer\\s+(\\S+)\\s+says\\s(.+)");

  private final List<Consumer<Simulator>> lines;
  private final List<Saying> sayings;

  private ScriptFile(List<Consumer<Simulator>> lines, List<Saying> sayings) {
    this.lines = lines;
    this.sayings = sayings;
  }

  static ScriptFile empty() {
    return new ScriptFile(List.of(), List.of());
  }

  /** In the order of the file. */
  List<Saying> sayings() {
    return sayings;
  }

  static ScriptFile read(Path file) {
    List<String> text;
    try {
      text = Files.readAllLines(file);
    } catch (IOException e) {
      throw new CliException("the script " + Printable.of(file.toString()) + " cannot be read");
    }
    List<Consumer<Simulator>> lines = new ArrayList<>();
    List<Saying> sayings = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      Matcher saying = SAYING.matcher(text.get(i).strip());
      String line = text.get(i).replaceFirst("#.*", "").strip();
      if (saying.matches()) {
        sayings.add(new Saying(saying.group(1), saying.group(2)));
      } else if (!line.isEmpty()) {
        try {
          lines.add(line(new ArrayList<>(List.of(line.split("\\s+", -1)))));
        } catch (IllegalArgumentException | TypeConversionException e) {
          throw new CliException("script line " + (i + 1) + ": " + e.getMessage());
        }
      }
    }
    return new ScriptFile(lines, sayings);
  }

  /** Takes its words from the front. */
  private static Consumer<Simulator> line(List<String> words) {
    String scope = words.get(0).matches("number|template|customer") ? words.remove(0) : "";
    String id = scope.isEmpty() ? "" : next(words);
    String when = next(words);
    int count = words.size() == 2 && words.get(0).matches("[1-9][0-9]{0,5}")
        ? Integer.parseInt(words.remove(0))
        : 1;
    if (words.size() != 1 || !when.matches("next|always")) {
      throw new IllegalArgumentException(
          "expected [number ID | template NAME | customer NUMBER] (next [COUNT] | always) FAILURE");
    }
    Failure failure = new FailureConverter().convert(words.get(0));
    return simulator -> play(simulator, scope, id, when.equals("always") ? 0 : count, failure);
  }

  private static String next(List<String> words) {
    return words.isEmpty() ? "" : words.remove(0);
  }

  private static void play(
      Simulator simulator, String scope, String id, int count, Failure failure) {
    switch (scope) {
      case "number" -> {
        SimulatedNumber number = simulator.number(id);
        play(count, failure, number::failNext, number::failAlways);
      }
      case "template" -> play(count, failure, simulator.template(id));
      case "customer" -> play(count, failure, simulator.customer(id));
      default -> play(count, failure, simulator::failNext, simulator::failAlways);
    }
  }

  private static void play(int count, Failure failure, Script script) {
    play(count, failure, script::failNext, script::failAlways);
  }

  private static void play(
      int count, Failure failure, BiConsumer<Integer, Failure> next, Consumer<Failure> always) {
    if (count == 0) {
      always.accept(failure);
    } else {
      next.accept(count, failure);
    }
  }

  void play(Simulator simulator) {
    lines.forEach(line -> line.accept(simulator));
  }
}
