package io.waxseal.consent;

import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.Tenant;
import io.waxseal.audit.AuditEntry;
import io.waxseal.guard.Wiring;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Person;
import io.waxseal.person.Whereabouts;
import io.waxseal.send.SendRequest;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.Received;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The parts that rules, fences and filters of this module work with, once a WhatsApp has been composed.
 *
 * @param wiring what core hands over
 * @param ledger who wished what
 * @param inFlight what is on its way
 * @param window who may be answered
 * @param confirmations which stops are to be confirmed
 */
record Parts(
    Wiring wiring,
    ConsentLedger ledger,
    InFlight inFlight,
    ServiceWindow window,
    Confirmations confirmations) {
  /** Everybody the recipient is and was; empty for somebody unknown. */
  Set<Person> identities(SendRequest request) {
    return request.person().map(wiring.people()::identities).orElseGet(Set::of);
  }

  /** What holds at a point now, read in the transaction. */
  Standing standing(Transaction transaction, Tenant tenant, IndexedPoint point) {
    Whereabouts known = wiring.people().whereabouts(transaction, tenant, Set.of(point));
    return new Standing(
        known,
        point,
        ledger.wishes(transaction, tenant, known.points()),
        wiring.clock().instant());
  }

  /** What holds for whoever a message is addressed to. */
  Standing standing(Transaction transaction, SendRequest request) {
    Tenant tenant = request.account().tenant();
    ContactPoint address = request.points().iterator().next();
    return standing(transaction, tenant, wiring.people().index(tenant, address));
  }

  /** The points that a wish in an event names. */
  Set<IndexedPoint> named(Received event) {
    if (!event.named().isEmpty()) {
      return event.named();
    }
    Set<IndexedPoint> named = new LinkedHashSet<>();
    event.points().forEach(point -> named.add(wiring.people().index(event.tenant(), point)));
    return named;
  }

  /** Writes a stop out at more points, so that it outlives what led there, and says so in the trail. */
  void carry(Transaction transaction, Tenant tenant, Wish stop, Set<IndexedPoint> points) {
    ledger.carry(transaction, tenant, stop, points);
    AuditEntry entry = AuditEntry.of("consent.carried", tenant, By.system("waxseal.consent"))
        .with("scope", stop.scope())
        .with("cause", stop.cause().name())
        .with("points", Integer.toString(points.size()));
    wiring.trail().record(transaction, entry);
  }

  ConsentView view(SendRequest request) {
    return wiring.database().inTransaction(tx -> standing(tx, request).view());
  }

  /** When the recipient last wrote to the number or called it, as far as it is proven who that was; empty if never. */
  Optional<Instant> lastInbound(SendRequest request) {
    return wiring.database().inTransaction(tx -> {
      Standing standing = standing(tx, request);
      Account account = request.account();
      return standing.last(window.at(
          tx, account.tenant(), account.phoneNumberId(), standing.known().points()));
    });
  }

  boolean windowOpen(SendRequest request) {
    return lastInbound(request)
        .filter(at -> at.isAfter(request.at().minus(ServiceWindow.OPEN)))
        .isPresent();
  }

  boolean wroteAStop(SendRequest request) {
    return wiring.database().inTransaction(tx -> standing(tx, request).wroteAStop());
  }
}
