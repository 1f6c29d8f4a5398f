package io.waxseal.webhook;

import io.waxseal.account.MessageId;

/** What all messages with a file share. */
abstract class AbstractMedia extends AbstractMessage implements MediaReceived {
  private final ReceivedMedia media;

  AbstractMedia(WebhookElement element, MessageId id, String place) {
    super(element, id);
    media = ReceivedMedia.of(element, place);
  }

  @Override
  public final ReceivedMedia media() {
    return media;
  }
}
