package io.waxseal.consent;

import io.waxseal.Wiring;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.send.SendRequest;
import io.waxseal.store.Transaction;
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

  /** What holds for a recipient, read in the transaction. */
  ConsentView view(Transaction transaction, SendRequest request, Set<Person> identities) {
    return ledger.read(transaction, request.account().tenant(), identities, request.points());
  }

  /** Whom the points lead to now: somebody else than when judged if two persons became one, nobody after an erasure. */
  Optional<Person> personNow(SendRequest request) {
    return wiring.people().find(request.account().tenant(), request.points());
  }

  ConsentView view(SendRequest request) {
    return wiring.database().inTransaction(tx -> view(tx, request, identities(request)));
  }

  boolean windowOpen(SendRequest request) {
    return window.open(request.account(), identities(request), request.at());
  }

  /** All points of a person, with those an event just showed. */
  Set<ContactPoint> points(Person person, Set<ContactPoint> seen) {
    Set<ContactPoint> points = new LinkedHashSet<>(seen);
    points.addAll(wiring.people().points(person));
    return points;
  }

  /** A person as they are until the transaction ends: nobody links them to another meanwhile. Locks people. */
  Subject reserved(Transaction transaction, Person person, Set<ContactPoint> seen) {
    wiring.people().reserve(transaction, person.tenant(), points(person, seen));
    return new Subject(person, points(person, seen));
  }
}
