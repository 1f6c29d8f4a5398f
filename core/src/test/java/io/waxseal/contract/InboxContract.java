package io.waxseal.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Tenant;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import io.waxseal.webhook.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an {@link Inbox} promises: each event once in, at least once handled, and gone when its person is. */
public abstract class InboxContract {
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final int THREADS = 64;

  private final HandClock clock = new HandClock();
  private final Person ana = person(Tenant.DEFAULT);
  private final Person ben = person(Tenant.DEFAULT);
  private Database database;
  private Inbox inbox;

  /**
   * Opens the database that the inbox of one test is stored in.
   *
   * @return a fresh database
   */
  protected abstract Database database();

  /**
   * Opens an inbox. Two inboxes over one database stand for two processes.
   *
   * @param database where it is stored
   * @param clock the time of leases
   * @return the inbox
   */
  protected abstract Inbox open(Database database, Clock clock);

  @BeforeEach
  final void openInbox() {
    database = database();
    inbox = open(database, clock);
  }

  @Test
  void anEventSeenTwiceIsKeptOnce() {
    assertThat(insert(row(ana, "a"))).isTrue();
    assertThat(insert(row(ana, "a"))).isFalse();
    assertThat(inbox.claim(10, LEASE)).hasSize(1);
  }

  @Test
  void theSameKeyUnderAnotherOwnerIsStillTheSameEvent() {
    assertThat(insert(row(ana, "a"))).isTrue();
    assertThat(insert(row(ben, "a"))).isFalse();
  }

  @Test
  void theSameKeyOfAnotherTenantIsAnotherEvent() {
    assertThat(insert(row(ana, "a"))).isTrue();
    assertThat(insert(row(person(new Tenant("other")), "a"))).isTrue();
    assertThat(inbox.claim(10, LEASE)).hasSize(2);
  }

