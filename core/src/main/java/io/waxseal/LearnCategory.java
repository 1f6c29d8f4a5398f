package io.waxseal;

import io.waxseal.account.WabaId;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.message.Category;
import io.waxseal.send.TemplateCatalog;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.InboundFilter;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.TemplateCategoryChanged;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Learns the categories of templates before the webhook that tells them is answered. Changes no event. */
final class LearnCategory implements InboundFilter {
  private final TemplateCatalog templates;
  private final Clock clock;

  LearnCategory(TemplateCatalog templates, Clock clock) {
    this.templates = templates;
    this.clock = clock;
  }

  @Override
  public Received filter(Received event, Transaction transaction) {
    if (event.event() instanceof TemplateCategoryChanged change) {
      waba(event)
          .ifPresent(waba -> templates.learn(
              transaction,
              event.tenant(),
              waba,
              change.name(),
              change.language(),
              category(change.category()),
              notInFuture(event)));
    }
    return event;
  }

  private static Optional<WabaId> waba(Received event) {
    return JsonCursor.root(event.raw())
        .id("waba")
        .filter(id -> id.matches("[0-9]{1,32}"))
        .map(WabaId::new);
  }

  /** A category that Meta has invented since counts as the one that needs most. */
  private static Category category(String word) {
    for (Category category : Category.values()) {
      if (category.name().equals(word.toUpperCase(Locale.ROOT))) {
        return category;
      }
    }
    return Category.MARKETING;
  }

  /** A time in the future would win over all that comes until then. */
  private Instant notInFuture(Received event) {
    Instant now = clock.instant();
    return event.occurredAt().isAfter(now) ? now : event.occurredAt();
  }
}
