package io.waxseal.contract.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Tenant;
import io.waxseal.crypto.PersonKey;
import io.waxseal.crypto.PersonKeyStore;
import io.waxseal.person.Person;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of person keys keeps to; extend it and open an empty store. */
public abstract class PersonKeyStoreContract {
  private static final Instant BORN = Instant.parse("2026-02-03T04:05:06.789Z");
  private static final Instant GONE = BORN.plusSeconds(60);

  private final Person ana = new Person(new Tenant("one"), UUID.randomUUID());
  private PersonKeyStore store;

  /** An empty store. */
  protected abstract PersonKeyStore open();

  @BeforeEach
  void openStore() {
    store = open();
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
    Set<UUID> ids = new HashSet<>(IntStream.range(0, 64)
        .parallel()
        .mapToObj(i -> store.insertIfAbsent(key(ana, i)).id())
        .toList());
    assertThat(ids).hasSize(1);
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
