package io.waxseal.webhook;

import io.waxseal.account.MessageId;

/** A message of a known kind without its shape. */
final class UnreadableMessage extends AbstractMessage implements Unreadable {
  private final String path;

  UnreadableMessage(WebhookElement element, MessageId id, String path) {
    super(element, id);
    this.path = path;
  }

  @Override
  public String path() {
    return path;
  }
}
