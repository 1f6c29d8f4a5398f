package io.waxseal.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A simulator with one person at a fixed moment, and words for looking into webhooks. */
final class Stage implements AutoCloseable {
  static final String PHONE = "16505551234";
  static final String NEW_PHONE = "12195555358";

  final Simulator simulator = Caller.builder()
      .clock(Clock.fixed(Instant.ofEpochSecond(1750030073), ZoneOffset.UTC))
      .start();
  final Caller caller = new Caller(simulator);
  final SimulatedPerson ada = simulator.person(PHONE).named("Ada");

  /** The value at a path below {@code value}. */
  static Object at(SignedWebhook webhook, String path) {
    return Shape.value(webhook.body(), "entry.changes.value." + path);
  }

  static Object field(SignedWebhook webhook) {
    return Shape.value(webhook.body(), "entry.changes.field");
  }

  static String bytes(SignedWebhook webhook) {
    return new String(webhook.body(), UTF_8);
  }

  /** Sends a text, addressed as said, and returns its id. */
  String send(String addressing) {
    return caller
        .send(Caller.TEXT.replace("\"to\":\"+1 (650) 555-1234\"", addressing))
        .at("messages.id")
        .toString();
  }

  @Override
  public void close() {
    simulator.close();
  }
}
