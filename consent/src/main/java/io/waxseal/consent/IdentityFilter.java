package io.waxseal.consent;

import io.waxseal.account.By;
import io.waxseal.audit.AuditEntry;
import io.waxseal.guard.Severity;
import io.waxseal.guard.Signal;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Person;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.InboundFilter;
import io.waxseal.webhook.MessageReceived;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.StatusReceived;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Remembers the identity keys that webhooks tell, and that Meta refused a message because of one. A change leaves {@code
 * consent.identity-changed} in the trail, and watchers are told once it is kept. Changes no event.
 */
final class IdentityFilter implements InboundFilter {
  private static final String CHANGED = "consent.identity-changed";
  private static final By META = By.system("meta.webhook");

  private final Parts parts;

  IdentityFilter(Parts parts) {
    this.parts = parts;
  }

  @Override
  public Received filter(Received event, Transaction transaction) {
    Set<IndexedPoint> named = parts.named(event);
    if (event.person().isPresent() && !named.isEmpty()) {
      Person person = event.person().get();
      IndexedPoint speaker = WishBook.speaker(new Subject(person, named));
      if (news(event, person, speaker, transaction)) {
        tell(event, person, transaction);
      }
    }
    return event;
  }

  private boolean news(
      Received event, Person person, IndexedPoint speaker, Transaction transaction) {
    IdentityKeys keys = new IdentityKeys(parts.wiring());
    Optional<String> hash = Optional.empty();
    boolean refused = false;
    if (event.event() instanceof MessageReceived message) {
      hash = message.identityKeyHash();
    } else if (event.event() instanceof StatusReceived status) {
      refused = status.errorCodes().contains(IdentityRule.KEY_IS_ANOTHER);
      hash = refused ? Optional.empty() : status.identityKeyHash();
    }
    if (refused) {
      return keys.refused(transaction, person, speaker, at(event));
    }
    return hash.isPresent() && keys.seen(transaction, person, speaker, hash.get(), at(event));
  }

  private void tell(Received event, Person person, Transaction transaction) {
    parts
        .wiring()
        .trail()
        .record(
            transaction,
            AuditEntry.of(CHANGED, event.tenant(), META)
                .about(person)
                .with("event", event.id().toString()));
    Signal signal = new Signal(
        Severity.WARNING,
        CHANGED,
        event.tenant(),
        event.phoneNumberId(),
        event.occurredAt(),
        Map.of());
    transaction.afterCommit(() -> parts.wiring().watcher().told(signal));
  }

  /** A time in the future would win over all that comes until then. */
  private Instant at(Received event) {
    Instant now = parts.wiring().clock().instant();
    return event.occurredAt().isAfter(now) ? now : event.occurredAt();
  }
}
