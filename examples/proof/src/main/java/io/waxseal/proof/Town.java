package io.waxseal.proof;

import io.waxseal.proof.Point.Corridor;
import io.waxseal.simulator.AcceptedMessage;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.simulator.Simulator;
import java.util.ArrayList;
import java.util.List;

/** The people a victim deals with: new ones for each victim, so that each can be judged alone. */
final class Town {
  private static final int FIRST = 1_000_000;
  private static final int PEOPLE = 12;
  private static final int ROUNDS = 2;

  private final Simulator meta;
  private final List<Script.Line> lines = new ArrayList<>();
  private int next;

  private Town(Simulator meta, int run) {
    this.meta = meta;
    next = FIRST + run * PEOPLE * ROUNDS;
  }

  /** A script for one victim; statuses of what earlier ones sent come in too. */
  static Script script(Simulator meta, int run, List<AcceptedMessage> before) {
    Town town = new Town(meta, run);
    for (int round = 0; round < ROUNDS; round++) {
      town.round();
    }
    before.forEach(town::delivered);
    return new Script(town.lines);
  }

  private String number() {
    return "1650" + next++;
  }

  private void round() {
    String writer = number();
    Script.Line first = write(Corridor.IN, writer, Script.HELLO);
    write(Corridor.IN, writer, "more");
    lines.add(first);
    String stopper = number();
    write(Corridor.IN, stopper, Script.STOP);
    write(Corridor.ERASE, number(), "forget");
    lines.add(Script.person(Corridor.OUT, number(), false));
    lines.add(Script.person(Corridor.OUT, number(), false));
    lines.add(Script.person(Corridor.CONSENT, number(), false));
    lines.add(Script.person(Corridor.CONSENT, number(), true));
  }

  private Script.Line write(Corridor corridor, String number, String text) {
    Script.Line line =
        Script.webhook(corridor, Script.key(number, text), meta.customerWrites(number, "Bo", text));
    lines.add(line);
    return line;
  }

  private void delivered(AcceptedMessage message) {
    SignedWebhook status = meta.status(message.id(), "delivered");
    String key =
        Script.key(message.to().orElse(""), Inspection.STATUS + Inspection.transmission(message));
    lines.add(Script.webhook(Corridor.IN, key, status));
  }
}
