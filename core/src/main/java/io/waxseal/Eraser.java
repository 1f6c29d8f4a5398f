package io.waxseal;

import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.audit.AuditEntry;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Visits every place that holds something of a person; a place that fails stops nobody. */
final class Eraser {
  private static final Logger LOG = LoggerFactory.getLogger(Eraser.class);
  private static final By SELF = By.system("waxseal.erasure");

  private final Wiring wiring;
  private final List<PersonalDataSource> sources;
  private final List<PersonalDataSource> last;

  /**
   * The sources in the order of the visit, the host's first.
   *
   * @param last the person's key, then the directory: erased in one transaction, since a person whose points still lead
   *     to a destroyed key could neither be written for nor be forgotten
   */
  Eraser(Wiring wiring, List<PersonalDataSource> sources, List<PersonalDataSource> last) {
    this.wiring = wiring;
    this.sources = List.copyOf(sources);
    this.last = List.copyOf(last);
  }

  Erasure erase(Person person, Because because) {
    if (person.isUnnamed()) {
      throw new IllegalArgumentException(
          "the tenant's own place is no person and cannot be erased");
    }
    audit("erasure.requested", person, because);
    List<Person> identities = List.copyOf(wiring.people().identities(person));
    List<Erasure.Outcome> outcomes = new ArrayList<>();
    for (PersonalDataSource source : sources) {
      outcomes.add(visit(source, identities));
    }
    outcomes.addAll(visitTogether(identities));
    Erasure.Outcome log = scrub();
    if (log.incomplete()) {
      outcomes.add(log);
    }
    Erasure erasure = new Erasure(person, because, outcomes);
    audit(
        erasure.incomplete().isEmpty() ? "erasure.completed" : "erasure.incomplete",
        person,
        because);
    return erasure;
  }

  private List<Erasure.Outcome> visitTogether(List<Person> identities) {
    List<Erasure.Outcome> outcomes = new ArrayList<>();
    try {
      wiring.database().inTransaction(tx -> {
        last.forEach(source -> outcomes.add(visit(source, identities)));
        if (outcomes.stream().anyMatch(Erasure.Outcome::incomplete)) {
          throw new IllegalStateException(
              "one of the last places failed, so none of them is erased yet");
        }
        return Boolean.TRUE;
      });
    } catch (RuntimeException e) {
      Optional<String> failure = Optional.of(e.getClass().getName());
      outcomes.replaceAll(undone -> new Erasure.Outcome(
          undone.source(),
          undone.found(),
          0,
          Math.max(undone.left(), undone.found()),
          undone.failure().or(() -> failure)));
    }
    return outcomes;
  }

  private static Erasure.Outcome visit(PersonalDataSource source, List<Person> identities) {
    Tally tally = new Tally();
    String name = source.getClass().getSimpleName();
    try {
      name = source.name();
    } catch (Exception | Error e) {
      tally.failed("name()", e);
    }
    for (Person identity : identities) {
      tally.found += tally.ask(name, () -> source.find(identity).records());
      tally.removed += tally.ask(name, () -> source.erase(identity).records());
      tally.left += tally.ask(name, () -> source.verifyGone(identity));
    }
    return new Erasure.Outcome(name, tally.found, tally.removed, tally.left, tally.failure);
  }

  /** Adds up what one place says; a call that throws counts nothing and is remembered. */
  private static final class Tally {
    private long found;
    private long removed;
    private long left;
    private Optional<String> failure = Optional.empty();

    long ask(String name, LongSupplier call) {
      try {
        return call.getAsLong();
      } catch (Exception | Error e) {
        failed(name, e);
        return 0;
      }
    }

    void failed(String name, Throwable e) {
      LOG.error(
          "the erasure failed in {} with {}; call erase again",
          name,
          e.getClass().getName());
      failure = Optional.of(e.getClass().getName());
    }
  }

  /** Old pages of the database keep what was deleted until its log is emptied; said only if it could not be. */
  private Erasure.Outcome scrub() {
    Tally tally = new Tally();
    tally.left = tally.ask("database log", () -> {
      wiring.database().scrub();
      return 0;
    });
    return new Erasure.Outcome("database log", 0, 0, tally.left, tally.failure);
  }

  private void audit(String type, Person person, Because because) {
    Database database = wiring.database();
    AuditEntry entry = AuditEntry.of(type, person.tenant(), SELF)
        .aboutErased(person)
        .with("ground", because.ground().name())
        .with("reference", because.reference());
    database.inTransaction(tx -> {
      wiring.trail().record(tx, entry);
      return Boolean.TRUE;
    });
  }
}
