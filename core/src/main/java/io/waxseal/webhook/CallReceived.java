package io.waxseal.webhook;

import io.waxseal.account.PhoneNumberId;
import io.waxseal.person.ContactPoint;
import java.util.Optional;
import java.util.Set;

/** A call with a customer began, ended, or left something behind. The kind names which: {@code calls.<event>}. */
public final class CallReceived extends AbstractEvent {
  private final String id;
  private final String what;

  private CallReceived(WebhookElement element, String id, String what) {
    super(element);
    this.id = id;
    this.what = what;
  }

  static Optional<WebhookEvent> read(WebhookElement element) {
    Optional<String> id = element.body().id("id");
    Optional<String> what = element.body().id("event");
    return id.flatMap(call -> what.map(word -> new CallReceived(element, call, word)));
  }

  /** {@return Meta's id of the call, the same for all its events} */
  public String id() {
    return id;
  }

  /** {@return what happened: {@code connect}, {@code terminate}, or a word not known yet} */
  public String event() {
    return what;
  }

  /** {@return the business number of the call} */
  public Optional<PhoneNumberId> number() {
    return element().phoneNumberId();
  }

  /** {@return all points at which Meta names the customer, whoever called} */
  public Set<ContactPoint> customer() {
    return element().points();
  }

  /** {@return whether the customer called; false if the business did, or if the event does not say} */
  public boolean byCustomer() {
    return element().body().text("direction").equals(Optional.of("USER_INITIATED"));
  }
}
