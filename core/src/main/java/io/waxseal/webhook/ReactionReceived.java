package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import java.util.Optional;

/** A customer set a reaction to a message, or took it back. */
public final class ReactionReceived extends AbstractMessage {
  ReactionReceived(WebhookElement element, MessageId id) {
    super(element, id);
  }

  /** {@return the message it is about} */
  public MessageId message() {
    return WireIds.message(part("reaction").id("message_id")).orElse(id());
  }

  /** {@return the emoji; empty if the reaction was taken back} */
  public Optional<String> emoji() {
    return part("reaction").id("emoji");
  }

  /** {@return whether it was taken back} */
  public boolean removed() {
    return emoji().isEmpty();
  }
}
