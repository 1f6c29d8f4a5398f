package io.waxseal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.waxseal.Health.Check;
import io.waxseal.Health.Status;
import io.waxseal.account.Account;
import io.waxseal.account.SecretSource;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.account.WaxsealException;
import io.waxseal.guard.Probe;
import io.waxseal.guard.Wiring;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.RecordKind;
import io.waxseal.send.SendGate;
import io.waxseal.webhook.Inbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at everything that is needed, at the start and whenever the host asks. */
final class Checkup {
  private static final Logger LOG = LoggerFactory.getLogger(Checkup.class);
  /** The service window is kept shut a minute early; a clock that errs by more could open it too long. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  private static final Duration LATELY = Duration.ofHours(1);
  private static final Duration BACKLOG_TOLERANCE = Duration.ofMinutes(5);
  private static final UUID NOBODY = new UUID(0, 0);
  private static final byte[] PROBE = "health".getBytes(US_ASCII);

  private final Wiring wiring;
  private final Inbox inbox;
  private final SendGate gate;
  private final Background background;
  private final Map<String, SecretSource> secrets;
  private final HeldBack heldBack;
  private final Unsigned unsigned;
  private final Handlers handlers;
  private final Duration identityTrust;
  private final List<Probe> probes;

  Checkup(
      Wiring wiring,
      Inbox inbox,
      SendGate gate,
      Background background,
      Optional<SecretSource> verifyToken,
      HeldBack heldBack,
      Unsigned unsigned,
      Handlers handlers,
      Duration identityTrust,
      List<Probe> probes) {
    this.wiring = wiring;
    this.inbox = inbox;
    this.gate = gate;
    this.background = background;
    this.secrets = secrets(wiring.accounts(), verifyToken);
    this.heldBack = heldBack;
    this.unsigned = unsigned;
    this.handlers = handlers;
    this.identityTrust = identityTrust;
    this.probes = List.copyOf(probes);
  }

  private static Map<String, SecretSource> secrets(
      List<Account> accounts, Optional<SecretSource> verifyToken) {
    Map<String, SecretSource> all = new LinkedHashMap<>();
    verifyToken.ifPresent(source -> all.put("the verify token", source));
    for (Account account : accounts) {
      String owner = " of account " + account.phoneNumberId().value();
      account.accessToken().ifPresent(source -> all.put("the access token" + owner, source));
      for (SecretSource source : account.appSecrets()) {
        all.put("app secret " + (account.appSecrets().indexOf(source) + 1) + owner, source);
      }
    }
    return all;
  }

  /**
   * At the start: a secret or key that cannot be had ends it; a wrong clock is only said, since nothing depends on it
   * alone. Keys are fetched now, lest the first webhook hold the database while a key service is asked.
   */
  void atStart() {
    List<String> trouble = trouble();
    if (!trouble.isEmpty()) {
      throw new SecretUnavailableException(String.join("; ", trouble));
    }
    Check vault = vault("vault");
    if (vault.status() != Status.UP) {
      LOG.warn("{}", vault.says());
    }
    Check clock = clock();
    if (clock.status() != Status.UP) {
      LOG.warn("{}", clock.says());
    }
  }

  /** All that is wrong with secrets, so that one start shows it. */
  private List<String> trouble() {
    List<String> trouble = new ArrayList<>();
    secrets.forEach((name, source) -> {
      try {
        Secrets.credential(name, source);
      } catch (SecretUnavailableException e) {
        trouble.add(e.getMessage());
      }
    });
    return trouble;
  }

  Health health() {
    List<Check> checks = new ArrayList<>(List.of(
        probe("database", this::database),
        probe("clock", name -> clock()),
        probe("secrets", this::secrets),
        probe("accounts", this::accounts),
        probe("vault", this::vault),
        probe("people", this::people),
        probe("inbox", this::inbox),
        probe("journal", this::journal),
        probe("trail", this::trail),
        probe("work", this::work),
        probe("handlers", this::handlers)));
    probes.forEach(more -> checks.add(probe(more.name(), name -> check(name, more.look()))));
    return new Health(wiring.clock().instant(), checks);
  }

  private static Check probe(String name, Function<String, Check> look) {
    try {
      return look.apply(name);
    } catch (WaxsealException e) {
      return new Check(name, Status.DOWN, String.valueOf(e.getMessage()), Map.of());
    } catch (Exception e) {
      // what a host's own part throws may quote anything
      return new Check(
          name, Status.DOWN, "failed with " + e.getClass().getName() + "; see the log", Map.of());
    }
  }

  private static Check check(String name, Probe.Finding found) {
    Status status = switch (found.severity()) {
      case INFO -> Status.UP;
      case WARNING -> Status.DEGRADED;
      case CRITICAL -> Status.DOWN;
    };
    return new Check(name, status, found.says(), found.figures());
  }

  private Check database(String name) {
    long before = System.nanoTime();
    wiring.database().now();
    long millis = Duration.ofNanos(System.nanoTime() - before).toMillis();
    return new Check(name, Status.UP, "a transaction can begin", Map.of("millis", millis));
  }

  private Check clock() {
    Instant before = wiring.clock().instant();
    Instant there = wiring.database().now();
    Instant after = wiring.clock().instant();
    Duration ahead = before.isAfter(there)
        ? Duration.between(there, before)
        : Duration.between(there, after.isBefore(there) ? after : there);
    Map<String, Long> figures = Map.of("ahead_millis", ahead.toMillis());
    if (ahead.abs().compareTo(CLOCK_TOLERANCE) > 0) {
      return new Check(
          "clock",
          Status.DEGRADED,
          "the clock is " + ahead.toSeconds()
              + " s ahead of the database's (behind, if negative); synchronise both",
          figures);
    }
    return new Check("clock", Status.UP, "agrees with the database's", figures);
  }

