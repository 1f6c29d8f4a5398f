package io.waxseal.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.person.Archive;
import io.waxseal.person.Archive.Archived;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Archive} keeps to: each entry once, in order, and nothing to read after an erasure. */
public abstract class ArchiveContract extends StoreContract {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123Z");

  private final Person ana = new Person(Tenant.DEFAULT, UUID.randomUUID());
  private final Person ben = new Person(Tenant.DEFAULT, UUID.randomUUID());
  private Vault vault;
  private Archive archive;

  /** For extending. */
  protected ArchiveContract() {}

  /**
   * Opens a vault with its archive.
   *
   * @param database where both are stored, empty
   * @return the vault
   */
  protected abstract Vault open(Database database);

  @BeforeEach
  final void openArchive() {
    vault = open(database());
    archive = vault.archive();
  }

  @Test
  void entriesComeBackOldestFirst() {
    add(ana, UUID.randomUUID(), NOON.plusSeconds(2), "third");
    add(ana, UUID.randomUUID(), NOON, "first");
    add(ana, UUID.randomUUID(), NOON.plusSeconds(1), "second");
    assertThat(texts(archive.read(ana, Instant.MIN, 10)))
        .containsExactly("first", "second", "third");
  }

  @Test
  void entriesOfOneTimeKeepTheirOrder() {
    for (String text : List.of("a", "b", "c", "d")) {
      add(ana, UUID.randomUUID(), NOON, text);
    }
    assertThat(texts(archive.read(ana, NOON, 10))).containsExactly("a", "b", "c", "d");
  }

  @Test
  void anEntryKeepsItsIdAndTime() {
    UUID id = UUID.randomUUID();
    add(ana, id, NOON, "hello");
    Archived entry = archive.read(ana, NOON, 1).get(0);
    assertThat(entry.id()).isEqualTo(id);
    assertThat(entry.at()).isEqualTo(NOON);
  }

  @Test
  void fromIsInclusiveAndMostIsALimit() {
    for (int second = 0; second < 5; second++) {
      add(ana, UUID.randomUUID(), NOON.plusSeconds(second), "at " + second);
    }
    assertThat(texts(archive.read(ana, NOON.plusSeconds(1), 2))).containsExactly("at 1", "at 2");
    assertThat(archive.read(ana, Instant.MAX, 2)).isEmpty();
  }

