package io.waxseal.webhook;

import java.util.Optional;

/** A template was approved, rejected, paused or the like: field {@code message_template_status_update}. */
public final class TemplateStatusChanged extends AbstractEvent {
  TemplateStatusChanged(WebhookElement element) {
    super(element);
  }

  /** {@return Meta's id of the template} */
  public Optional<String> templateId() {
    return body().id("message_template_id");
  }

  /** {@return the name of the template, as it is sent} */
  public Optional<String> name() {
    return body().id("message_template_name");
  }

  /** {@return the language of the template, such as {@code en_US}} */
  public Optional<String> language() {
    return body().id("message_template_language");
  }

  /** {@return the status now, such as {@code APPROVED}, {@code REJECTED} or {@code PAUSED}} */
  public Optional<String> status() {
    return body().id("event");
  }

  /** {@return why, such as {@code INCORRECT_CATEGORY}} */
  public Optional<String> reason() {
    return body().id("reason");
  }

  /** {@return its category} */
  public Optional<String> category() {
    return body().id("message_template_category");
  }

  /** {@return what Meta recommends after a rejection} */
  public Optional<String> recommendation() {
    return raw().text("rejection_info.recommendation").filter(text -> !text.isEmpty());
  }

  /** {@return more about a pause or a lock} */
  public Optional<String> title() {
    return raw().text("other_info.title").filter(text -> !text.isEmpty());
  }

  /** {@return more about a pause or a lock} */
  public Optional<String> description() {
    return raw().text("other_info.description").filter(text -> !text.isEmpty());
  }
}
