package io.waxseal.webhook;

import io.waxseal.account.PhoneNumberId;
import io.waxseal.person.ContactPoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A call of the business to a customer rings, was accepted or was rejected. */
public final class CallStatusReceived extends AbstractEvent {
  CallStatusReceived(WebhookElement element) {
    super(element);
  }

  /** {@return all points at which Meta names the customer} */
  public Set<ContactPoint> customer() {
    return element().points();
  }

  /** {@return the business number of the call} */
  public Optional<PhoneNumberId> number() {
    return element().phoneNumberId();
  }

  /** {@return what the business wanted to see again} */
  public Optional<String> callbackData() {
    return body().id("biz_opaque_callback_data");
  }

  /** {@return why it failed; mostly empty} */
  public List<ReceivedError> errors() {
    return ReceivedError.in(body());
  }

  /** {@return Meta's id of the call} */
  public String id() {
    return body().id("id").orElseThrow();
  }

  /** {@return {@code RINGING}, {@code ACCEPTED}, {@code REJECTED}, or a word not known yet} */
  public String status() {
    return body().id("status").orElseThrow();
  }
}
