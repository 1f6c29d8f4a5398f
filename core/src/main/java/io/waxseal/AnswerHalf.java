package io.waxseal;

import io.waxseal.Introductions.Introduction;
import io.waxseal.Sorted.Addressed;
import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.InvalidSignatureException;
import io.waxseal.account.MalformedPayloadException;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.Tenant;
import io.waxseal.audit.AuditEntry;
import io.waxseal.guard.Wiring;
import io.waxseal.internal.log.Thrown;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.EchoReceived;
import io.waxseal.webhook.InboundFilter;
import io.waxseal.webhook.Inbox;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.SignatureVerifier;
import io.waxseal.webhook.VerifiedPayload;
import io.waxseal.webhook.WebhookElement;
import io.waxseal.webhook.WebhookParser;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens before the 200: verify, parse, and in one transaction make stops durable and keep each event, sealed,
 * once; in several, if the payload holds more events than locks should be held at a time. Whatever fails here, or is held
 * back, answers 5xx, so that Meta delivers again.
 */
final class AnswerHalf {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerHalf.class);
  private static final By META = By.system("meta.webhook");
  private static final int BATCH = 100;
  private static final int ID_LENGTH = 16;
  private static final Reply UNAVAILABLE = Reply.of(503, "try again later");

  private final Wiring wiring;
  private final SignatureVerifier verifier;
  private final List<InboundFilter> filters;
  private final Inbox inbox;
  private final HeldBack heldBack;
  private final Unsigned unsigned;
  private final Introductions introductions;
  private final int bodyLimit;

  AnswerHalf(
      Wiring wiring,
      SignatureVerifier verifier,
      List<InboundFilter> filters,
      Inbox inbox,
      HeldBack heldBack,
      Unsigned unsigned,
      Introductions introductions,
      int bodyLimit) {
    this.wiring = wiring;
    this.verifier = verifier;
    this.filters = List.copyOf(filters);
    this.inbox = inbox;
    this.heldBack = heldBack;
    this.unsigned = unsigned;
    this.introductions = introductions;
    this.bodyLimit = bodyLimit;
  }

  Reply receive(byte[] body, @Nullable String signature) {
    if (body.length > bodyLimit) {
      return Reply.of(413, "too long");
    }
    try {
      VerifiedPayload payload = verifier.verify(body, signature);
      unsigned.signed();
      boolean all = keep(payload);
      return all ? Reply.of(200, "ok") : UNAVAILABLE;
    } catch (InvalidSignatureException e) {
      unsigned.refused(wiring.clock().instant());
      LOG.warn("a webhook was refused: {}", e.getMessage());
      return Reply.of(401, "not signed");
    } catch (MalformedPayloadException e) {
      LOG.warn("a signed webhook was refused: {}", e.getMessage());
      return Reply.of(400, "not a webhook");
    } catch (SecretUnavailableException e) {
      LOG.error("a webhook could not be checked: {}", e.getMessage());
      return UNAVAILABLE;
    } catch (Exception e) {
      LOG.error("a webhook could not be kept: {}", Thrown.named(e));
      return UNAVAILABLE;
    }
  }

  /** {@return whether all is dealt with, so that Meta need not deliver it again} */
  private boolean keep(VerifiedPayload payload) {
    Instant arrivedAt = wiring.clock().instant();
    Sorted sorted = Sorted.of(wiring.accounts(), payload, WebhookParser.parse(payload, arrivedAt));
    // what stops wait for, they wait for once, after the last of them is on the disk
    wiring.database().together(() -> keep(sorted.settled(), arrivedAt));
    holdBack(sorted.unconfirmed(), payload.unavailable(), arrivedAt);
    return sorted.unconfirmed().isEmpty();
  }

  private void keep(List<Addressed> settled, Instant arrivedAt) {
    for (int from = 0; from < settled.size(); from += BATCH) {
      List<Addressed> batch = settled.subList(from, Math.min(from + BATCH, settled.size()));
      wiring.database().useTransaction(tx -> keep(tx, batch, arrivedAt));
    }
  }

  private void keep(Transaction transaction, List<Addressed> batch, Instant arrivedAt) {
    reserve(transaction, batch);
    for (Addressed addressed : batch) {
      if (addressed.account().isPresent()) {
        keep(transaction, addressed.account().get(), addressed.element(), arrivedAt);
      } else {
        drop(transaction, addressed.element());
      }
    }
  }

  private void holdBack(
      Map<Account, Integer> unconfirmed, Set<PhoneNumberId> unavailable, Instant arrivedAt) {
    if (unconfirmed.isEmpty()) {
      return;
    }
    heldBack.add(unconfirmed, arrivedAt);
    unconfirmed.forEach(
        (account, events) -> LOG.error(
            "webhook events of account {} were held back: {}. Meta was asked to deliver them again. An app secret of"
                + " another account of ours signed them, {}",
            account.phoneNumberId().value(),
            events,
            unavailable.contains(account.phoneNumberId())
                ? "and an app secret of this one is unavailable; see health()"
                : "and none of this one's did; if both are of one app, give this account the app's current secret"));
  }

  /** All people of the batch at once, tenant by tenant, since another batch may name them in another order. */
  private void reserve(Transaction transaction, List<Addressed> batch) {
    Map<Tenant, Set<ContactPoint>> people = new TreeMap<>(Comparator.comparing(Tenant::id));
    for (Addressed addressed : batch) {
      addressed
          .account()
          .ifPresent(account -> people
              .computeIfAbsent(account.tenant(), tenant -> new LinkedHashSet<>())
              .addAll(Introductions.points(addressed.element())));
    }
    people.forEach((tenant, points) -> wiring.people().reserve(transaction, tenant, points));
  }

  private void drop(Transaction transaction, WebhookElement element) {
    LOG.warn(
        "a webhook event of kind {} was dropped: it is for an account that is not ours",
        element.kind());
    wiring
        .trail()
        .record(
            transaction,
            AuditEntry.of("webhook.dropped", wiring.accounts().get(0).tenant(), META)
                .with("kind", element.kind()));
  }

  private void keep(
      Transaction transaction, Account account, WebhookElement element, Instant arrivedAt) {
    byte[] dedupeKey = wiring.vault().index(account.tenant(), "inbox", element.dedupeKey());
    boolean seen = inbox.seen(transaction, account.tenant(), dedupeKey);
    UUID id = id(dedupeKey);
    Introduction introduction =
        introductions.of(transaction, account, element, id, !seen && element.byCustomer());
    Person owner = introduction.owner();
    Received event = Received.of(id, owner, element, introduction.named(), introduction.tied());
    if (!seen && !introduction.stale()) {
      byte[] sealed = wiring.vault().seal(owner, context(id), element.toBytes());
      inbox.insert(transaction, new Inbox.Row(id, owner, dedupeKey, sealed, arrivedAt));
      bypassed(transaction, event);
    }
    // also for what was taken in before: a stop is acknowledged again only after it was waited for
    // again
    for (InboundFilter filter : filters) {
      event = filter.filter(event, transaction);
    }
  }

  /** What somebody typed in the phone app never asked the gate; the trail says so. */
  private void bypassed(Transaction transaction, Received event) {
    if (event.event() instanceof EchoReceived echo && !event.standby()) {
      AuditEntry entry = AuditEntry.of("send.bypassed", event.tenant(), META)
          .with("event", event.id().toString())
          .with("reason", echo.mark());
      wiring.trail().record(transaction, entry);
    }
  }

  /** One event has one id, however often it is delivered: a keyed hash of what makes it this event. */
  private static UUID id(byte[] dedupeKey) {
    ByteBuffer bytes = ByteBuffer.wrap(dedupeKey, dedupeKey.length - ID_LENGTH, ID_LENGTH);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  static Context context(UUID event) {
    return Context.of(RecordKind.INBOX, "wx_inbox", event, "sealed");
  }
}
