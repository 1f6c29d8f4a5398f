package io.waxseal;

import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.InvalidSignatureException;
import io.waxseal.account.MalformedPayloadException;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.Tenant;
import io.waxseal.audit.AuditEntry;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Context;
import io.waxseal.person.LinkEvidence;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.store.Transaction;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens before the 200: verify, parse, and in one transaction make stops durable and keep each event, sealed,
 * once; in several, if the payload holds more events than locks should be held at a time. Whatever fails here answers
 * 5xx, so that Meta delivers again.
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
  private final int bodyLimit;

  AnswerHalf(
      Wiring wiring,
      SignatureVerifier verifier,
      List<InboundFilter> filters,
      Inbox inbox,
      int bodyLimit) {
    this.wiring = wiring;
    this.verifier = verifier;
    this.filters = List.copyOf(filters);
    this.inbox = inbox;
    this.bodyLimit = bodyLimit;
  }

  Reply receive(byte[] body, @Nullable String signature) {
    if (body.length > bodyLimit) {
      return Reply.of(413, "too long");
    }
    try {
      keep(verifier.verify(body, signature));
      return Reply.of(200, "ok");
    } catch (InvalidSignatureException e) {
      LOG.warn("a webhook was refused: {}", e.getMessage());
      return Reply.of(401, "not signed");
    } catch (MalformedPayloadException e) {
      LOG.warn("a signed webhook was refused: {}", e.getMessage());
      return Reply.of(400, "not a webhook");
    } catch (SecretUnavailableException e) {
      LOG.error("a webhook could not be checked: {}", e.getMessage());
      return UNAVAILABLE;
    } catch (Exception e) {
      LOG.error("a webhook could not be kept: {}", e.getClass().getName());
      return UNAVAILABLE;
    }
  }

  private void keep(VerifiedPayload payload) {
    Instant arrivedAt = wiring.clock().instant();
    List<WebhookElement> elements = WebhookParser.parse(payload, arrivedAt);
    for (int from = 0; from < elements.size(); from += BATCH) {
      List<WebhookElement> batch = elements.subList(from, Math.min(from + BATCH, elements.size()));
      wiring.database().useTransaction(tx -> keep(tx, payload.accounts(), batch, arrivedAt));
    }
  }

  private void keep(
      Transaction transaction,
      Set<PhoneNumberId> signers,
      List<WebhookElement> batch,
      Instant arrivedAt) {
    List<Addressed> all = batch.stream()
        .map(element -> new Addressed(element, account(element, signers)))
        .toList();
    reserve(transaction, all);
    for (Addressed addressed : all) {
      if (addressed.account().isPresent()) {
        keep(transaction, addressed.account().get(), addressed.element(), arrivedAt);
      } else {
        drop(transaction, addressed.element());
      }
    }
  }

  /** All people of the batch at once, tenant by tenant, since another batch may name them in another order. */
  private void reserve(Transaction transaction, List<Addressed> batch) {
    Map<Tenant, Set<ContactPoint>> people = new TreeMap<>(Comparator.comparing(Tenant::id));
    for (Addressed addressed : batch) {
      addressed
          .account()
          .ifPresent(account -> people
              .computeIfAbsent(account.tenant(), tenant -> new LinkedHashSet<>())
              .addAll(addressed.element().points()));
    }
    people.forEach((tenant, points) -> wiring.people().reserve(transaction, tenant, points));
  }

  /** Ours, and signed with a secret of this very account: a number's events are not taken on another app's word. */
  private Optional<Account> account(WebhookElement element, Set<PhoneNumberId> signers) {
    return wiring.accounts().stream()
        .filter(account -> signers.contains(account.phoneNumberId()))
        .filter(account -> element.namesPhoneNumberId()
            ? element.phoneNumberId().equals(Optional.of(account.phoneNumberId()))
            : element.waba().equals(Optional.of(account.waba())))
        .findFirst();
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
    Person owner = owner(transaction, account, element, !seen);
    Received event = Received.of(id(dedupeKey), owner, element);
    if (!seen) {
      byte[] sealed = wiring.vault().seal(owner, context(event.id()), element.toBytes());
      inbox.insert(transaction, new Inbox.Row(event.id(), owner, dedupeKey, sealed, arrivedAt));
    }
    // also for what was taken in before: a stop is acknowledged again only after it was waited for
    // again
    for (InboundFilter filter : filters) {
      event = filter.filter(event, transaction);
    }
  }

  /** One event has one id, however often it is delivered: a keyed hash of what makes it this event. */
  private static UUID id(byte[] dedupeKey) {
    ByteBuffer bytes = ByteBuffer.wrap(dedupeKey, dedupeKey.length - ID_LENGTH, ID_LENGTH);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private Person owner(
      Transaction transaction, Account account, WebhookElement element, boolean mayCreate) {
    if (element.points().isEmpty()) {
      return Person.unnamed(account.tenant());
    }
    if (mayCreate && element.byCustomer()) {
      return wiring
          .people()
          .findOrCreate(
              transaction, account.tenant(), element.points(), LinkEvidence.SAME_SIGNED_PAYLOAD);
    }
    return wiring
        .people()
        .find(account.tenant(), element.points())
        .orElseGet(() -> Person.unnamed(account.tenant()));
  }

  static Context context(UUID event) {
    return Context.of(RecordKind.INBOX, "wx_inbox", event, "sealed");
  }

  /** An element and the account of ours it is for, if it is for one. */
  private record Addressed(WebhookElement element, Optional<Account> account) {}
}