  private Check secrets(String name) {
    Map<String, Long> lately = heldBack.lately(wiring.clock().instant());
    Map<String, Long> figures = Map.of(
        "secrets", (long) secrets.size(),
        "held_back", heldBack.total(),
        "held_back_last_hour",
            lately.values().stream().mapToLong(count -> count).sum());
    List<String> trouble = trouble();
    if (!trouble.isEmpty()) {
      return new Check(name, Status.DOWN, String.join("; ", trouble), figures);
    }
    return lately.isEmpty()
        ? new Check(name, Status.UP, "each can be used", figures)
        : new Check(
            name,
            Status.DEGRADED,
            "webhooks were held back in the last hour, since an app secret of another account signed them and none of"
                + " their own; give the app's current secret to account "
                + String.join(", ", lately.keySet()),
            figures);
  }

  /** What the other side says of our tokens and secrets: only there a wrong one shows. */
  private Check accounts(String name) {
    List<String> trouble = new ArrayList<>();
    gate.troubles()
        .forEach((account, why) -> trouble.add("account " + account + " cannot send: " + why));
    long refused = unsigned.lately(wiring.clock().instant());
    if (refused > 0) {
      trouble.add(refused + (refused == 1 ? " webhook was" : " webhooks were")
          + " signed by no app secret that is known, and none by one since; if Meta sent them, an app secret is wrong or of"
          + " another app");
    }
    Map<String, Long> figures =
        Map.of("refused_by_meta", (long) gate.troubles().size(), "unsigned", refused);
    return trouble.isEmpty()
        ? new Check(name, Status.UP, "Meta refuses no account as a whole", figures)
        : new Check(name, Status.DEGRADED, String.join("; ", trouble), figures);
  }

  private Check vault(String name) {
    Context nowhere = Context.of(RecordKind.INBOX, "health", NOBODY, "probe");
    List<Tenant> tenants =
        wiring.accounts().stream().map(Account::tenant).distinct().toList();
    for (Tenant tenant : tenants) {
      Person owner = Person.unnamed(tenant);
      byte[] sealed = wiring.vault().seal(owner, nowhere, PROBE);
      wiring.vault().open(owner, nowhere, sealed).orThrow();
    }
    Map<String, Long> figures = Map.of("tenants", (long) tenants.size());
    List<String> cautions = wiring.vault().cautions();
    return cautions.isEmpty()
        ? new Check(name, Status.UP, "seals and opens", figures)
        : new Check(name, Status.DEGRADED, String.join("; ", cautions), figures);
  }

  /** Says the risk that the host has chosen, which no event shows, and whether somebody's contacts cannot be decided. */
  private Check people(String name) {
    long days = identityTrust.toDays();
    PersonDirectory people = wiring.people();
    long lately = people.undecided(wiring.clock().instant().minus(LATELY));
    Map<String, Long> figures = Map.of(
        "trust_days", days,
        "undecided", people.undecided(Instant.EPOCH),
        "undecided_last_hour", lately);
    if (lately > 0) {
      return new Check(
          name,
          Status.DEGRADED,
          "messages to " + lately + (lately == 1 ? " person" : " persons")
              + " were refused in the last hour with RECIPIENT_UNCLEAR, since too many accounts are tied together;"
              + " the entries send.refused of the trail say who, people().links(person) what ties them: unlink what is wrong",
          figures);
    }
    return new Check(
        name,
        Status.UP,
        "a phone counts as that of the only human seen there for " + days
            + " days when a grant is attributed; a number given to somebody else without a sign within that time may get"
            + " what its holder agreed to, see identityTrust",
        figures);
  }

  private Check inbox(String name) {
    Inbox.Backlog backlog = inbox.backlog();
    Duration oldest = backlog
        .oldestDue()
        .map(due -> Duration.between(due, wiring.clock().instant()))
        .orElse(Duration.ZERO);
    Map<String, Long> figures = Map.of(
        "waiting", backlog.waiting(),
        "parked", backlog.parked(),
        "oldest_due_seconds", Math.max(0, oldest.toSeconds()));
    return oldest.compareTo(BACKLOG_TOLERANCE) > 0
        ? new Check(
            name,
            Status.DEGRADED,
            "events are due for more than " + BACKLOG_TOLERANCE.toMinutes()
                + " minutes; see that start() or work() runs and that handlers are quick enough",
            figures)
        : new Check(name, Status.UP, "events are handled in time", figures);
  }

  private Check journal(String name) {
    return new Check(
        name, Status.UP, "can be read", Map.of("undetermined", gate.journal().undetermined()));
  }

  private Check trail(String name) {
    return new Check(
        name, Status.UP, "can be read", Map.of("staged", wiring.trail().staged()));
  }

  /** Many a host handles few kinds, so it is no trouble; the figures show what it may want to hear of. */
  private Check handlers(String name) {
    Map<String, Long> kinds = handlers.unhandled();
    return new Check(
        name,
        Status.UP,
        kinds.isEmpty()
            ? "each event had a handler"
            : "events of some kinds had no handler since the start; the figures count them",
        kinds);
  }

  private Check work(String name) {
    return background
        .trouble(wiring.clock().instant())
        .map(says -> new Check(name, Status.DEGRADED, says, Map.of()))
        .orElseGet(() -> new Check(
            name,
            Status.UP,
            background.started() ? "runs in the background" : "start() was not called",
            Map.of()));
  }
}
