package io.waxseal;

import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.audit.AuditEntry;
import io.waxseal.guard.Wiring;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
   * @param last the inbox, the person's key, then the directory: erased in one transaction, since a person whose points
   *     still lead to a destroyed key could neither be written for nor be forgotten, and an event that came in meanwhile
   *     would be lost without a word
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
    List<Visit> visits = sources.stream().map(Visit::new).toList();
    List<Visit> together = last.stream().map(Visit::new).toList();
    Set<Person> identities = wiring.people().identities(person);
    visits.forEach(visit -> visit.erase(identities));
    Set<Person> become = eraseTogether(person, together);
    visits.forEach(visit -> visit.eraseWhatCame(become));
    List<Erasure.Outcome> outcomes = new ArrayList<>();
    visits.forEach(visit -> outcomes.add(visit.outcome()));
    together.forEach(visit -> outcomes.add(visit.outcome()));
    scrub().ifPresent(outcomes::add);
    Erasure erasure = new Erasure(person, because, outcomes);
    audit(
        erasure.incomplete().isEmpty() ? "erasure.completed" : "erasure.incomplete",
        person,
        because);
    return erasure;
  }

  /** Returns who the person has become by then: it may have been merged while the other places were visited. */
  private Set<Person> eraseTogether(Person person, List<Visit> together) {
    try {
      return wiring.database().inTransaction(tx -> {
        Set<Person> identities = wiring.people().reserve(tx, person);
        together.forEach(visit -> visit.erase(identities));
        if (together.stream().anyMatch(visit -> visit.outcome().incomplete())) {
          throw new IllegalStateException(
              "one of the last places failed, so none of them is erased yet");
        }
        return identities;
      });
    } catch (RuntimeException e) {
      together.forEach(visit -> visit.undo(e.getClass().getName()));
      return Set.of(person);
    }
  }

  /** Old pages of the database keep what was deleted until its log is emptied; said only if it could not be. */
  private Optional<Erasure.Outcome> scrub() {
    try {
      wiring.database().scrub();
      return Optional.empty();
    } catch (RuntimeException e) {
      String thrown = e.getClass().getName();
      LOG.error("the database's log could not be emptied: {}; call erase again", thrown);
      return Optional.of(new Erasure.Outcome("database log", 0, 0, 0, Optional.of(thrown)));
    }
  }

  private void audit(String type, Person person, Because because) {
    Database database = wiring.database();
    AuditEntry entry = AuditEntry.of(type, person.tenant(), SELF)
        .aboutErased(person)
        .with("ground", because.ground().name())
        .with("reference", because.reference());
    database.useTransaction(tx -> {
      wiring.trail().record(tx, entry);
    });
  }
}
