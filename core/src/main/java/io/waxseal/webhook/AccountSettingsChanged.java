package io.waxseal.webhook;

import java.util.Optional;

/** Settings of a number changed: field {@code account_settings_update}. */
public final class AccountSettingsChanged extends AbstractEvent {
  AccountSettingsChanged(WebhookElement element) {
    super(element);
  }

  /** {@return which settings: {@code PHONE_NUMBER_SETTINGS}, or a word not known yet} */
  public Optional<String> type() {
    return body().id("type");
  }

  /** {@return Meta's id of the number} */
  public Optional<String> phoneNumberId() {
    return raw().text("phone_number_settings.phone_number_id").filter(text -> !text.isEmpty());
  }
}
