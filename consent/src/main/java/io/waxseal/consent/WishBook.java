package io.waxseal.consent;

import io.waxseal.account.By;
import io.waxseal.audit.AuditEntry;
import io.waxseal.consent.ConsentEntry.Kind;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Person;
import io.waxseal.person.Whereabouts;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.Received;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
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
  void granted(
      Transaction transaction,
      Subject subject,
      String purpose,
      Evidence evidence,
      By by,
      Instant spoken,
      ConsentEntry.Terms terms) {
    lock(transaction, subject);
    ConsentEntry grant = new ConsentEntry(
        UUID.randomUUID(),
        subject.person(),
        Kind.GRANTED,
        purpose,
        Cause.HOST,
        spoken,
        clock.instant(),
        terms);
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
    stopNow(transaction, subject, Scopes.MARKETING, Cause.PLATFORM, ANSWER, META);
  }

  /** The host says that a person wants messages again: what the host had recorded ends, and nothing else. */
  void resumed(Transaction transaction, Subject subject, Evidence evidence, By by) {
    lock(transaction, subject);
    for (Stop stop : stops(transaction, subject)) {
      if (stop.cause() == Cause.HOST) {
        write(transaction, end(subject, stop), subject, evidence, by);
      }
    }
  }

  /** A signed event says that the customer stopped something. */
  void heardStop(
      Transaction transaction, Received event, Subject subject, String scope, Cause cause) {
    heardStop(transaction, event, subject, scope, cause, event.occurredAt());
  }

  /** As {@link #heardStop(Transaction, Received, Subject, String, Cause)}, with the time it was said. */
  void heardStop(
      Transaction transaction,
      Received event,
      Subject subject,
      String scope,
      Cause cause,
      Instant said) {
    lock(transaction, subject, said);
    Instant at = heard(said, ended(transaction, subject, scope, cause));
    ConsentEntry stop = entry(event.id(), subject, Kind.STOPPED, scope, cause, at);
    // under the tenant's own key, which no erasure destroys, nothing is kept that names somebody
    Evidence evidence = subject.person().isUnnamed() ? ANSWER : Evidence.event(event);
    write(transaction, stop, subject, evidence, CUSTOMER);
    awaitAfterCommit(transaction, scope, subject, carriers(transaction, subject, said), CUSTOMER);
  }

  /** A signed event says that the customer ended stops of a cause. */
  void heardResume(
      Transaction transaction, Received event, Subject subject, String scope, Cause cause) {
    lock(transaction, subject);
    Instant latest = stops(transaction, subject).stream()
        .filter(stop -> stop.cause() == cause)
        .map(WishBook::after)
        .reduce(clock.instant(), WishBook::later);
    Instant at = event.occurredAt().isAfter(latest) ? latest : event.occurredAt();
    ConsentEntry end = entry(event.id(), subject, Kind.RESUMED, scope, cause, at);
    write(transaction, end, subject, Evidence.event(event), CUSTOMER);
  }

  /** Points were tied together: stops that reach further now are waited for before the answer. */
  void linked(Transaction transaction, Subject subject) {
    lock(transaction, subject);
    Standing standing = standing(transaction, subject);
    List<String> scopes = standing.stops().stream().map(Stop::scope).distinct().toList();
    Set<IndexedPoint> reached = carriers(transaction, subject, clock.instant());
    // a stop of before reaches all phones of the human, also those the event does not name
    reached.addAll(standing.locked());
    parts.inFlight().lock(reached);
    for (String scope : scopes) {
      boolean widest =
          scopes.stream().noneMatch(other -> !other.equals(scope) && Scopes.covers(other, scope));
      if (widest) {
        awaitAfterCommit(transaction, scope, subject, reached, CUSTOMER);
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
    lock(transaction, subject);
    Instant at = ended(transaction, subject, scope, cause)
        .map(end -> later(end, clock.instant()))
        .orElseGet(clock::instant);
    ConsentEntry stop = entry(UUID.randomUUID(), subject, Kind.STOPPED, scope, cause, at);
    write(transaction, stop, subject, evidence, by);
    awaitAfterCommit(transaction, scope, subject, carriers(transaction, subject, at), by);
  }

  private Instant heard(Instant said, Optional<Instant> ended) {
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

  private void lock(Transaction transaction, Subject subject) {
    lock(transaction, subject, clock.instant());
  }

  /** Nothing is read before but where the wish counts, and that again once it is locked. */
  private void lock(Transaction transaction, Subject subject, Instant said) {
    Set<IndexedPoint> locked = Set.of();
    Set<IndexedPoint> carriers = subject.named();
    while (!locked.containsAll(carriers)) {
      locked = carriers;
      parts.inFlight().lock(locked);
      carriers = carriers(transaction, subject, said);
    }
  }

  /** Where a wish counts that was said at a time and is taken in now: a late one counts at phones that were left since. */
  private Set<IndexedPoint> carriers(Transaction transaction, Subject subject, Instant said) {
    Whereabouts known =
        parts.wiring().people().whereabouts(transaction, subject.tenant(), subject.named());
    Set<IndexedPoint> all = new LinkedHashSet<>(known.carriers(subject.named(), said));
    all.addAll(known.carriers(subject.named(), clock.instant()));
    return all;
  }

  private List<Stop> stops(Transaction transaction, Subject subject) {
    return standing(transaction, subject).stops();
  }

  private Optional<Instant> ended(
      Transaction transaction, Subject subject, String scope, Cause cause) {
    return standing(transaction, subject).ended(scope, cause);
  }

  /** What holds for the human who said it; a wish names an account first. */
  Standing standing(Transaction transaction, Subject subject) {
    return parts.standing(transaction, subject.tenant(), speaker(subject));
  }

  /** The point that tells who speaks: an account if one is named. */
  static IndexedPoint speaker(Subject subject) {
    return subject.named().stream()
        .filter(named -> !named.isPhone())
        .findFirst()
        .orElseGet(() -> subject.named().iterator().next());
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
        .append(transaction, entry, subject.named(), evidence.recordedBy(by))
        .ifPresent(hash -> parts.wiring().trail().record(transaction, audit(entry, hash, by)));
  }

  private static AuditEntry audit(ConsentEntry entry, byte[] evidenceHash, By by) {
    String type = "consent." + entry.kind().name().toLowerCase(Locale.ROOT);
    AuditEntry audit = about(entry.person(), AuditEntry.of(type, entry.person().tenant(), by))
        .evidence(evidenceHash)
        .with("event", entry.id().toString())
        .with("scope", entry.scope())
        .with("cause", entry.cause().name());
    if (entry.terms().version() > 0) {
      audit = audit.with("version", Integer.toString(entry.terms().version()));
    }
    Optional<String> notice = entry.terms().noticeHash();
    return notice.isPresent() ? audit.with("notice", notice.get()) : audit;
  }

  private static AuditEntry about(Person person, AuditEntry entry) {
    return person.isUnnamed() ? entry : entry.about(person);
  }

  /** Until that has run a stop is durable but not acknowledged; also one that is delivered again. */
  private void awaitAfterCommit(
      Transaction transaction, String scope, Subject subject, Set<IndexedPoint> carriers, By by) {
    transaction.afterCommit(() -> {
      long left =
          parts.inFlight().awaitNone(subject.tenant(), carriers, scope, transaction.sinceCommit());
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
