package io.waxseal.webhook;

import java.util.List;
import java.util.Optional;

/** Something changed about the account: field {@code account_update}. The kind names what: {@code account_update.<event>}. */
public final class AccountUpdated extends AbstractEvent {
  AccountUpdated(WebhookElement element) {
    super(element);
  }

  /** {@return what changed, such as {@code ACCOUNT_RESTRICTION} or {@code DISABLED_UPDATE}} */
  public Optional<String> event() {
    return body().id("event");
  }

  /** {@return {@code SCHEDULE_FOR_DISABLE}, {@code DISABLE}, {@code REINSTATE}, or a word not known yet; of {@code DISABLED_UPDATE}} */
  public Optional<String> banState() {
    return raw().text("ban_info.waba_ban_state").filter(text -> !text.isEmpty());
  }

  /** {@return the day of the ban, in Meta's words} */
  public Optional<String> banDate() {
    return raw().text("ban_info.waba_ban_date").filter(text -> !text.isEmpty());
  }

  /** {@return which rule was broken; of {@code ACCOUNT_VIOLATION}} */
  public Optional<String> violation() {
    return raw().text("violation_info.violation_type").filter(text -> !text.isEmpty());
  }

  /** {@return the country of the business, two letters} */
  public Optional<String> country() {
    return body().id("country");
  }

  /** {@return why a phone left coexistence, such as {@code PRIMARY_INACTIVITY}} */
  public Optional<String> disconnectReason() {
    return raw().text("disconnection_info.reason").filter(text -> !text.isEmpty());
  }

  /** {@return who ended coexistence: {@code USER}, {@code SYSTEM}, or a word not known yet} */
  public Optional<String> disconnectedBy() {
    return raw().text("disconnection_info.initiated_by").filter(text -> !text.isEmpty());
  }

  /** {@return what the account may not do now, such as {@code RESTRICTED_BIZ_INITIATED_MESSAGING}} */
  public List<String> restrictions() {
    return body().children("restriction_info").stream()
        .flatMap(one -> one.id("restriction_type").stream())
        .toList();
  }
}
