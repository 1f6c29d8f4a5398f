package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import java.util.Optional;

/** A customer took an earlier message back. Keep or delete what was kept of it as your rules say. */
public final class RevocationReceived extends AbstractMessage {
  RevocationReceived(WebhookElement element, MessageId id) {
    super(element, id);
  }

  /** {@return the message that was taken back} */
  public Optional<MessageId> original() {
    return WireIds.message(part("revoke").id("original_message_id"));
  }
}
