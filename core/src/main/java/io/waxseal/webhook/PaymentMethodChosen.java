package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import io.waxseal.internal.json.JsonCursor;
import java.time.Instant;
import java.util.Optional;

/** A customer chose how to pay an order. */
public final class PaymentMethodChosen extends AbstractMessage {
  PaymentMethodChosen(WebhookElement element, MessageId id) {
    super(element, id);
  }

  /** {@return the way of paying, such as {@code offsite_card_pay}} */
  public Optional<String> method() {
    return chosen().id("payment_method");
  }

  /** {@return the id that the business gave the order} */
  public Optional<String> referenceId() {
    return chosen().id("reference_id");
  }

  /** {@return when it was chosen} */
  public Optional<Instant> chosenAt() {
    return chosen().time("payment_timestamp");
  }

  private JsonCursor chosen() {
    return part("interactive").child("payment_method").orElseThrow();
  }
}
