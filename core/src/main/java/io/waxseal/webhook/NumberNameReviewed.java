package io.waxseal.webhook;

import java.util.Optional;

/** Meta reviewed the name of a number: field {@code phone_number_name_update}. */
public final class NumberNameReviewed extends AbstractEvent {
  NumberNameReviewed(WebhookElement element) {
    super(element);
  }

  /** {@return {@code APPROVED}, {@code REJECTED}, {@code PENDING}, {@code DEFERRED}, or a word not known yet} */
  public Optional<String> decision() {
    return body().id("decision");
  }

  /** {@return the name that was asked for} */
  public Optional<String> requestedName() {
    return body().id("requested_verified_name");
  }

  /** {@return why it was rejected} */
  public Optional<String> rejectionReason() {
    return body().id("rejection_reason");
  }

  /** {@return the number of the business, as it is shown} */
  public Optional<String> displayNumber() {
    return body().id("display_phone_number");
  }
}
