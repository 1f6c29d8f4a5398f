package io.waxseal.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Tenant;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import io.waxseal.webhook.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The races and crashes of the {@link InboxContract}, and what its tests share. */
abstract class InboxUnderAttack extends StoreContract {
  static final Duration LEASE = Duration.ofMinutes(2);

  final HandClock clock = new HandClock();
  final Person ana = person(Tenant.DEFAULT);
  final Person ben = person(Tenant.DEFAULT);
  Inbox inbox;

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
    inbox = open(database(), clock);
  }

  @Test
  void ofManyDeliveriesAtOnceOneIsKept() {
    AtomicInteger kept = new AtomicInteger();
    Race.run(thread -> {
      if (insert(row(ana, "same"))) {
        kept.incrementAndGet();
      }
    });
    assertThat(kept).hasValue(1);
    assertThat(inbox.claim(10, LEASE)).hasSize(1);
  }

  @Test
  void manyThreadsClaimingGetEachEventExactlyOnce() {
    int events = 200;
    for (int i = 0; i < events; i++) {
      insert(row(ana, "event " + i));
    }
    Inbox second = open(database(), clock);
    Set<UUID> seen = ConcurrentHashMap.newKeySet();
    Queue<UUID> again = new ConcurrentLinkedQueue<>();
    Race.run(thread -> {
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
  void ofManyThreadsCompletingOneClaimOneCompletes() {
    insert(row(ana, "a"));
    Inbox.Claim claim = only(inbox.claim(10, LEASE));
    AtomicInteger completed = new AtomicInteger();
    Race.run(thread -> {
      if (complete(claim)) {
        completed.incrementAndGet();
      }
    });
    assertThat(completed).hasValue(1);
  }

  @Test
  void anEventThatIsErasedWhileItIsClaimedIsNeverClaimedAfterwards() {
    for (int i = 0; i < Race.THREADS; i++) {
      insert(row(ana, "event " + i));
    }
    Race.run(thread -> {
      if (thread == 0) {
        inbox.personalData().erase(ana);
      } else {
        inbox.claim(1, LEASE).forEach(claim -> inbox.release(claim, Duration.ZERO));
      }
    });
    assertThat(inbox.personalData().verifyGone(ana)).isZero();
    assertThat(inbox.claim(Race.THREADS, LEASE)).isEmpty();
  }

  @Test
  void aCrashWhileAnEventIsTakenInKeepsAllOfItOrNothing() {
    crashes().atEachStep(() -> row(stranger(), "a"), this::insert, row -> {
      boolean kept = seen(row);
      assertThat(waiting(row)).isEqualTo(kept ? 1 : 0);
      assertThat(insert(row)).isEqualTo(!kept);
      assertThat(waiting(row)).isEqualTo(1);
    });
  }

  @Test
  void aCrashWhileAnEventIsClaimedNeverLosesIt() {
    crashes().atEachStep(this::inserted, row -> inbox.claim(1, LEASE), row -> {
      clock.advance(LEASE);
      Inbox.Claim again = only(inbox.claim(10, LEASE));
      assertThat(again.id()).isEqualTo(row.id());
      assertThat(again.sealed()).isEqualTo(row.sealed());
      assertThat(complete(again)).isTrue();
    });
  }

  @Test
  void aCrashWhileAnEventIsCompletedKeepsItOrAllThatWasDoneWithIt() {
    crashes().atEachStep(this::claimed, this::completeWithSequel, claim -> {
      boolean done = seen(sequelOf(claim));
      clock.advance(LEASE);
      List<Inbox.Claim> left = inbox.claim(10, LEASE);
      assertThat(ids(left)).containsExactly(done ? sequelOf(claim).id() : claim.id());
      assertThat(complete(only(left))).isTrue();
    });
  }

  private void completeWithSequel(Inbox.Claim claim) {
    database().inTransaction(tx -> inbox.insert(tx, sequelOf(claim)) && inbox.complete(tx, claim));
  }

  private Inbox.Row sequelOf(Inbox.Claim claim) {
    UUID id = new UUID(claim.id().getMostSignificantBits(), 1);
    return new Inbox.Row(id, claim.owner(), key("sequel"), new byte[] {1}, clock.instant());
  }

  @Test
  void aCrashWhileAnEventIsGivenBackNeverLosesIt() {
    crashes().atEachStep(this::claimed, this::releaseOrPostpone, claim -> {
      clock.advance(LEASE);
      Inbox.Claim again = only(inbox.claim(10, LEASE));
      assertThat(again.id()).isEqualTo(claim.id());
      assertThat(complete(again)).isTrue();
    });
  }

  private void releaseOrPostpone(Inbox.Claim claim) {
    inbox.release(claim, Duration.ofSeconds(1));
    inbox.postpone(claim, Duration.ofSeconds(1));
  }

  @Test
  void aCrashWhileAnEventIsParkedLeavesItDueOrParked() {
    crashes().atEachStep(this::claimed, claim -> inbox.park(claim, "broken"), claim -> {
      clock.advance(LEASE);
      List<Inbox.Claim> due = inbox.claim(10, LEASE);
      assertThat(inbox.waiting(claim.owner().tenant())).isEqualTo(due.size());
      assertThat(inbox.personalData().find(claim.owner()).records()).isEqualTo(1);
      due.forEach(this::complete);
    });
  }

  @Test
  void aCrashWhileAPersonIsErasedEmptiesAllEventsOrNone() {
    crashes().atEachStep(this::withThreeEvents, inbox.personalData()::erase, person -> {
      long left = inbox.personalData().verifyGone(person);
      assertThat(left).isIn(0L, 3L);
      assertThat(inbox.personalData().erase(person).records()).isEqualTo(left);
      assertThat(inbox.personalData().verifyGone(person)).isZero();
    });
  }

  private Person withThreeEvents() {
    Person person = stranger();
    for (String event : List.of("a", "b", "c")) {
      insert(row(person, event));
    }
    return person;
  }

  private Inbox.Row inserted() {
    Inbox.Row row = row(stranger(), "a");
    insert(row);
    return row;
  }

  private Inbox.Claim claimed() {
    inserted();
    return only(inbox.claim(10, LEASE));
  }

  /** Somebody of a tenant of their own, so that what an earlier crash has left is not in the way. */
  private static Person stranger() {
    return person(new Tenant("t" + UUID.randomUUID().toString().substring(0, 8)));
  }

  final boolean seen(Inbox.Row row) {
    return database().inTransaction(tx -> inbox.seen(tx, row.owner().tenant(), row.dedupeKey()));
  }

  private long waiting(Inbox.Row row) {
    return inbox.waiting(row.owner().tenant());
  }

  final boolean insert(Inbox.Row row) {
    return database().inTransaction(tx -> inbox.insert(tx, row));
  }

  final void insertAt(UUID id, Instant receivedAt) {
    insert(new Inbox.Row(id, ana, key(id.toString()), new byte[] {1}, receivedAt));
  }

  final boolean complete(Inbox.Claim claim) {
    return database().inTransaction(tx -> inbox.complete(tx, claim));
  }

  final Inbox.Row row(Person owner, String what) {
    return new Inbox.Row(
        UUID.randomUUID(), owner, key(what), ("sealed " + what).getBytes(UTF_8), clock.instant());
  }

  static byte[] key(String what) {
    return ("key of " + what).getBytes(UTF_8);
  }

  static Person person(Tenant tenant) {
    return new Person(tenant, UUID.randomUUID());
  }

  static Inbox.Claim only(List<Inbox.Claim> claims) {
    assertThat(claims).hasSize(1);
    return claims.get(0);
  }

  static List<UUID> ids(List<Inbox.Claim> claims) {
    return claims.stream().map(Inbox.Claim::id).toList();
  }

  static final class HandClock extends Clock {
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
