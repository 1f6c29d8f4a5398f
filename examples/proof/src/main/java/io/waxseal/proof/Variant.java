package io.waxseal.proof;

import io.waxseal.account.By;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.TextReceived;

/** How a victim behaves: as Waxseal does, or as a control that must be caught. */
enum Variant {
  /** Acknowledges what has returned. */
  REAL,
  /** Acknowledges first and stores then, as a host does that answers a webhook before it keeps it. */
  EARLY,
  /** Answers a first message from its handler, with nothing that remembers that it did. */
  KEYLESS;

  /**
   * What the host's handler does with a message, beside noting it.
   *
   * @return whether this is a message at which it may be killed
   */
  boolean handle(Shop shop, TextReceived message, Received received) {
    if (this != KEYLESS) {
      return true;
    }
    boolean answers = message.text().equals(Script.HELLO);
    if (answers) {
      shop.whatsapp()
          .send(
              TextMessage.to(Shop.phone(number(received)), "Thanks for writing."),
              By.system("desk"));
    }
    return answers;
  }

  static String number(Received received) {
    return received.points().stream()
        .filter(ContactPoint.Phone.class::isInstance)
        .map(ContactPoint::value)
        .findFirst()
        .orElse("nobody");
  }
}
