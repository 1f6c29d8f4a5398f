package io.waxseal.webhook;

import io.waxseal.person.ContactPoint;
import java.util.Optional;
import java.util.Set;

/** A customer changed, in WhatsApp itself, what the business may send: field {@code user_preferences}. */
public final class PreferenceReceived extends AbstractEvent {
  private final String category;
  private final String value;

  PreferenceReceived(WebhookElement element, String category, String value) {
    super(element);
    this.category = category;
    this.value = value;
  }

  static Optional<WebhookEvent> read(WebhookElement element) {
    String about = element.body().text("category").orElse("");
    return element.body().id("value").map(value -> new PreferenceReceived(element, about, value));
  }

  /** {@return all points at which Meta names the customer} */
  public Set<ContactPoint> customer() {
    return element().points();
  }

  /** {@return what it is about, {@code marketing_messages}} */
  public String category() {
    return category;
  }

  /** {@return the choice: {@code stop}, {@code resume}, {@code signup}, or a word not known yet} */
  public String value() {
    return value;
  }
}
