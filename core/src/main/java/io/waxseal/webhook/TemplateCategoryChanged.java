package io.waxseal.webhook;

import java.util.Optional;

/**
 * Meta changed the category of a template, or announces that it will: field {@code template_category_update}. Source:
 * Meta, Webhooks, template_category_update.
 */
public final class TemplateCategoryChanged extends AbstractEvent {
  private final String name;
  private final String language;
  private final String category;

  private TemplateCategoryChanged(
      WebhookElement element, String name, String language, String category) {
    super(element);
    this.name = name;
    this.language = language;
    this.category = category;
  }

  static Optional<WebhookEvent> read(WebhookElement element) {
    Optional<String> name = element.body().id("message_template_name");
    Optional<String> language = element.body().id("message_template_language");
    Optional<String> category = element.body().id("new_category");
    return name.flatMap(of -> language.flatMap(
        in -> category.map(word -> new TemplateCategoryChanged(element, of, in, word))));
  }

  /** {@return Meta's id of the template} */
  public Optional<String> templateId() {
    return element().body().id("message_template_id");
  }

  /** {@return the name of the template, as it is sent} */
  public String name() {
    return name;
  }

  /** {@return the language of the template, such as {@code en_US}} */
  public String language() {
    return language;
  }

  /** {@return the category that the template has now: {@code MARKETING}, {@code UTILITY}, {@code AUTHENTICATION}} */
  public String category() {
    return category;
  }

  /** {@return the category that the template had before; empty for an announcement} */
  public Optional<String> previousCategory() {
    return element().body().id("previous_category");
  }

  /** {@return the category that the template will have in 24 hours, if this is an announcement} */
  public Optional<String> announcedCategory() {
    return element().body().id("correct_category");
  }
}
