package io.waxseal.webhook;

import java.util.Optional;

/** The quality or the limit of a number changed: field {@code phone_number_quality_update}. */
public final class NumberQualityChanged extends AbstractEvent {
  NumberQualityChanged(WebhookElement element) {
    super(element);
  }

  /** {@return what changed, such as {@code THROUGHPUT_UPGRADE}, {@code FLAGGED} or {@code DOWNGRADE}} */
  public Optional<String> event() {
    return body().id("event");
  }

  /** {@return the limit before, such as {@code TIER_1K}} */
  public Optional<String> oldLimit() {
    return body().id("old_limit");
  }

  /** {@return the number of the business, as it is shown} */
  public Optional<String> displayNumber() {
    return body().id("display_phone_number");
  }

  /** {@return the limit now: a word such as {@code TIER_10K}, or a number} */
  public Optional<String> limit() {
    return body().id("max_daily_conversations_per_business").or(() -> body().id("current_limit"));
  }
}
