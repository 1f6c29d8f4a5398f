package io.waxseal.webhook;

import java.util.Optional;

/** Meta reviewed the account: field {@code account_review_update}. */
public final class AccountReviewed extends AbstractEvent {
  AccountReviewed(WebhookElement element) {
    super(element);
  }

  /** {@return {@code APPROVED}, {@code REJECTED}, {@code PENDING}, {@code DEFERRED}, or a word not known yet} */
  public Optional<String> decision() {
    return body().id("decision");
  }
}
