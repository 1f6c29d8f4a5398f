package io.waxseal.cli;

import io.waxseal.simulator.AcceptedMessage;
import io.waxseal.simulator.Choice;
import io.waxseal.simulator.ReadReceipt;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.simulator.SimulatedNumber;
import io.waxseal.simulator.SimulatedPerson;
import io.waxseal.simulator.Simulator;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** What one simulated customer says, a line each, and what she is shown of the business's answers. Used by one thread. */
final class Conversation {
  /** How many looks a number waits for something to tap: about five seconds. */
  private static final int PATIENCE = 50;

  private final Simulator simulator;
  private final SimulatedNumber number;
  private final SimulatedPerson person;
  private final PrintWriter out;
  private List<Choice> choices = List.of();
  private int messagesSeen;
  private int receiptsSeen;
  private boolean answered;
  private int waited;

  Conversation(
      Simulator simulator, SimulatedNumber number, SimulatedPerson person, PrintWriter out) {
    this.simulator = simulator;
    this.number = number;
    this.person = person;
    this.out = out;
  }

  /** Shows what is new; tells whether anything was. */
  boolean look() {
    List<ReadReceipt> receipts = number.readReceipts();
    for (ReadReceipt receipt : receipts.subList(receiptsSeen, receipts.size())) {
      out.println(receipt.typing() ? "business has read it and is typing" : "business has read it");
    }
    receiptsSeen = receipts.size();
    List<AcceptedMessage> received = person.received();
    List<AcceptedMessage> fresh = received.subList(messagesSeen, received.size());
    messagesSeen = received.size();
    for (AcceptedMessage message : fresh) {
      choices = message.choices().stream().filter(Choice::tappable).toList();
      MessageView.of(message).forEach(out::println);
    }
    answered |= !fresh.isEmpty();
    return !fresh.isEmpty();
  }

  /** Says a line; false while a number waits for the business to send something to tap. */
  boolean say(String line) {
    int choice = line.matches("[1-9][0-9]?") ? Integer.parseInt(line) : 0;
    if (choice > 0 && !(answered && choice <= choices.size()) && waited < PATIENCE) {
      waited++;
      return false;
    }
    waited = 0;
    try {
      if (choice > 0 && choice <= choices.size()) {
        deliver(person.taps(choices.get(choice - 1).id()));
      } else if (line.equals(":help")) {
        CustomerLine.help().forEach(out::println);
      } else if (!line.isBlank()) {
        deliver(CustomerLine.webhook(line, person));
      }
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
    }
    return true;
  }

  private void deliver(SignedWebhook webhook) {
    answered = false;
    try {
      int status = simulator.deliver(webhook);
      if (status != 200) {
        out.println("the callback answered " + status + "; Meta would deliver it again");
      }
    } catch (UncheckedIOException e) {
      out.println("the callback did not answer");
    } catch (IllegalStateException e) {
      out.println(e.getMessage());
    }
  }
}
