package io.waxseal.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Tenant;
import io.waxseal.person.Person;
import io.waxseal.store.Transaction;
import io.waxseal.webhook.Inbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an {@link Inbox} promises: each event once in, at least once handled, and gone when its person is. */
public abstract class InboxContract extends InboxUnderAttack {
  /** For extending. */
  protected InboxContract() {}

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
    assertThatThrownBy(() -> database().inTransaction(tx -> {
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
    Inbox other = open(database(), clock);
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
    assertThatThrownBy(() -> database().inTransaction(tx -> {
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
    Inbox restarted = open(database(), clock);
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
  void aPostponedEventWasNotTried() {
    insert(row(ana, "a"));
    inbox.postpone(only(inbox.claim(10, LEASE)), Duration.ofSeconds(8));
    clock.advance(Duration.ofMillis(7_999));
    assertThat(inbox.claim(10, LEASE)).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(only(inbox.claim(10, LEASE)).attempt()).isEqualTo(1);
  }

  @Test
  void whatWasEverTakenInIsSeenForEver() {
    assertThat(seen(row(ana, "a"))).isFalse();
    insert(row(ana, "a"));
    assertThat(seen(row(ana, "a"))).isTrue();
    assertThat(seen(row(ben, "a"))).isTrue();
    assertThat(seen(row(person(new Tenant("other")), "a"))).isFalse();
    complete(only(inbox.claim(10, LEASE)));
    inbox.personalData().erase(ana);
    assertThat(seen(row(ana, "a"))).isTrue();
  }

  @Test
  void aClaimThatWasNeverInsertedChangesNothing() {
    Inbox.Claim invented =
        new Inbox.Claim(UUID.randomUUID(), ana, new byte[1], 1, UUID.randomUUID());
    assertThat(complete(invented)).isFalse();
    inbox.release(invented, Duration.ZERO);
    inbox.postpone(invented, Duration.ZERO);
    inbox.park(invented, "never seen");
    assertThat(inbox.claim(10, LEASE)).isEmpty();
    assertThat(inbox.waiting(Tenant.DEFAULT)).isZero();
  }

  @Test
  void whatWasParkedIsClaimedAgainFromTheFirstAttempt() {
    insert(row(ana, "a"));
    insert(row(Person.unnamed(Tenant.DEFAULT), "b"));
    inbox.claim(10, LEASE).forEach(claim -> inbox.park(claim, "broken"));
    assertThat(inbox.backlog()).isEqualTo(new Inbox.Backlog(0, 2, Optional.empty()));
    assertThat(inbox.retryParked(new Tenant("other"))).isZero();
    assertThat(inbox.retryParked(Tenant.DEFAULT)).isEqualTo(2);
    assertThat(inbox.retryParked(Tenant.DEFAULT)).isZero();
    clock.advance(LEASE);
    assertThat(inbox.claim(10, LEASE))
        .hasSize(2)
        .allSatisfy(claim -> assertThat(claim.attempt()).isEqualTo(1));
  }

  @Test
  void theBacklogTellsSinceWhenTheOldestIsDue() {
    Instant first = clock.instant();
    insert(row(ana, "a"));
    clock.advance(LEASE);
    insert(row(ana, "b"));
    assertThat(inbox.backlog()).isEqualTo(new Inbox.Backlog(2, 0, Optional.of(first)));
  }

  @Test
  void whatWasParkedAndDiscardedIsNotTakenInAgain() {
    insert(row(ana, "a"));
    inbox.park(only(inbox.claim(10, LEASE)), "broken");
    assertThat(inbox.discardParked(new Tenant("other"))).isZero();
    assertThat(inbox.discardParked(Tenant.DEFAULT)).isEqualTo(1);
    assertThat(inbox.personalData().find(ana).records()).isZero();
    assertThat(seen(row(ana, "a"))).isTrue();
  }

  @Test
  void oneOfThoseThatWereParkedIsClaimedAgainOrGivenUp() {
    Inbox.Row retried = row(ana, "a");
    Inbox.Row discarded = row(ana, "b");
    insert(retried);
    insert(discarded);
    inbox.claim(10, LEASE).forEach(claim -> inbox.park(claim, "broken"));
    assertThat(inbox.parked(Tenant.DEFAULT, 1)).hasSize(1);
    assertThat(inbox.parked(Tenant.DEFAULT, 10))
        .extracting(Inbox.SetAside::id)
        .containsExactlyInAnyOrder(retried.id(), discarded.id());
    assertThat(inbox.parked(new Tenant("other"), 10)).isEmpty();
    assertThat(one(inbox::retryParked, new Tenant("other"), retried)).isFalse();
    assertThat(one(inbox::retryParked, Tenant.DEFAULT, retried)).isTrue();
    assertThat(one(inbox::retryParked, Tenant.DEFAULT, retried)).isFalse();
    assertThat(one(inbox::discardParked, Tenant.DEFAULT, retried)).isFalse();
    assertThat(one(inbox::discardParked, Tenant.DEFAULT, discarded)).isTrue();
    assertThat(inbox.find(Tenant.DEFAULT, discarded.id())).isEmpty();
    clock.advance(LEASE);
    assertThat(only(inbox.claim(10, LEASE)).id()).isEqualTo(retried.id());
  }

  private interface Change {
    boolean make(Transaction transaction, Tenant tenant, UUID event);
  }

  private boolean one(Change change, Tenant tenant, Inbox.Row row) {
    return database().inTransaction(tx -> change.make(tx, tenant, row.id()));
  }

  @Test
  void anEventIsFoundUntilItIsHandled() {
    Inbox.Row row = row(ana, "a");
    insert(row);
    assertThat(inbox.find(Tenant.DEFAULT, row.id()))
        .hasValueSatisfying(found -> assertThat(found.sealed()).isEqualTo(row.sealed()));
    assertThat(inbox.find(new Tenant("other"), row.id())).isEmpty();
    assertThat(complete(only(inbox.claim(1, LEASE)))).isTrue();
    assertThat(inbox.find(Tenant.DEFAULT, row.id())).isEmpty();
  }

  @Test
  void aClaimOfFewerThanOneIsAMistake() {
    for (int most : new int[] {0, -1}) {
      assertThatThrownBy(() -> inbox.claim(most, LEASE))
          .isInstanceOf(IllegalArgumentException.class);
    }
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
  void noTextOfRowOrClaimShowsWhatIsSealed() {
    Inbox.Row row = row(ana, "a");
    insert(row);
    assertThat(row.toString()).doesNotContain("sealed").doesNotContain(ana.id().toString());
    assertThat(only(inbox.claim(10, LEASE)).toString())
        .doesNotContain("sealed")
        .doesNotContain(ana.id().toString());
  }
}
