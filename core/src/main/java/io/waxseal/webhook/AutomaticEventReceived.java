package io.waxseal.webhook;

import java.math.BigDecimal;
import java.util.Optional;

/** Meta found a lead or a purchase in a conversation: field {@code automatic_events}. Meta reads the conversation for that. */
public final class AutomaticEventReceived extends AbstractEvent {
  AutomaticEventReceived(WebhookElement element) {
    super(element);
  }

  /** {@return Meta's id of the event} */
  public Optional<String> id() {
    return body().id("id");
  }

  /** {@return {@code LeadSubmitted}, {@code Purchase}, or a word not known yet} */
  public Optional<String> name() {
    return body().id("event_name");
  }

  /** {@return the id of the click on an advertisement; it names a person to Meta} */
  public Optional<String> clickId() {
    return body().id("ctwa_clid");
  }

  /** {@return the currency of a purchase, three letters} */
  public Optional<String> currency() {
    return raw().text("custom_data.currency").filter(text -> !text.isEmpty());
  }

  /** {@return the value of a purchase; empty if Meta tells no number} */
  public Optional<BigDecimal> value() {
    return body().child("custom_data").flatMap(data -> data.decimal("value"));
  }
}
