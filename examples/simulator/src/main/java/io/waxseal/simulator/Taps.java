package io.waxseal.simulator;

import java.util.List;
import java.util.NoSuchElementException;

/** Makes of a choice in a message what a tap on it sends. */
final class Taps {
  private Taps() {}

  /** The newest message that offers what is named. */
  static Content newest(List<AcceptedMessage> received, String word) {
    for (int i = received.size() - 1; i >= 0; i--) {
      for (Choice choice : received.get(i).choices()) {
        if (choice.tappable() && choice.named(word)) {
          return content(choice).answering(received.get(i).id());
        }
      }
    }
    throw new NoSuchElementException(
        "no message to this person has a button, row or quick reply with this id, payload or title");
  }

  private static Content content(Choice choice) {
    return switch (choice.kind()) {
      case "row" ->
        choice.description().isEmpty()
            ? Content.listReply(choice.id(), choice.title())
            : Content.listReply(choice.id(), choice.title(), choice.description());
      case "quick_reply" -> Content.button(choice.id(), choice.title());
      default -> Content.buttonReply(choice.id(), choice.title());
    };
  }
}
