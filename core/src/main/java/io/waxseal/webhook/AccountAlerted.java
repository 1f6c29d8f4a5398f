package io.waxseal.webhook;

import java.util.Optional;

/** Meta warns about the account: field {@code account_alerts}. */
public final class AccountAlerted extends AbstractEvent {
  AccountAlerted(WebhookElement element) {
    super(element);
  }

  /** {@return what it is about: {@code BUSINESS}, {@code PHONE_NUMBER}, or a word not known yet} */
  public Optional<String> entityType() {
    return body().id("entity_type");
  }

  /** {@return Meta's id of what it is about} */
  public Optional<String> entityId() {
    return body().id("entity_id");
  }

  /** {@return how bad it is: {@code CRITICAL}, {@code WARNING}, {@code INFORMATIONAL}, or a word not known yet} */
  public Optional<String> severity() {
    return info("alert_severity");
  }

  /** {@return whether it still is: {@code ACTIVE}, {@code NONE}, or a word not known yet} */
  public Optional<String> status() {
    return info("alert_status");
  }

  /** {@return what kind of warning it is} */
  public Optional<String> type() {
    return info("alert_type");
  }

  /** {@return what it says} */
  public Optional<String> description() {
    return info("alert_description");
  }

  /** The older form has no object of its own for these. */
  private Optional<String> info(String name) {
    return body()
        .child("alert_info")
        .flatMap(info -> info.id(name))
        .or(() -> body().id(name));
  }
}
