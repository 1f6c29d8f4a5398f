package io.waxseal.webhook;

import io.waxseal.person.ContactPoint;
import java.util.Optional;
import java.util.Set;

/** A customer changed, in WhatsApp itself, what the business may send: field {@code user_preferences}. */
public final class PreferenceReceived extends AbstractEvent {
  PreferenceReceived(WebhookElement element) {
    super(element);
  }

  /** {@return all points at which Meta names the customer} */
  public Set<ContactPoint> customer() {
    return element().points();
  }

  /** {@return what it is about, {@code marketing_messages}} */
  public String category() {
    return body().text("category").orElse("");
  }

  /** {@return the choice: {@code stop}, {@code resume}, {@code signup}, or a word not known yet} */
  public String value() {
    return body().id("value").orElseThrow();
  }

  /** {@return Meta's words for the choice} */
  public Optional<String> detail() {
    return body().id("detail");
  }

  /** {@return Meta's id of the form at which the customer signed up} */
  public Optional<String> signupId() {
    return body().id("signup_id");
  }
}
