package io.waxseal.consent;

import io.waxseal.account.By;
import io.waxseal.audit.AuditEntry;
import io.waxseal.guard.AfterEvent;
import io.waxseal.guard.Probe;
import io.waxseal.guard.Sender;
import io.waxseal.guard.Severity;
import io.waxseal.guard.Signal;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Person;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.EchoReceived;
import io.waxseal.webhook.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks afterwards at what somebody typed in the phone app, past the gate: whether the customer had stopped everything and
 * not written since. The trail has {@code consent.bypassed} then, at least once, watchers are told, and health says so for an hour. A stop of
 * marketing alone says nothing here, since nobody knows what the message was for.
 */
final class BypassCheck implements AfterEvent, Probe {
  private static final Duration LATELY = Duration.ofHours(1);
  private static final String BYPASSED = "consent.bypassed";
  private static final By SELF = By.system("waxseal.consent");

  private final Parts parts;
  private long count;
  private @Nullable Instant last;

  BypassCheck(Parts parts) {
    this.parts = parts;
  }

  @Override
  public void after(Received event, Sender sender) {
    if (event.event() instanceof EchoReceived echo && !event.standby()) {
      parts
          .wiring()
          .database()
          .inTransaction(tx -> check(tx, event, echo))
          .ifPresent(stop -> note(event, stop));
    }
  }

  private Optional<Stop> check(Transaction transaction, Received event, EchoReceived echo) {
    Optional<Stop> stopped = echo.recipient().stream()
        .flatMap(point -> stop(transaction, event, point).stream())
        .max(Comparator.comparing(Stop::since));
    stopped.ifPresent(stop -> {
      AuditEntry entry = AuditEntry.of(BYPASSED, event.tenant(), SELF)
          .with("event", event.id().toString())
          .with("scope", stop.scope())
          .with("cause", stop.cause().name());
      Optional<Person> person = event.person();
      parts.wiring().trail().record(transaction, person.map(entry::about).orElse(entry));
    });
    return stopped;
  }

  /**
   * The stop of everything that was in force at a point when the message was typed, unless she wrote between the two.
   * Webhooks come in any order: what she wrote later may be known already, and excuses nothing.
   */
  private Optional<Stop> stop(Transaction transaction, Received event, ContactPoint point) {
    IndexedPoint indexed = parts.wiring().people().index(event.tenant(), point);
    Standing then = parts.standing(transaction, event.tenant(), indexed).asOf(event.occurredAt());
    Optional<Instant> wrote =
        then.last(parts.window().all(transaction, event.tenant(), then.known().points()).stream()
            .filter(inbound -> !inbound.at().isAfter(event.occurredAt()))
            .toList());
    return then.stops().stream()
        .filter(stop -> stop.scope().equals(Scopes.EVERYTHING))
        .filter(stop -> stop.since().isBefore(event.occurredAt()))
        .filter(stop -> wrote.filter(at -> at.isAfter(stop.since())).isEmpty())
        .max(Comparator.comparing(Stop::since));
  }

  private void note(Received event, Stop stop) {
    count(parts.wiring().clock().instant());
    parts
        .wiring()
        .watcher()
        .told(new Signal(
            Severity.WARNING,
            BYPASSED,
            event.tenant(),
            event.phoneNumberId(),
            event.occurredAt(),
            Map.of("cause", stop.cause().name())));
  }

  private synchronized void count(Instant at) {
    count++;
    last = at;
  }

  @Override
  public String name() {
    return "bypassed";
  }

  @Override
  public synchronized Finding look() {
    Instant now = parts.wiring().clock().instant();
    Map<String, Long> figures = Map.of("since_start", count);
    boolean lately = last != null && !last.isBefore(now.minus(LATELY));
    return lately
        ? new Finding(
            Severity.WARNING,
            "somebody wrote from the phone app, past the gate, to a person who had stopped everything; the entries"
                + " consent.bypassed of the trail say to whom",
            figures)
        : new Finding(
            Severity.INFO, "nobody who stopped was written to from the phone app lately", figures);
  }
}
