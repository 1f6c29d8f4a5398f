package io.waxseal.webhook;

import io.waxseal.account.MessageId;

/** A customer opened the conversation for the first time. Meta sent this until March 2026. */
public final class WelcomeRequested extends AbstractMessage {
  WelcomeRequested(WebhookElement element, MessageId id) {
    super(element, id);
  }
}
