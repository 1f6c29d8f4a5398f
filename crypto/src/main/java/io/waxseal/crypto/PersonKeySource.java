package io.waxseal.crypto;

import io.waxseal.account.StoreException;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.store.Database;
import java.time.Clock;

/** Person keys as personal data: an erasure destroys the key, and with it everything sealed under it. */
final class PersonKeySource implements PersonalDataSource {
  private final Database database;
  private final PersonKeyStore store;
  private final Clock clock;

  PersonKeySource(Database database, PersonKeyStore store, Clock clock) {
    this.database = database;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "vault";
  }

  @Override
  public Found find(Person person) {
    return new Found(live(person));
  }

  @Override
  public Removed erase(Person person) {
    Erasable.require(person);
    boolean lived = database.inTransaction(tx -> {
      tx.afterCommit(this::scrub);
      return store.destroy(person, clock.instant());
    });
    return new Removed(lived ? 1 : 0);
  }

  @Override
  public long verifyGone(Person person) {
    return live(person);
  }

  private long live(Person person) {
    return store.find(person).filter(key -> key.destroyedAt().isEmpty()).isPresent() ? 1 : 0;
  }

  /** The key is destroyed whether or not the log can be emptied now; a busy log is emptied by a later checkpoint. */
  @SuppressWarnings("EmptyCatch")
  private void scrub() {
    try {
      database.scrub();
    } catch (StoreException e) {
      // another process reads; what is left of the key in the log is still wrapped
    }
  }
}
