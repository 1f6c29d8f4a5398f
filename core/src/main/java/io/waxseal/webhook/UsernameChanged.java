package io.waxseal.webhook;

import java.util.Optional;

/** The username of the business changed: field {@code business_username_updates}. */
public final class UsernameChanged extends AbstractEvent {
  UsernameChanged(WebhookElement element) {
    super(element);
  }

  /** {@return the username; empty if it was deleted} */
  public Optional<String> username() {
    return body().id("username");
  }

  /** {@return {@code approved}, {@code reserved}, {@code deleted}, or a word not known yet} */
  public Optional<String> status() {
    return body().id("status");
  }

  /** {@return the number of the business, as it is shown} */
  public Optional<String> displayNumber() {
    return body().id("display_phone_number");
  }
}
