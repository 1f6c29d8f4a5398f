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
import io.waxseal.webhook.SystemReceived;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Remembers the identity keys that webhooks tell, that one changed, and that Meta refused a message because of one. A change leaves {@code
 * consent.identity-changed} in the trail, and watchers are told once it is kept. Changes no event.
 */
final class IdentityFilter implements InboundFilter {
  private static final String CHANGED = "consent.identity-changed";
  private static final String KEY_CHANGED = "customer_identity_changed";
  private static final Pattern NAMEABLE = Pattern.compile("[A-Za-z0-9+/=_-]{1,128}");
  private static final By META = By.system("meta.webhook");

  private final Parts parts;

  IdentityFilter(Parts parts) {
    this.parts = parts;
  }

  @Override
  public Received filter(Received event, Transaction transaction) {
    Set<IndexedPoint> named = parts.named(event);
    if (event.person().isPresent()
        && !named.isEmpty()
        && (hash(event).isPresent() || another(event))) {
      Person person = event.person().get();
      if (news(event, new Subject(person, named), transaction)) {
        tell(event, person, transaction);
      }
    }
    return event;
  }

  private boolean news(Received event, Subject subject, Transaction transaction) {
    IdentityKeys keys = new IdentityKeys(parts.wiring());
    IndexedPoint speaker = WishBook.speaker(subject);
    Set<IndexedPoint> points =
        keys.points(parts.standing(transaction, subject.tenant(), speaker), speaker);
    points.addAll(subject.named());
    boolean before = IdentityKeys.changed(keys.of(transaction, subject.tenant(), points));
    for (IndexedPoint point : new TreeSet<>(subject.named())) {
      if (another(event)) {
        keys.refused(transaction, subject.person(), point, at(event));
      } else {
        keys.seen(transaction, subject.person(), point, hash(event).orElseThrow(), at(event));
      }
    }
    return !before && IdentityKeys.changed(keys.of(transaction, subject.tenant(), points));
  }

  private static Optional<String> hash(Received event) {
    if (event.event() instanceof MessageReceived message) {
      return message.identityKeyHash();
    }
    return event.event() instanceof StatusReceived status
        ? status.identityKeyHash()
        : Optional.empty();
  }

  /** Whether the key is another than before, or one that no message can name. */
  private static boolean another(Received event) {
    if (event.event() instanceof StatusReceived status
        && status.errorCodes().contains(IdentityRule.KEY_IS_ANOTHER)) {
      return true;
    }
    return event.event() instanceof SystemReceived system
        ? system.change().equals(Optional.of(KEY_CHANGED))
        : hash(event).filter(hash -> !NAMEABLE.matcher(hash).matches()).isPresent();
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
