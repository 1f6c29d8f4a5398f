package io.waxseal.webhook;

import io.waxseal.person.ContactPoint;
import java.util.Optional;
import java.util.Set;

/** The phone app added or removed a contact: field {@code smb_app_state_sync}. */
public final class ContactSynchronised extends AbstractEvent {
  ContactSynchronised(WebhookElement element) {
    super(element);
  }

  /** {@return all points at which the contact is named; what somebody typed, so it proves nothing} */
  public Set<ContactPoint> customer() {
    return element().points();
  }

  /** {@return {@code add}, {@code remove}, or a word not known yet} */
  public Optional<String> action() {
    return body().id("action");
  }

  /** {@return the whole name, after the filters} */
  public Optional<String> fullName() {
    return raw().text("contact.full_name").filter(text -> !text.isEmpty());
  }

  /** {@return the first name, after the filters} */
  public Optional<String> firstName() {
    return raw().text("contact.first_name").filter(text -> !text.isEmpty());
  }

  /** {@return the username, after the filters; never a key} */
  public Optional<String> username() {
    return raw().text("contact.username").filter(text -> !text.isEmpty());
  }
}
