package io.waxseal.message;

import io.waxseal.account.MessageId;
import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import io.waxseal.person.Group;
import java.util.function.UnaryOperator;

/**
 * Pins a message of a group above all others, or takes it down. A group has at most three; a fourth takes down the oldest.
 * Source: Meta, Cloud API, groups.
 */
public final class PinMessage extends BaseMessage<PinMessage> {
  private static final int LONGEST = 30;
  private static final int DOWN = 0;

  private final MessageId message;
  private final int days;

  private PinMessage(Envelope envelope, MessageId message, int days) {
    super(envelope);
    if (envelope.inReplyTo().isPresent()) {
      throw new IllegalArgumentException("a pin answers no message; it names the one it pins");
    }
    this.message = message;
    this.days = days;
  }

  /**
   * A pin.
   *
   * @param group where
   * @param message which
   * @param days for how long, 1 to 30
   * @return the message, with the purpose {@code group.message} unless another is set
   * @throws IllegalArgumentException if the days are fewer or more
   */
  public static PinMessage pin(Group group, MessageId message, int days) {
    Limits.count("the days of a pin", days, 1, LONGEST);
    return new PinMessage(Envelope.reply(group), message, days);
  }

  /**
   * Takes a pinned message down.
   *
   * @param group where
   * @param message which
   * @return the message, with the purpose {@code group.message} unless another is set
   */
  public static PinMessage unpin(Group group, MessageId message) {
    return new PinMessage(Envelope.reply(group), message, DOWN);
  }

  @Override
  PinMessage in(Envelope envelope) {
    return new PinMessage(envelope, message, days);
  }

  @Override
  public String type() {
    return "pin";
  }

  @Override
  JsonObject part() {
    JsonObject.Builder pin = JsonObject.builder()
        .put("type", days == DOWN ? "unpin" : "pin")
        .put("message_id", message.value());
    if (days != DOWN) {
      pin.put("expiration_days", Integer.toString(days));
    }
    return pin.build();
  }

  @Override
  public PinMessage mapText(UnaryOperator<String> f) {
    return this;
  }
}
