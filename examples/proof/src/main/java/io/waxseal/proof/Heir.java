package io.waxseal.proof;

import io.waxseal.webhook.Received;
import io.waxseal.webhook.TextReceived;
import org.jspecify.annotations.Nullable;

/** The handler of the process that goes on after the killed one: the same code, and it notes what it sees. */
final class Heir {
  private final Variant variant;
  private final Testimony said;
  private @Nullable Shop shop;

  Heir(Variant variant, Testimony said) {
    this.variant = variant;
    this.said = said;
  }

  void inherit(Shop one) {
    shop = one;
  }

  void handle(TextReceived message, Received received) {
    Shop mine = shop;
    if (mine != null) {
      variant.handle(mine, message, received);
    }
    said.hear("ack seen " + Script.key(Variant.number(received), message.text()));
  }
}
