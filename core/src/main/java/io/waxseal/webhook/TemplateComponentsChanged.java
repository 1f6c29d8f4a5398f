package io.waxseal.webhook;

import java.util.Optional;

/** The text of a template changed: field {@code message_template_components_update}. */
public final class TemplateComponentsChanged extends AbstractEvent {
  TemplateComponentsChanged(WebhookElement element) {
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

  /** {@return its header} */
  public Optional<String> title() {
    return body().id("message_template_title");
  }

  /** {@return its text} */
  public Optional<String> text() {
    return body().id("message_template_element");
  }

  /** {@return its footer} */
  public Optional<String> footer() {
    return body().id("message_template_footer");
  }
}
