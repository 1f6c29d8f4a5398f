package io.waxseal.webhook;

import io.waxseal.person.ContactPoint;
import java.util.Optional;
import java.util.Set;

/** A customer has another user id: field {@code user_id_update}, which Meta withdrew in August 2026. */
public final class UserIdChanged extends AbstractEvent {
  UserIdChanged(WebhookElement element) {
    super(element);
  }

  /** {@return all points at which Meta names the customer now} */
  public Set<ContactPoint> customer() {
    return element().points();
  }

  /** {@return the user id before} */
  public Optional<String> previousUserId() {
    return raw().text("user_id.previous").filter(text -> !text.isEmpty());
  }

  /** {@return Meta's words for the change} */
  public Optional<String> detail() {
    return body().id("detail");
  }
}
