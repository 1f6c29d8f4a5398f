package io.waxseal.webhook;

import java.util.Optional;

/** The quality that Meta sees in a template changed: field {@code message_template_quality_update}. */
public final class TemplateQualityChanged extends AbstractEvent {
  TemplateQualityChanged(WebhookElement element) {
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

  /** {@return the quality before} */
  public Optional<String> previousQuality() {
    return body().id("previous_quality_score");
  }

  /** {@return the quality now: {@code GREEN}, {@code YELLOW}, {@code RED}, or a word not known yet} */
  public Optional<String> quality() {
    return body().id("new_quality_score");
  }
}
