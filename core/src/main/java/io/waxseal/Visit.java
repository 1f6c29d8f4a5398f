package io.waxseal;

import io.waxseal.internal.log.Thrown;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an erasure does in one place; a call there that throws counts nothing and is remembered. */
final class Visit {
  private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

  private final PersonalDataSource source;
  private String name;
  private long found;
  private long removed;
  private long left;
  private Optional<String> failure = Optional.empty();

  Visit(PersonalDataSource source) {
    this.source = source;
    name = source.getClass().getSimpleName();
    ask(() -> {
      name = source.name();
      return 0;
    });
  }

  void erase(Set<Person> identities) {
    for (Person identity : identities) {
      found += ask(() -> source.find(identity).records());
      removed += ask(() -> source.erase(identity).records());
      left += ask(() -> source.verifyGone(identity));
    }
  }

  /** Erases what came after the first visit, of whoever the person has become since. */
  void eraseWhatCame(Set<Person> identities) {
    long before = left;
    left = 0;
    for (Person identity : identities) {
      long there = ask(() -> source.verifyGone(identity));
      found += there;
      if (there > 0) {
        removed += ask(() -> source.erase(identity).records());
        left += ask(() -> source.verifyGone(identity));
      }
    }
    // what was left the first time was found then
    found -= Math.min(found, before);
  }

  /** Nothing of it has happened: its transaction was rolled back, or never began. */
  void undo(String because) {
    left = Math.max(left, found);
    removed = 0;
    failure = failure.or(() -> Optional.of(because));
  }

  Erasure.Outcome outcome() {
    return new Erasure.Outcome(name, found, removed, left, failure);
  }

  private long ask(LongSupplier call) {
    try {
      return call.getAsLong();
    } catch (Exception | Error e) {
      String thrown = e.getClass().getName();
      LOG.error("the erasure failed in {}; call erase again: {}", name, Thrown.withFrames(e));
      failure = Optional.of(thrown);
      return 0;
    }
  }
}