  @Test
  void aRolledBackEventWasNeverSeen() {
    assertThatThrownBy(() -> database.inTransaction(tx -> {
          inbox.insert(tx, row(ana, "a"));
          throw new IllegalStateException("the answer could not be given");
        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(inbox.claim(10, LEASE)).isEmpty();
    assertThat(insert(row(ana, "a"))).isTrue();
  }

  @Test
  void aClaimHoldsWhatWasInserted() {
    UUID id = UUID.randomUUID();
    insert(new Inbox.Row(id, ana, key("a"), "sealed".getBytes(UTF_8), clock.instant()));
    Inbox.Claim claim = only(inbox.claim(10, LEASE));
    assertThat(claim.id()).isEqualTo(id);
    assertThat(claim.owner()).isEqualTo(ana);
    assertThat(claim.sealed()).isEqualTo("sealed".getBytes(UTF_8));
    assertThat(claim.attempt()).isEqualTo(1);
  }

  @Test
  void whatTheCallerDoesToItsBytesChangesNoEvent() {
    byte[] sealed = "sealed".getBytes(UTF_8);
    Inbox.Row row = new Inbox.Row(UUID.randomUUID(), ana, key("a"), sealed, clock.instant());
    sealed[0] = 0;
    insert(row);
    Inbox.Claim claim = only(inbox.claim(10, LEASE));
    claim.sealed()[0] = 0;
    assertThat(claim.sealed()).isEqualTo("sealed".getBytes(UTF_8));
  }

  @Test
  void aClaimedEventIsNobodyElsesUntilItsLeaseEnds() {
    insert(row(ana, "a"));
    Inbox other = open(database, clock);
    assertThat(inbox.claim(10, LEASE)).hasSize(1);
    clock.advance(LEASE.minusMillis(1));
    assertThat(other.claim(10, LEASE)).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(only(other.claim(10, LEASE)).attempt()).isEqualTo(2);
  }

  @Test
  void aLostLeaseCompletesNothing() {
    insert(row(ana, "a"));
    Inbox.Claim lost = only(inbox.claim(10, LEASE));
    clock.advance(LEASE);
    Inbox.Claim held = only(inbox.claim(10, LEASE));
    assertThat(complete(lost)).isFalse();
    assertThat(inbox.waiting(Tenant.DEFAULT)).isEqualTo(1);
    assertThat(complete(held)).isTrue();
  }

  @Test
  void aLostLeaseNeitherReleasesNorParks() {
    insert(row(ana, "a"));
    Inbox.Claim lost = only(inbox.claim(10, LEASE));
    clock.advance(LEASE);
    Inbox.Claim held = only(inbox.claim(10, LEASE));
    inbox.release(lost, Duration.ZERO);
    inbox.park(lost, "too late");
    assertThat(inbox.claim(10, LEASE)).isEmpty();
    assertThat(complete(held)).isTrue();
  }

  @Test
  void aLeaseThatEndedButWasTakenByNobodyCompletes() {
    insert(row(ana, "a"));
    Inbox.Claim claim = only(inbox.claim(10, LEASE));
    clock.advance(LEASE.multipliedBy(2));
    assertThat(complete(claim)).isTrue();
    assertThat(inbox.claim(10, LEASE)).isEmpty();
  }

  @Test
  void aCompletedEventIsNeverClaimedAgainAndHoldsNothing() {
    insert(row(ana, "a"));
    Inbox.Claim claim = only(inbox.claim(10, LEASE));
    assertThat(complete(claim)).isTrue();
    assertThat(complete(claim)).isFalse();
    clock.advance(Duration.ofDays(30));
    assertThat(inbox.claim(10, LEASE)).isEmpty();
    assertThat(inbox.waiting(Tenant.DEFAULT)).isZero();
    assertThat(inbox.personalData().find(ana).records()).isZero();
  }

  @Test
  void theDedupeKeyOutlivesTheEvent() {
    insert(row(ana, "a"));
    complete(only(inbox.claim(10, LEASE)));
    clock.advance(Duration.ofDays(7));
    assertThat(insert(row(ana, "a"))).isFalse();
    assertThat(inbox.claim(10, LEASE)).isEmpty();
  }

  @Test
  void aRolledBackCompletionIsClaimedAgain() {
    insert(row(ana, "a"));
    Inbox.Claim claim = only(inbox.claim(10, LEASE));
    assertThatThrownBy(() -> database.inTransaction(tx -> {
          inbox.complete(tx, claim);
          throw new IllegalStateException("crash");
        }))
        .isInstanceOf(IllegalStateException.class);
    clock.advance(LEASE);
    assertThat(only(inbox.claim(10, LEASE)).sealed()).isEqualTo(claim.sealed());
  }

  @Test
  void aCrashBetweenClaimAndCompleteMeansClaimedAgain() {
    insert(row(ana, "a"));
    Inbox.Claim first = only(inbox.claim(10, LEASE));
    Inbox restarted = open(database, clock);
    clock.advance(LEASE);
    Inbox.Claim second = only(restarted.claim(10, LEASE));
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.lease()).isNotEqualTo(first.lease());
    assertThat(second.attempt()).isEqualTo(2);
  }

  @Test
  void aReleasedEventWaitsAsLongAsItWasTold() {
    insert(row(ana, "a"));
    inbox.release(only(inbox.claim(10, LEASE)), Duration.ofSeconds(8));
    clock.advance(Duration.ofMillis(7_999));
    assertThat(inbox.claim(10, LEASE)).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(only(inbox.claim(10, LEASE)).attempt()).isEqualTo(2);
  }

  @Test
  void aReleasedClaimIsLost() {
    insert(row(ana, "a"));
    Inbox.Claim claim = only(inbox.claim(10, LEASE));
    inbox.release(claim, Duration.ZERO);
    assertThat(complete(claim)).isFalse();
    assertThat(inbox.claim(10, LEASE)).hasSize(1);
  }

  @Test
  void aParkedEventIsClaimedNoMoreAndTakenInNoMore() {
    insert(row(ana, "a"));
    inbox.park(only(inbox.claim(10, LEASE)), "ten attempts");
    clock.advance(Duration.ofDays(30));
    assertThat(inbox.claim(10, LEASE)).isEmpty();
    assertThat(inbox.waiting(Tenant.DEFAULT)).isZero();
    assertThat(insert(row(ana, "a"))).isFalse();
  }

  @Test
  void theOldestComeFirstAndAmongEqualsTheFirstInserted() {
    Instant now = clock.instant();
    List<UUID> inOrder = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      inOrder.add(UUID.randomUUID());
    }
    insertAt(inOrder.get(3), now);
    insertAt(inOrder.get(4), now);
    insertAt(inOrder.get(0), now.minusSeconds(9));
    insertAt(inOrder.get(1), now.minusSeconds(5));
    insertAt(inOrder.get(2), now.minusSeconds(5));
    assertThat(ids(inbox.claim(2, LEASE))).containsExactlyElementsOf(inOrder.subList(0, 2));
    assertThat(ids(inbox.claim(10, LEASE))).containsExactlyElementsOf(inOrder.subList(2, 5));
  }

  @Test
  void anEventOfTheFutureIsNotDueYet() {
    insertAt(UUID.randomUUID(), clock.instant().plusSeconds(5));
    assertThat(inbox.claim(10, LEASE)).isEmpty();
    clock.advance(Duration.ofSeconds(5));
    assertThat(inbox.claim(10, LEASE)).hasSize(1);
  }

  @Test
  void waitingCountsOneTenantsEventsClaimedOrNot() {
    insert(row(ana, "a"));
    insert(row(ana, "b"));
    insert(row(person(new Tenant("other")), "c"));
    inbox.claim(1, LEASE);
    assertThat(inbox.waiting(Tenant.DEFAULT)).isEqualTo(2);
  }

  @Test
  void anEraseEmptiesWhatWaitsWhatIsClaimedAndWhatIsParked() {
    insert(row(ana, "parked"));
    inbox.park(only(inbox.claim(1, LEASE)), "broken");
    insert(row(ana, "claimed"));
    Inbox.Claim claimed = only(inbox.claim(1, LEASE));
    insert(row(ana, "waiting"));
    assertThat(inbox.personalData().find(ana).records()).isEqualTo(3);
    assertThat(inbox.personalData().erase(ana).records()).isEqualTo(3);
    assertThat(inbox.personalData().verifyGone(ana)).isZero();
    assertThat(inbox.claim(10, LEASE)).isEmpty();
    assertThat(complete(claimed)).isFalse();
  }

  @Test
  void anEraseKeepsTheKeysSoThatADeliveryOfTheErasedIsNotTakenInAgain() {
    insert(row(ana, "a"));
    inbox.personalData().erase(ana);
    assertThat(insert(row(ana, "a"))).isFalse();
  }

  @Test
  void anEraseTwiceRemovesNothingAndTouchesNobodyElse() {
    Person namesake = new Person(new Tenant("other"), ana.id());
    insert(row(ana, "a"));
    insert(row(ben, "b"));
    insert(row(namesake, "c"));
    inbox.personalData().erase(ana);
    assertThat(inbox.personalData().erase(ana).records()).isZero();
    assertThat(inbox.claim(10, LEASE))
        .extracting(Inbox.Claim::owner)
        .containsExactlyInAnyOrder(ben, namesake);
  }

  @Test
  void ofManyDeliveriesAtOnceOneIsKept() throws Exception {
    AtomicInteger kept = new AtomicInteger();
    atOnce(thread -> {
      if (insert(row(ana, "same"))) {
        kept.incrementAndGet();
      }
    });
    assertThat(kept).hasValue(1);
    assertThat(inbox.claim(10, LEASE)).hasSize(1);
  }

  @Test
  void manyThreadsClaimingGetEachEventExactlyOnce() throws Exception {
    int events = 200;
    for (int i = 0; i < events; i++) {
      insert(row(ana, "event " + i));
    }
    Inbox second = open(database, clock);
    Set<UUID> seen = ConcurrentHashMap.newKeySet();
    Queue<UUID> again = new ConcurrentLinkedQueue<>();
    atOnce(thread -> {
      Inbox mine = thread % 2 == 0 ? inbox : second;
      List<Inbox.Claim> claims = mine.claim(7, LEASE);
      while (!claims.isEmpty()) {
        claims.stream().map(Inbox.Claim::id).filter(id -> !seen.add(id)).forEach(again::add);
        claims = mine.claim(7, LEASE);
      }
    });
    assertThat(again).isEmpty();
    assertThat(seen).hasSize(events);
  }

  @Test
  void ofManyThreadsCompletingOneClaimOneCompletes() throws Exception {
    insert(row(ana, "a"));
    Inbox.Claim claim = only(inbox.claim(10, LEASE));
    AtomicInteger completed = new AtomicInteger();
    atOnce(thread -> {
      if (complete(claim)) {
        completed.incrementAndGet();
      }
    });
    assertThat(completed).hasValue(1);
  }

  @Test
  void noTextOfRowOrClaimShowsWhatIsSealed() {
    Inbox.Row row = row(ana, "a");
    insert(row);
    assertThat(row.toString()).doesNotContain("sealed").doesNotContain(ana.id().toString());
    assertThat(only(inbox.claim(10, LEASE)).toString())
        .doesNotContain("sealed")
        .doesNotContain(ana.id().toString());
  }

  private interface Step {
    void run(int thread);
  }

  private static void atOnce(Step step) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int number = i;
      Thread thread = new Thread(() -> {
        try {
          start.await();
          step.run(number);
        } catch (Throwable e) {
          failures.add(e);
        }
      });
      thread.start();
      threads.add(thread);
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).isEmpty();
  }

  private boolean insert(Inbox.Row row) {
    return database.inTransaction(tx -> inbox.insert(tx, row));
  }

  private void insertAt(UUID id, Instant receivedAt) {
    insert(new Inbox.Row(id, ana, key(id.toString()), new byte[] {1}, receivedAt));
  }

  private boolean complete(Inbox.Claim claim) {
    return database.inTransaction(tx -> inbox.complete(tx, claim));
  }

  private Inbox.Row row(Person owner, String what) {
    return new Inbox.Row(
        UUID.randomUUID(), owner, key(what), ("sealed " + what).getBytes(UTF_8), clock.instant());
  }

  private static byte[] key(String what) {
    return ("key of " + what).getBytes(UTF_8);
  }

  private static Person person(Tenant tenant) {
    return new Person(tenant, UUID.randomUUID());
  }

  private static Inbox.Claim only(List<Inbox.Claim> claims) {
    assertThat(claims).hasSize(1);
    return claims.get(0);
  }

  private static List<UUID> ids(List<Inbox.Claim> claims) {
    return claims.stream().map(Inbox.Claim::id).toList();
  }

  private static final class HandClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-21T09:00:00Z");

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
