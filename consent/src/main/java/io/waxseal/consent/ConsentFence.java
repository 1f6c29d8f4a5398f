package io.waxseal.consent;

import io.waxseal.account.Tenant;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.send.Failed;
import io.waxseal.send.Fence;
import io.waxseal.send.Refused;
import io.waxseal.send.SendRequest;
import io.waxseal.send.SendResult;
import io.waxseal.store.Transaction;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Asks at the wire what the rule asked before: is no stop in force, has nothing changed. Grants leave a mark. */
final class ConsentFence implements Fence {
  private final Parts parts;
  private final SendRequest request;
  private final String purpose;
  private final long revision;

  ConsentFence(Parts parts, SendRequest request, String purpose, long revision) {
    this.parts = parts;
    this.request = request;
    this.purpose = purpose;
    this.revision = revision;
  }

  @Override
  public Optional<Refused> ask(Transaction transaction, UUID transmission) {
    Set<IndexedPoint> locked = parts.standing(transaction, request).locked();
    // a stop that reaches one of them waits for this mark from here on, or is seen here; all are
    // locked at once, since transactions that lock in two steps can wait in a circle
    parts.inFlight().lock(locked);
    Standing standing = parts.standing(transaction, request);
    ConsentView view = standing.view();
    Optional<Refused> stopped = ConsentRule.stopped(parts, request, view);
    if (stopped.isPresent()) {
      return stopped;
    }
    boolean erased = request.person().isPresent()
        && parts.wiring().people().points(request.person().get()).isEmpty();
    if (erased
        || !locked.containsAll(standing.locked())
        || !standing.known().complete()
        || view.revision() != revision) {
      return Optional.of(Refusals.of(ConsentReasons.CHANGED_DURING_SEND));
    }
    parts.inFlight().mark(request.account().tenant(), locked, purpose, transmission);
    return Optional.empty();
  }

  /** Meta may know of a stop that no webhook has told yet; from now on so do we. */
  @Override
  public void settled(Transaction transaction, UUID transmission, SendResult result) {
    if (result instanceof Failed failed && failed.code() == WishBook.STOPPED_MARKETING) {
      Tenant tenant = request.account().tenant();
      PersonDirectory people = parts.wiring().people();
      ContactPoint to = request.points().iterator().next();
      people.reserve(transaction, tenant, Set.of(to));
      IndexedPoint address = people.index(tenant, to);
      // under the key of somebody who was erased meanwhile nothing can be kept; the stop counts all
      // the same
      Person person = request
          .person()
          .filter(known -> !people.points(known).isEmpty())
          .orElseGet(() -> Person.unnamed(tenant));
      new WishBook(parts).stoppedByAnswer(transaction, new Subject(person, Set.of(address)));
    }
    parts.inFlight().settled(transmission);
  }
}
