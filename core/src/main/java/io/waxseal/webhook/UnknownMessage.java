package io.waxseal.webhook;

import io.waxseal.account.MessageId;

/** A customer wrote something of a kind that Waxseal does not know. */
public final class UnknownMessage extends AbstractMessage implements UnknownEvent {
  UnknownMessage(WebhookElement element, MessageId id) {
    super(element, id);
  }
}
