package io.waxseal.consent;

import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
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
    Set<ContactPoint> locked = points();
    // from here on a stop of one of the points waits until this mark is seen, or is seen here
    parts.inFlight().lock(request.account().tenant(), locked);
    Optional<Person> person = parts.personNow(request);
    Set<ContactPoint> points = points();
    ConsentView view = parts
        .ledger()
        .read(transaction, request.account().tenant(), parts.identities(request), points);
    Optional<Refused> stopped = ConsentRule.stopped(parts, request, view);
    if (stopped.isPresent()) {
      return stopped;
    }
    boolean erased = request.person().isPresent() && person.isEmpty();
    if (erased || !points.equals(locked) || view.revision() != revision) {
      return Optional.of(Refusals.of(ConsentReasons.CHANGED_DURING_SEND));
    }
    parts.inFlight().mark(request.account().tenant(), points, purpose, transmission);
    return Optional.empty();
  }

  private Set<ContactPoint> points() {
    return parts
        .personNow(request)
        .map(now -> parts.points(now, request.points()))
        .orElseGet(request::points);
  }

  /** Meta may know of a stop that no webhook has told yet; from now on so do we. */
  @Override
  public void settled(Transaction transaction, UUID transmission, SendResult result) {
    if (result instanceof Failed failed && failed.code() == WishBook.STOPPED_MARKETING) {
      parts
          .personNow(request)
          .map(person -> parts.reserved(transaction, person, request.points()))
          .ifPresent(subject -> new WishBook(parts).stoppedByAnswer(transaction, subject));
    }
    parts.inFlight().settled(transmission);
  }
}
