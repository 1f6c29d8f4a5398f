package io.waxseal.contract.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Tenant;
import io.waxseal.contract.Race;
import io.waxseal.contract.StoreContract;
import io.waxseal.crypto.PersonKey;
import io.waxseal.crypto.PersonKeyStore;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PersonKeyStore} keeps to: one key a person, and after its end never another. */
public abstract class PersonKeyStoreContract extends StoreContract {
  private static final Instant BORN = Instant.parse("2026-02-03T04:05:06.789Z");
  private static final Instant GONE = BORN.plusSeconds(60);

  private final Person ana = new Person(new Tenant("one"), UUID.randomUUID());
  private PersonKeyStore store;

  /** For extending. */
  protected PersonKeyStoreContract() {}

  /**
   * Opens a store.
   *
   * @param database where it is kept, empty
   * @return the store
   */
  protected abstract PersonKeyStore open(Database database);

  @BeforeEach
  final void openStore() {
    store = open(database());
  }

  @Test
  void aStrangerHasNoKey() {
    assertThat(store.find(ana)).isEmpty();
  }

  @Test
  void aKeyComesBackAsItWas() {
    PersonKey key = key(ana, 1);
    store.insertIfAbsent(key);
    PersonKey found = store.find(ana).orElseThrow();
    assertThat(found.id()).isEqualTo(key.id());
    assertThat(found.person()).isEqualTo(ana);
    assertThat(found.version()).isEqualTo(1);
    assertThat(found.createdAt()).isEqualTo(BORN);
    assertThat(found.wrapped().orElseThrow()).containsExactly(1, 1, 1);
    assertThat(found.destroyedAt()).isEmpty();
  }

  @Test
  void theFirstKeyStays() {
    PersonKey first = key(ana, 1);
    store.insertIfAbsent(first);
    assertThat(store.insertIfAbsent(key(ana, 2)).id()).isEqualTo(first.id());
  }

  @Test
  void theSamePersonOfAnotherTenantHasAKeyOfItsOwn() {
    store.insertIfAbsent(key(ana, 1));
    assertThat(store.find(new Person(new Tenant("two"), ana.id()))).isEmpty();
  }

  @Test
  void aDestroyedKeyLeavesATombstone() {
    PersonKey key = key(ana, 1);
    store.insertIfAbsent(key);
    assertThat(store.destroy(ana, GONE)).isTrue();
    PersonKey left = store.find(ana).orElseThrow();
    assertThat(left.wrapped()).isEmpty();
    assertThat(left.destroyedAt()).contains(GONE);
    assertThat(left.id()).isEqualTo(key.id());
  }

  @Test
  void destroyingTwiceKeepsTheFirstTombstone() {
    store.insertIfAbsent(key(ana, 1));
    store.destroy(ana, GONE);
    assertThat(store.destroy(ana, GONE.plusSeconds(1))).isFalse();
    assertThat(store.find(ana).orElseThrow().destroyedAt()).contains(GONE);
  }

  @Test
  void noKeyFollowsATombstone() {
    store.insertIfAbsent(key(ana, 1));
    store.destroy(ana, GONE);
    assertThat(store.insertIfAbsent(key(ana, 2)).wrapped()).isEmpty();
    assertThat(store.find(ana).orElseThrow().wrapped()).isEmpty();
  }

  @Test
  void aStrangerWhoIsDestroyedNeverGetsAKey() {
    assertThat(store.destroy(ana, GONE)).isFalse();
    assertThat(store.insertIfAbsent(key(ana, 1)).destroyedAt()).contains(GONE);
  }

  @Test
  void aTombstoneIsNotInserted() {
    PersonKey tombstone = PersonKey.destroyed(ana, UUID.randomUUID(), 1, BORN, GONE);
    assertThatThrownBy(() -> store.insertIfAbsent(tombstone))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void manyInsertionsAtOnceAgreeOnOneKey() {
    List<UUID> ids = Race.of(thread -> store.insertIfAbsent(key(ana, thread)).id());
    assertThat(Set.copyOf(ids)).hasSize(1);
  }

  @Test
  void ofManyThreadsThatDestroyOneKeyOneDoes() {
    store.insertIfAbsent(key(ana, 1));
    List<Boolean> destroyed = Race.of(thread -> store.destroy(ana, GONE.plusSeconds(thread)));
    assertThat(destroyed).containsOnlyOnce(true);
  }

  @Test
  void noKeyOutlivesItsDestructionHoweverManyInsertMeanwhile() {
    Race.run(thread -> {
      if (thread % 8 == 0) {
        store.destroy(ana, GONE);
      } else {
        store.insertIfAbsent(key(ana, thread));
      }
    });
    PersonKey left = store.find(ana).orElseThrow();
    assertThat(left.wrapped()).isEmpty();
    assertThat(left.destroyedAt()).contains(GONE);
  }

  @Test
  void whatIsRolledBackWasNeverStored() {
    assertThatThrownBy(() -> database().inTransaction(tx -> {
          store.insertIfAbsent(key(ana, 1));
          throw new IllegalStateException("on purpose");
        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(store.find(ana)).isEmpty();
  }

  @Test
  void aCrashWhileAKeyIsInsertedLeavesAllOfItOrNothing() {
    crashes().atEachStep(() -> key(stranger(), 1), store::insertIfAbsent, key -> {
      Optional<PersonKey> left = store.find(key.person());
      PersonKey second = store.insertIfAbsent(key(key.person(), 2));
      assertThat(left.stream()).allSatisfy(found -> assertThat(found.id()).isEqualTo(key.id()));
      assertThat(left.isPresent()).isEqualTo(second.id().equals(key.id()));
    });
  }

  @Test
  void aCrashWhileAKeyIsDestroyedLeavesTheKeyOrItsTombstone() {
    crashes().atEachStep(this::inserted, key -> store.destroy(key.person(), GONE), key -> {
      PersonKey left = store.find(key.person()).orElseThrow();
      assertThat(left.wrapped().isPresent()).isEqualTo(left.destroyedAt().isEmpty());
      assertThat(store.destroy(key.person(), GONE)).isEqualTo(left.wrapped().isPresent());
      assertThat(store.find(key.person()).orElseThrow().wrapped()).isEmpty();
    });
  }

  @Test
  void aCrashWhileAStrangerIsDestroyedLeavesNobodyOrATombstone() {
    crashes().atEachStep(() -> stranger(), person -> store.destroy(person, GONE), person -> {
      assertThat(store.find(person).stream())
          .allSatisfy(left -> assertThat(left.wrapped()).isEmpty());
      assertThat(store.destroy(person, GONE)).isFalse();
      assertThat(store.insertIfAbsent(key(person, 1)).wrapped()).isEmpty();
    });
  }

  private PersonKey inserted() {
    return store.insertIfAbsent(key(stranger(), 1));
  }

  private static Person stranger() {
    return new Person(Tenant.DEFAULT, UUID.randomUUID());
  }

  @Test
  void changingTheBytesThatWereGivenChangesNothingStored() {
    store.insertIfAbsent(key(ana, 1));
    store.find(ana).orElseThrow().wrapped().orElseThrow()[0] = 99;
    assertThat(store.find(ana).orElseThrow().wrapped().orElseThrow()).containsExactly(1, 1, 1);
  }

  private static PersonKey key(Person person, int content) {
    byte value = (byte) content;
    return PersonKey.live(person, UUID.randomUUID(), 1, BORN, new byte[] {value, value, value});
  }
}
