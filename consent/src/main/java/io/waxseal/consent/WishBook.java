package io.waxseal.consent;

import io.waxseal.account.By;
import io.waxseal.audit.AuditEntry;
import io.waxseal.consent.ConsentEntry.Kind;
import io.waxseal.person.Person;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.Received;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writes down what persons wish, and alone says when they wished it: ledger and audit trail in one transaction, and for
 * a stop, after the commit, the wait for messages that passed the fence before it.
 *
 * <p>The ledger compares times, and the clocks they come from differ: Meta's, in whole seconds, and one a node, which may
 * be set back. So that no stop is lost to a clock:
 *
 * <ul>
 *   <li>a stop taken in now is dated no earlier than the last end known now, and of a stop and its end at the same time
 *       the stop counts;
 *   <li>what the customer said is ordered by Meta's clock, so that an older stop that arrives late undoes no later
 *       START; within one second the stop counts;
 *   <li>whoever ends stops on the host's word ends those seen, and nothing that comes later;
 *   <li>a START from the future ends what it may end and no stop to come.
 * </ul>
 */
final class WishBook {
  /** Meta's code for a message to somebody who stopped marketing. Source: Meta, Cloud API, error codes. */
  static final int STOPPED_MARKETING = 131050;

  private static final By CUSTOMER = By.system("customer");
  private static final By META = By.system("meta.answer");
  private static final Evidence ANSWER =
      Evidence.statement("Meta refused a message with error " + STOPPED_MARKETING);

  /** Further ahead no clock is by mistake: a stop dated later could not be ended by START. */
  private static final Duration FUTURE = Duration.ofDays(1);

  private final Parts parts;
  private final Clock clock;

  WishBook(Parts parts) {
    this.parts = parts;
    clock = parts.wiring().clock();
  }

  /** The host says that a person agreed; a stop of exactly this purpose that the host had recorded ends. */
  void granted(Transaction transaction, Subject subject, String purpose, Evidence evidence, By by) {
    lock(subject);
    ConsentEntry grant =
        entry(UUID.randomUUID(), subject, Kind.GRANTED, purpose, Cause.HOST, clock.instant());
    write(transaction, grant, subject, evidence, by);
    for (Stop stop : stops(transaction, subject)) {
      if (stop.cause() == Cause.HOST && stop.scope().equals(purpose)) {
        write(transaction, end(subject, stop), subject, evidence, by);
      }
    }
  }

  /** The host says that a person stopped something. */
  void stopped(Transaction transaction, Subject subject, String scope, Evidence evidence, By by) {
    stopNow(transaction, subject, scope, Cause.HOST, evidence, by);
  }

  /** Meta answered a send by saying that the person has stopped marketing. */
  void stoppedByAnswer(Transaction transaction, Subject subject) {
    stopNow(transaction, subject, Purposes.MARKETING, Cause.PLATFORM, ANSWER, META);
  }

  /** The host says that a person wants messages again; what was stopped in WhatsApp itself stays. */
  void resumed(Transaction transaction, Subject subject, Evidence evidence, By by) {
    lock(subject);
    for (Stop stop : stops(transaction, subject)) {
      if (stop.cause() != Cause.PLATFORM) {
        write(transaction, end(subject, stop), subject, evidence, by);
      }
    }
  }

  /** A signed event says that the customer stopped something. */
  void heardStop(
      Transaction transaction, Received event, Subject subject, String scope, Cause cause) {
    lock(subject);
    Instant at = heard(event, ended(transaction, subject, scope, cause));
    ConsentEntry stop = entry(event.id(), subject, Kind.STOPPED, scope, cause, at);
    // under the tenant's own key, which no erasure destroys, nothing is kept that names somebody
    Evidence evidence = subject.person().isUnnamed() ? ANSWER : Evidence.event(event);
    write(transaction, stop, subject, evidence, CUSTOMER);
    awaitAfterCommit(transaction, scope, subject, CUSTOMER);
  }

  /** A signed event says that the customer ended a stop. */
  void heardResume(
      Transaction transaction, Received event, Subject subject, String scope, Cause cause) {
    lock(subject);
    Instant latest = stops(transaction, subject).stream()
        .filter(stop -> stop.scope().equals(scope) && stop.cause() == cause)
        .map(WishBook::after)
        .reduce(clock.instant(), WishBook::later);
    Instant at = event.occurredAt().isAfter(latest) ? latest : event.occurredAt();
    ConsentEntry end = entry(event.id(), subject, Kind.RESUMED, scope, cause, at);
    write(transaction, end, subject, Evidence.event(event), CUSTOMER);
  }

