package io.waxseal.crypto;

import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import java.time.Clock;

/** Person keys as personal data: an erasure destroys the key, and with it everything sealed under it. */
final class PersonKeySource implements PersonalDataSource {
  private final PersonKeyStore store;
  private final Clock clock;

  PersonKeySource(PersonKeyStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "vault";
  }

  @Override
  public Removed erase(Person person) {
    Erasable.require(person);
    return new Removed(store.destroy(person, clock.instant()) ? 1 : 0);
  }

  @Override
  public long verifyGone(Person person) {
    return store.find(person).filter(key -> key.destroyedAt().isEmpty()).isPresent() ? 1 : 0;
  }
}
