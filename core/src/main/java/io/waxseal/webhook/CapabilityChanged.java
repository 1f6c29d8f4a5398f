package io.waxseal.webhook;

import java.util.Optional;

/** What the business may do changed: field {@code business_capability_update}. */
public final class CapabilityChanged extends AbstractEvent {
  CapabilityChanged(WebhookElement element) {
    super(element);
  }

  /** {@return how many people it may write to first a day: a number, -1 for no limit, or a word such as {@code TIER_10K}} */
  public Optional<String> dailyLimit() {
    return body().id("max_daily_conversations_per_business");
  }

  /** {@return how many numbers it may have} */
  public Optional<Long> numbersLimit() {
    return body()
        .integer("max_phone_numbers_per_business")
        .or(() -> body().integer("max_phone_numbers_per_waba"));
  }
}
