package io.waxseal;

import io.waxseal.account.Account;
import io.waxseal.account.Tenant;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.PersonDirectory.Told;
import io.waxseal.person.Testimony;
import io.waxseal.send.SendGate;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.StatusReceived;
import io.waxseal.webhook.WebhookElement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tells the directory what a received event says about people, and finds whose event it is. */
final class Introductions {
  private final PersonDirectory people;
  private final SendGate gate;

  Introductions(PersonDirectory people, SendGate gate) {
    this.people = people;
    this.gate = gate;
  }

  /**
   * Whose an event is.
   *
   * @param owner the person, or the tenant's own place
   * @param named the points that a wish in the event names
   * @param stale whether it is older than the erasure of somebody it names
   * @param tied whether it tied points together
   */
  record Introduction(Person owner, Set<IndexedPoint> named, boolean stale, boolean tied) {}

  /** All points that an event names, of the customer and of others. */
  static Set<ContactPoint> points(WebhookElement element) {
    Set<ContactPoint> all = new LinkedHashSet<>(element.points());
    for (Testimony testimony : element.testimonies()) {
      all.addAll(testimony.points());
      all.addAll(testimony.previous());
    }
    return all;
  }

  Introduction of(
      Transaction transaction,
      Account account,
      WebhookElement element,
      UUID event,
      boolean create) {
    Tenant tenant = account.tenant();
    Optional<Person> owner = Optional.empty();
    Set<IndexedPoint> named = new LinkedHashSet<>();
    boolean stale = false;
    boolean tied = byCallback(transaction, tenant, element);
    for (Testimony testimony : element.testimonies()) {
      boolean customers = isOfCustomer(testimony, element);
      Told told = people.tell(
          transaction, tenant, testimony, element.occurredAt(), event, create && customers);
      tied |= told.changed();
      if (customers) {
        owner = owner.or(told::person);
        named.addAll(told.named());
        stale |= told.stale();
      }
    }
    return new Introduction(
        stale ? Person.unnamed(tenant) : owner.orElseGet(() -> Person.unnamed(tenant)),
        named,
        stale,
        tied);
  }

  private static boolean isOfCustomer(Testimony testimony, WebhookElement element) {
    List<Testimony> all = element.testimonies();
    return testimony.equals(all.get(0))
        && (element.points().isEmpty()
            || testimony.points().stream().anyMatch(element.points()::contains)
            || testimony.previous().stream().anyMatch(element.points()::contains));
  }

  /** A status found by our own id names the account of the phone that its message was sent to. */
  private boolean byCallback(Transaction transaction, Tenant tenant, WebhookElement element) {
    if (!(element.event() instanceof StatusReceived status)
        || status.recipient().stream().anyMatch(point -> point instanceof ContactPoint.Phone)) {
      return false;
    }
    Optional<ContactPoint> account = status.recipient().stream().findFirst();
    Optional<IndexedPoint> phone =
        status.callbackData().flatMap(data -> gate.phoneOf(transaction, tenant, data));
    return account.isPresent()
        && phone.isPresent()
        && people.seen(transaction, tenant, phone.get(), account.get(), element.occurredAt());
  }
}
