package io.waxseal.webhook;

import java.util.Optional;

/**
 * Meta changed the category of a template, or announces that it will: field {@code template_category_update}. Source:
 * Meta, Webhooks, template_category_update.
 */
public final class TemplateCategoryChanged extends AbstractEvent {
  TemplateCategoryChanged(WebhookElement element) {
    super(element);
  }

  /** {@return Meta's id of the template} */
  public Optional<String> templateId() {
    return body().id("message_template_id");
  }

  /** {@return the name of the template, as it is sent} */
  public String name() {
    return body().id("message_template_name").orElseThrow();
  }

  /** {@return the language of the template, such as {@code en_US}} */
  public String language() {
    return body().id("message_template_language").orElseThrow();
  }

  /** {@return the category that the template has now: {@code MARKETING}, {@code UTILITY}, {@code AUTHENTICATION}} */
  public String category() {
    return body().id("new_category").orElseThrow();
  }

  /** {@return the category that the template had before; empty for an announcement} */
  public Optional<String> previousCategory() {
    return body().id("previous_category");
  }

  /** {@return the category that the template will have in 24 hours, if this is an announcement} */
  public Optional<String> announcedCategory() {
    return body().id("correct_category");
  }
}
