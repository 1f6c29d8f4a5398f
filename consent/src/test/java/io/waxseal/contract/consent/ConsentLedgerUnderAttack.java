package io.waxseal.contract.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Tenant;
import io.waxseal.consent.Cause;
import io.waxseal.consent.ConsentEntry;
import io.waxseal.consent.ConsentEntry.Kind;
import io.waxseal.consent.Evidence;
import io.waxseal.consent.Wish;
import io.waxseal.contract.Race;
import io.waxseal.contract.StoreContract;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The races and crashes of the {@link ConsentLedgerContract}, and what its tests share. */
abstract class ConsentLedgerUnderAttack extends StoreContract {
  static final Tenant ONE = new Tenant("one");
  static final Tenant OTHER = new Tenant("other");
  static final IndexedPoint PHONE = IndexedPoint.phone(index(1));
  static final IndexedPoint ACCOUNT = IndexedPoint.account(index(2));
  static final IndexedPoint STRANGER = IndexedPoint.phone(index(3));
  static final Set<IndexedPoint> BOTH = Set.of(PHONE, ACCOUNT);
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

  private static byte[] index(int number) {
    byte[] index = new byte[17];
    index[16] = (byte) number;
    return index;
  }

  static Instant second(long second) {
    return Instant.ofEpochSecond(1_795_000_000L + second);
  }

  static ConsentEntry event(Person person, Kind kind, String scope, Cause cause, long second) {
    return new ConsentEntry(
        UUID.randomUUID(), person, kind, scope, cause, second(second), second(1_000));
  }

  final Optional<byte[]> append(ConsentEntry event, Set<IndexedPoint> named) {
    return database().inTransaction(tx -> store.ledger().append(tx, event, named, EVIDENCE));
  }

  final ConsentEntry stop(String scope, long second, Set<IndexedPoint> named) {
    ConsentEntry stop = event(ana, Kind.STOPPED, scope, Cause.KEYWORD, second);
    append(stop, named);
    return stop;
  }

  final List<Wish> wishes(IndexedPoint... points) {
    return database().inTransaction(tx -> store.ledger().wishes(tx, ONE, List.of(points)));
  }

  final long held(Person person) {
    return database().inTransaction(tx -> store.ledger().held(tx, person));
  }

  final List<ConsentEntry> history(Person person) {
    return database().inTransaction(tx -> store.ledger().history(tx, person));
  }

  final long forget(Person person) {
    return database().inTransaction(tx -> store.ledger().forget(tx, person));
  }

  @Test
  void manyThreadsLoseNoWish() {
    Race.run(thread -> {
      stop("scope-" + thread, thread, BOTH);
      stop("scope-" + thread, Race.THREADS + thread, Set.of(ACCOUNT));
    });
    assertThat(wishes(ACCOUNT)).hasSize(2 * Race.THREADS);
    assertThat(wishes(PHONE)).hasSize(Race.THREADS);
    assertThat(history(ana)).hasSize(2 * Race.THREADS);
  }

  @Test
  void aStopThatRacesAForgettingStaysAtItsPoints() {
    Race.run(thread -> {
      if (thread % 8 == 0) {
        forget(ana);
      }
      stop("scope-" + thread, thread, BOTH);
    });
    assertThat(wishes(PHONE)).hasSize(Race.THREADS);
  }

  @Test
  void aCrashWhileAStopIsAppendedLeavesAllOfItOrNothing() {
    crashes()
        .atEachStep(
            () -> event(ana, Kind.STOPPED, "marketing", Cause.HOST, 1),
            stop -> append(stop, BOTH),
            stop -> {
              long entries = history(ana).stream().filter(stop::equals).count();
              long atPhone = of(stop, wishes(PHONE));
              assertThat(of(stop, wishes(ACCOUNT))).isEqualTo(atPhone).isEqualTo(entries);
              append(stop, BOTH);
              assertThat(of(stop, wishes(PHONE, ACCOUNT))).isEqualTo(1);
            });
  }

  @Test
  void aCrashWhileAPersonIsForgottenLosesNoStop() {
    crashes().atEachStep(() -> stop("marketing", 1, BOTH), stop -> forget(ana), stop -> {
      assertThat(of(stop, wishes(PHONE))).isEqualTo(1);
      forget(ana);
      assertThat(held(ana)).isZero();
      assertThat(of(stop, wishes(ACCOUNT))).isEqualTo(1);
    });
  }

  private static long of(ConsentEntry entry, List<Wish> wishes) {
    return wishes.stream().filter(wish -> wish.id().equals(entry.id())).count();
  }
}
