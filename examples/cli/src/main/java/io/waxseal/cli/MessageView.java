package io.waxseal.cli;

import io.waxseal.simulator.AcceptedMessage;
import io.waxseal.simulator.Choice;
import java.util.ArrayList;
import java.util.List;

/** A message of the business as lines to read, with a number before what can be tapped. */
final class MessageView {
  private static final String INDENT = "         ";

  private MessageView() {}

  static List<String> of(AcceptedMessage message) {
    List<String> lines = new ArrayList<>();
    for (String line : headline(message).split("\\R", -1)) {
      lines.add((lines.isEmpty() ? "business " : INDENT) + Printable.of(line));
    }
    int number = 1;
    for (Choice choice : message.choices()) {
      String label = choice.title().isEmpty() ? choice.kind() : choice.title();
      String more = choice.description().isEmpty() ? "" : " - " + choice.description();
      String mark = choice.tappable() ? "[" + number++ + "] " : "<" + choice.kind() + "> ";
      lines.add(INDENT + Printable.of(mark + label + more));
    }
    return lines;
  }

  private static String headline(AcceptedMessage message) {
    String words = message.text().orElse("");
    return switch (message.type()) {
      case "text" -> words;
      case "interactive" ->
        value(message, "interactive.header.text", "", "\n")
            + (words.isEmpty() ? "(" + message.kind() + ")" : words)
            + value(message, "interactive.footer.text", "\n", "");
      case "reaction" -> words.isEmpty() ? "takes a reaction back" : "reacts " + words;
      case "template" -> "(template " + message.at("template.name").orElse("") + ") " + words;
      case "location" ->
        "(location "
            + message.at("location.latitude").orElse("")
            + ", "
            + message.at("location.longitude").orElse("")
            + ") "
            + message.at("location.name").orElse("");
      case "contacts" ->
        "(contact) " + message.at("contacts.0.name.formatted_name").orElse("");
      case "document" ->
        "(document " + message.at("document.filename").orElse("without a name") + ") " + words;
      default -> "(" + message.type() + ") " + words;
    };
  }

  private static String value(AcceptedMessage message, String path, String before, String after) {
    return message.at(path).map(value -> before + value + after).orElse("");
  }
}
