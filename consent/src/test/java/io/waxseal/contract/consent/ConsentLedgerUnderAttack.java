package io.waxseal.contract.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Tenant;
import io.waxseal.consent.Cause;
import io.waxseal.consent.ConsentEntry;
import io.waxseal.consent.ConsentEntry.Kind;
import io.waxseal.consent.ConsentView;
import io.waxseal.consent.Evidence;
import io.waxseal.consent.Stop;
import io.waxseal.contract.Race;
import io.waxseal.contract.StoreContract;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Context;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The races and crashes of the {@link ConsentLedgerContract}, and what its tests share. */
abstract class ConsentLedgerUnderAttack extends StoreContract {
  static final Tenant ONE = new Tenant("one");
  static final Tenant OTHER = new Tenant("other");
  static final ContactPoint PHONE = ContactPoint.phone("+1 650 555 0100");
  static final ContactPoint BSUID = ContactPoint.bsuid("US.10000000000000000001");
  static final ContactPoint STRANGER = ContactPoint.phone("+1 650 555 0199");
  static final Set<ContactPoint> BOTH = Set.of(PHONE, BSUID);
  static final Evidence EVIDENCE = Evidence.statement("ticked the box of form 7");

  final Person ana = new Person(ONE, UUID.randomUUID());
  final Person ben = new Person(ONE, UUID.randomUUID());
  ConsentLedgerContract.Fixture store;

  /**
   * Opens a ledger.
   *
   * @param database where it is stored, empty
   * @return the ledger with the vault it uses
   * @throws Exception if it does not open
   */
  protected abstract ConsentLedgerContract.Fixture open(Database database) throws Exception;

  /**
   * The sealed evidence of an entry, as the ledger keeps it.
   *
   * @param event the entry
   * @return its evidence
   */
  protected abstract byte[] sealedEvidence(ConsentEntry event);

  /**
   * The sealed evidence of an entry, opened.
   *
   * @param event the entry
   * @param sealed its evidence
   * @return what the vault makes of it
   */
  protected abstract Opened openEvidence(ConsentEntry event, byte[] sealed);

  @BeforeEach
  final void openLedger() throws Exception {
    store = open(database());
  }

  static Instant second(long second) {
    return Instant.ofEpochSecond(1_795_000_000L + second);
  }

  static ConsentEntry event(Person person, Kind kind, String scope, Cause cause, long second) {
    return new ConsentEntry(
        UUID.randomUUID(), person, kind, scope, cause, second(second), second(1_000));
  }

  final Optional<byte[]> append(ConsentEntry event, Set<ContactPoint> points) {
    return database().inTransaction(tx -> store.ledger().append(tx, event, points, EVIDENCE));
  }

  final void grant(Person person, String scope) {
    append(event(person, Kind.GRANTED, scope, Cause.HOST, 0), Set.of());
  }

  final void stop(Cause cause, String scope, long second, Set<ContactPoint> points) {
    append(event(ana, Kind.STOPPED, scope, cause, second), points);
  }

  final void resume(Cause cause, String scope, long second, Set<ContactPoint> points) {
    append(event(ana, Kind.RESUMED, scope, cause, second), points);
  }

  final ConsentView read(Set<Person> identities, Set<ContactPoint> points) {
    return database().inTransaction(tx -> store.ledger().read(tx, ONE, identities, points));
  }

  final List<Stop> stops(ContactPoint point) {
    return read(Set.of(), Set.of(point)).stops();
  }

  final Optional<Instant> ended(Cause cause, String scope, Set<ContactPoint> points) {
    return database().inTransaction(tx -> store.ledger().ended(tx, ONE, scope, cause, points));
  }

  final long held(Person person) {
    return database().inTransaction(tx -> store.ledger().held(tx, person));
  }

  final List<ConsentEntry> history(Person person) {
    return database().inTransaction(tx -> store.ledger().history(tx, person));
  }

  final long forget(Person person, Set<ContactPoint> points) {
    return database().inTransaction(tx -> store.ledger().forget(tx, person, points));
  }

  @Test
  void manyThreadsLoseNoEntry() {
    Race.run(thread -> {
      stop(Cause.HOST, "scope-" + thread % 8, thread, BOTH);
      stop(Cause.HOST, "scope-" + thread % 8, Race.THREADS + thread, BOTH);
    });
    assertThat(read(Set.of(ana), BOTH).revision()).isEqualTo(128);
    assertThat(history(ana)).hasSize(128);
    assertThat(stops(BSUID))
        .extracting(Stop::since)
        .containsExactlyElementsOf(
            LongStream.range(120, 128).mapToObj(second -> second(second)).toList());
  }

