package io.waxseal.webhook;

import java.util.Optional;

/** Somebody changed what protects a number: field {@code security}. If it was none of yours, act now. */
public final class SecurityChanged extends AbstractEvent {
  SecurityChanged(WebhookElement element) {
    super(element);
  }

  /** {@return {@code PIN_CHANGED}, {@code PIN_RESET_REQUEST}, {@code PIN_RESET_SUCCESS}, or a word not known yet} */
  public Optional<String> event() {
    return body().id("event");
  }

  /** {@return Meta's id of who asked for a new PIN} */
  public Optional<String> requester() {
    return body().id("requester");
  }

  /** {@return the number of the business, as it is shown} */
  public Optional<String> displayNumber() {
    return body().id("display_phone_number");
  }
}
