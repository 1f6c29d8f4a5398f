package io.waxseal.webhook;

import io.waxseal.account.PhoneNumberId;
import java.util.Optional;

/** Meta reports an error that belongs to no message, status or call of its own. */
public final class ErrorReceived extends AbstractEvent {
  ErrorReceived(WebhookElement element) {
    super(element);
  }

  /** {@return the business number it is about} */
  public Optional<PhoneNumberId> number() {
    return element().phoneNumberId();
  }

  /** {@return the error} */
  public ReceivedError error() {
    return new ReceivedError(body());
  }
}