  @Test
  void ofStopsAndEndsThatRaceTheNewestWishCounts() {
    Race.run(thread -> {
      if (thread % 2 == 0) {
        stop(Cause.KEYWORD, "*", thread, BOTH);
      } else {
        resume(Cause.KEYWORD, "*", thread, BOTH);
      }
    });
    assertThat(stops(PHONE)).isEmpty();
    stop(Cause.KEYWORD, "*", Race.THREADS, BOTH);
    assertThat(stops(PHONE)).hasSize(1);
    assertThat(stops(BSUID)).hasSize(1);
  }

  @Test
  void aStopThatRacesAForgettingStandsAtItsPoints() {
    Race.run(thread -> {
      if (thread % 16 == 0) {
        forget(ana, BOTH);
      } else {
        stop(Cause.KEYWORD, "*", thread, Set.of(PHONE));
      }
    });
    forget(ana, BOTH);
    assertThat(stops(PHONE)).hasSize(1);
    assertThat(stops(BSUID)).hasSize(1);
    assertThat(history(ana)).isEmpty();
  }

  @Test
  void aCrashWhileAStopIsAppendedLeavesAllOfItOrNothing() {
    crashes().atEachStep(this::withKeys, this::stopOnce, wisher -> {
      int kept = history(wisher.person()).size();
      assertThat(stops(wisher.phone())).hasSize(kept);
      assertThat(stops(wisher.bsuid())).hasSize(kept);
      assertThat(read(Set.of(wisher.person()), Set.of()).revision()).isEqualTo(kept);
      stopOnce(wisher);
      assertThat(history(wisher.person())).hasSize(1);
      assertThat(stops(wisher.bsuid())).hasSize(1);
      assertThat(read(Set.of(wisher.person()), Set.of()).revision()).isEqualTo(1);
    });
  }

  @Test
  void aCrashWhileStopsAreExtendedLosesNone() {
    crashes().atEachStep(this::stoppedAtOnePoint, this::extend, wisher -> {
      assertThat(stops(wisher.phone())).hasSize(1);
      extend(wisher);
      assertThat(stops(wisher.phone())).hasSize(1);
      assertThat(stops(wisher.bsuid())).hasSize(1);
    });
  }

  @Test
  void aCrashWhileAPersonIsForgottenLosesNoStop() {
    crashes()
        .atEachStep(
            this::stoppedAtOnePoint, wisher -> forget(wisher.person(), wisher.points()), wisher -> {
              boolean forgotten = history(wisher.person()).isEmpty();
              assertThat(stops(wisher.phone())).hasSize(1);
              assertThat(stops(wisher.bsuid())).hasSize(forgotten ? 1 : 0);
              forget(wisher.person(), wisher.points());
              assertThat(history(wisher.person())).isEmpty();
              assertThat(stops(wisher.bsuid())).hasSize(1);
            });
  }

  private record Wisher(Person person, ConsentEntry stop, ContactPoint phone, ContactPoint bsuid) {
    private static Wisher fresh() {
      Person person = new Person(ONE, UUID.randomUUID());
      long number = ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
      return new Wisher(
          person,
          event(person, Kind.STOPPED, "*", Cause.KEYWORD, 1),
          ContactPoint.phone("+999" + number),
          ContactPoint.bsuid("US." + number));
    }

    private Set<ContactPoint> points() {
      return Set.of(phone, bsuid);
    }
  }

  private void stopOnce(Wisher wisher) {
    append(wisher.stop(), wisher.points());
  }

  /** How keys are made is the vault's contract. */
  private Wisher withKeys() {
    Wisher wisher = Wisher.fresh();
    Context place = Context.of(RecordKind.MESSAGE, "letters", UUID.randomUUID(), "body");
    store.vault().seal(wisher.person(), place, new byte[1]);
    return wisher;
  }

  private Wisher stoppedAtOnePoint() {
    Wisher wisher = Wisher.fresh();
    append(wisher.stop(), Set.of(wisher.phone()));
    return wisher;
  }

  private void extend(Wisher wisher) {
    database().inTransaction(tx -> {
      store.ledger().extend(tx, ONE, wisher.points());
      return Boolean.TRUE;
    });
  }
}