  @Test
  void aTimeBeyondMillisecondsIsAMistake() {
    for (Instant at : List.of(Instant.MIN, Instant.MAX)) {
      assertThatThrownBy(() -> add(ana, UUID.randomUUID(), at, "when?"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void readingNothingIsAMistake() {
    assertThatThrownBy(() -> archive.read(ana, NOON, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSameIdAgainChangesNothing() {
    UUID id = UUID.randomUUID();
    add(ana, id, NOON, "first");
    add(ana, id, NOON.plusSeconds(9), "again");
    assertThat(texts(archive.read(ana, Instant.EPOCH, 10))).containsExactly("first");
  }

  @Test
  void personsDoNotSeeEachOther() {
    add(ana, UUID.randomUUID(), NOON, "ana's");
    add(new Person(new Tenant("two"), ana.id()), UUID.randomUUID(), NOON, "elsewhere");
    assertThat(archive.read(ben, Instant.EPOCH, 10)).isEmpty();
    assertThat(texts(archive.read(ana, Instant.EPOCH, 10))).containsExactly("ana's");
  }

  @Test
  void whatIsRolledBackWasNeverArchived() {
    assertThatThrownBy(() -> database().inTransaction(tx -> {
          archive.add(tx, ana, UUID.randomUUID(), NOON, "gone".getBytes(UTF_8));
          throw new IllegalStateException("on purpose");
        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(archive.read(ana, Instant.EPOCH, 10)).isEmpty();
    assertThat(vault.personalData().find(ana).records()).isZero();
  }

  @Test
  void anErasureEmptiesTheEntriesAndSaysSo() {
    UUID id = UUID.randomUUID();
    add(ana, id, NOON, "hello");
    add(ben, UUID.randomUUID(), NOON, "ben's");
    assertThat(archive.personalData().find(ana).records()).isEqualTo(1);
    assertThat(archive.personalData().erase(ana).records()).isEqualTo(1);
    assertThat(archive.personalData().verifyGone(ana)).isZero();
    Archived left = archive.read(ana, Instant.EPOCH, 10).get(0);
    assertThat(left.id()).isEqualTo(id);
    assertThat(left.content()).isInstanceOf(Opened.Erased.class);
    assertThat(texts(archive.read(ben, Instant.EPOCH, 10))).containsExactly("ben's");
  }

  @Test
  void erasingTwiceRemovesNothingMore() {
    add(ana, UUID.randomUUID(), NOON, "hello");
    archive.personalData().erase(ana);
    List<Archived> once = archive.read(ana, Instant.EPOCH, 10);
    assertThat(archive.personalData().erase(ana).records()).isZero();
    assertThat(archive.read(ana, Instant.EPOCH, 10)).isEqualTo(once);
  }

  @Test
  void entriesWhoseKeyIsDestroyedComeBackAsErased() {
    add(ana, UUID.randomUUID(), NOON, "hello");
    vault.personalData().erase(ana);
    assertThat(archive.read(ana, Instant.EPOCH, 10).get(0).content())
        .isInstanceOf(Opened.Erased.class);
  }

  @Test
  void anErasedEntryDoesNotComeBackWithItsId() {
    UUID id = UUID.randomUUID();
    add(ana, id, NOON, "hello");
    archive.personalData().erase(ana);
    add(ana, id, NOON, "hello");
    vault.personalData().erase(ana);
    add(ana, id, NOON, "hello");
    assertThat(archive.personalData().verifyGone(ana)).isZero();
  }

  @Test
  void nothingIsArchivedForAnErasedPerson() {
    vault.personalData().erase(ana);
    assertThatThrownBy(() -> add(ana, UUID.randomUUID(), NOON, "late"))
        .isInstanceOf(VaultException.class);
    assertThat(archive.read(ana, Instant.EPOCH, 10)).isEmpty();
  }

  @Test
  void theTenantsOwnPlaceIsNeverErased() {
    assertThatThrownBy(() -> archive.personalData().erase(Person.unnamed(Tenant.DEFAULT)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ofManyThreadsThatArchiveOneEventOneEntryIsKept() {
    UUID id = UUID.randomUUID();
    Race.run(thread -> add(ana, id, NOON, "hello"));
    assertThat(texts(archive.read(ana, Instant.EPOCH, 10))).containsExactly("hello");
  }

  @Test
  void whatIsArchivedDuringAnErasureIsErasedOrRefused() {
    add(ana, UUID.randomUUID(), NOON, "before");
    Race.run(thread -> {
      if (thread == 0) {
        archive.personalData().erase(ana);
        vault.personalData().erase(ana);
      } else {
        addUnlessErased();
      }
    });
    assertThat(archive.read(ana, Instant.EPOCH, 100))
        .isNotEmpty()
        .allMatch(entry -> entry.content() instanceof Opened.Erased);
  }

  private void addUnlessErased() {
    try {
      add(ana, UUID.randomUUID(), NOON, "meanwhile");
    } catch (VaultException expected) {
      assertThat(expected).hasNoCause();
    }
  }

  @Test
  void aCrashWhileAnEntryIsAddedLeavesAllOfItOrNothing() {
    crashes().atEachStep(ArchiveContract::stranger, this::addOne, person -> {
      assertThat(texts(archive.read(person, Instant.EPOCH, 10))).isIn(List.of(), List.of("hello"));
      addOne(person);
      assertThat(texts(archive.read(person, Instant.EPOCH, 10))).containsExactly("hello");
    });
  }

  @Test
  void aCrashWhileEntriesAreErasedLeavesAllOrNone() {
    crashes().atEachStep(this::withTwoEntries, archive.personalData()::erase, person -> {
      long left = archive.personalData().verifyGone(person);
      assertThat(left).isIn(0L, 2L);
      assertThat(archive.personalData().erase(person).records()).isEqualTo(left);
      assertThat(archive.read(person, Instant.EPOCH, 10))
          .hasSize(2)
          .allMatch(entry -> entry.content() instanceof Opened.Erased);
    });
  }

  private Person withTwoEntries() {
    Person person = stranger();
    addOne(person);
    add(person, UUID.randomUUID(), NOON, "again");
    return person;
  }

  /** One entry a person, whose id is told by the person's. */
  private void addOne(Person person) {
    add(person, person.id(), NOON, "hello");
  }

  /** Of a tenant without keys, so that the first entry makes all of them. */
  private static Person stranger() {
    UUID id = UUID.randomUUID();
    return new Person(new Tenant("t" + id.toString().substring(0, 8)), id);
  }

  private void add(Person person, UUID id, Instant at, String text) {
    database().inTransaction(tx -> {
      archive.add(tx, person, id, at, text.getBytes(UTF_8));
      return Boolean.TRUE;
    });
  }

  private static List<String> texts(List<Archived> entries) {
    return entries.stream()
        .map(entry -> new String(entry.content().orThrow(), UTF_8))
        .toList();
  }
}