  /** Points were seen together: a stop of one counts for all, and is waited for at all before the answer. */
  void linked(Transaction transaction, Subject subject) {
    lock(subject);
    List<String> scopes =
        parts.ledger().extend(transaction, subject.tenant(), subject.points()).stream()
            .map(Stop::scope)
            .distinct()
            .toList();
    for (String scope : scopes) {
      boolean widest =
          scopes.stream().noneMatch(other -> !other.equals(scope) && Purposes.covers(other, scope));
      if (widest) {
        awaitAfterCommit(transaction, scope, subject, CUSTOMER);
      }
    }
  }

  /** When the customer said something, for what is not a wish: a time in the future is a clock's mistake. */
  Instant notInFuture(Received event) {
    Instant now = clock.instant();
    return event.occurredAt().isAfter(now) ? now : event.occurredAt();
  }

  private void stopNow(
      Transaction transaction,
      Subject subject,
      String scope,
      Cause cause,
      Evidence evidence,
      By by) {
    lock(subject);
    Instant at = ended(transaction, subject, scope, cause)
        .map(end -> later(end, clock.instant()))
        .orElseGet(clock::instant);
    ConsentEntry stop = entry(UUID.randomUUID(), subject, Kind.STOPPED, scope, cause, at);
    write(transaction, stop, subject, evidence, by);
    awaitAfterCommit(transaction, scope, subject, by);
  }

  private Instant heard(Received event, Optional<Instant> ended) {
    Instant said = event.occurredAt();
    boolean overtaken =
        ended.filter(end -> end.truncatedTo(ChronoUnit.SECONDS).isAfter(said)).isPresent();
    if (overtaken) {
      return said;
    }
    Instant now = clock.instant();
    Instant at = said.isAfter(now.plus(FUTURE)) ? now : said;
    return ended.map(end -> later(end, at)).orElse(at);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant after(Stop stop) {
    return stop.since().plusMillis(1);
  }

  /** Nothing of the subject is read before, so that what is read is what the last one wrote. */
  private void lock(Subject subject) {
    parts.inFlight().lock(subject.tenant(), subject.points());
  }

  private List<Stop> stops(Transaction transaction, Subject subject) {
    return parts
        .ledger()
        .read(transaction, subject.tenant(), Set.of(), subject.points())
        .stops();
  }

  private Optional<Instant> ended(
      Transaction transaction, Subject subject, String scope, Cause cause) {
    return parts.ledger().ended(transaction, subject.tenant(), scope, cause, subject.points());
  }

  private ConsentEntry end(Subject subject, Stop stop) {
    return entry(UUID.randomUUID(), subject, Kind.RESUMED, stop.scope(), stop.cause(), after(stop));
  }

  private ConsentEntry entry(
      UUID id, Subject subject, Kind kind, String scope, Cause cause, Instant at) {
    return new ConsentEntry(id, subject.person(), kind, scope, cause, at, clock.instant());
  }

  private void write(
      Transaction transaction, ConsentEntry entry, Subject subject, Evidence evidence, By by) {
    parts
        .ledger()
        .append(transaction, entry, subject.points(), evidence)
        .ifPresent(hash -> parts.wiring().trail().record(transaction, audit(entry, hash, by)));
  }

  private static AuditEntry audit(ConsentEntry entry, byte[] evidenceHash, By by) {
    String type = "consent." + entry.kind().name().toLowerCase(Locale.ROOT);
    return about(entry.person(), AuditEntry.of(type, entry.person().tenant(), by))
        .evidence(evidenceHash)
        .with("event", entry.id().toString())
        .with("scope", entry.scope())
        .with("cause", entry.cause().name());
  }

  private static AuditEntry about(Person person, AuditEntry entry) {
    return person.isUnnamed() ? entry : entry.about(person);
  }

  /** Until that has run a stop is durable but not acknowledged; also one that is delivered again. */
  private void awaitAfterCommit(Transaction transaction, String scope, Subject subject, By by) {
    transaction.afterCommit(() -> {
      long left = parts.inFlight().awaitNone(subject.tenant(), subject.points(), scope);
      if (left > 0) {
        overlapped(subject, left, by);
      }
    });
  }

  private void overlapped(Subject subject, long messages, By by) {
    AuditEntry entry = about(
            subject.person(), AuditEntry.of("consent.overlapped", subject.tenant(), by))
        .with("messages", Long.toString(messages));
    parts.wiring().database().useTransaction(tx -> {
      parts.wiring().trail().record(tx, entry);
    });
  }
}
