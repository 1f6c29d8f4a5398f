package io.waxseal.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Tenant;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.LinkEvidence;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PersonDirectory} does: nobody is two, nobody is lost, and whoever is forgotten is gone. */
public abstract class PersonDirectoryContract extends PersonDirectoryOverTime {
  private static final ContactPoint PHONE = ContactPoint.phone("+1 555 000 1111");
  private static final ContactPoint BSUID = ContactPoint.bsuid("US.13491208655302741918");
  private static final ContactPoint PARENT =
      ContactPoint.parentBsuid("US.ENT.11815799212886844830");

  private PersonDirectory directory;

  /** For extending. */
  protected PersonDirectoryContract() {}

  @BeforeEach
  final void openDirectory() {
    directory = open(database());
  }

  private PersonDirectory directory() {
    return directory;
  }

  private Person make(Tenant tenant, LinkEvidence evidence, ContactPoint... points) {
    Set<ContactPoint> all = new LinkedHashSet<>(List.of(points));
    return database().inTransaction(tx -> directory().findOrCreate(tx, tenant, all, evidence));
  }

  private Person seen(ContactPoint... points) {
    Person person = make(TENANT, LinkEvidence.SAME_SIGNED_PAYLOAD, points);
    awaitNextMillisecond();
    return person;
  }

  /** Stores keep times by the millisecond. */
  private static void awaitNextMillisecond() {
    long now = System.currentTimeMillis();
    while (System.currentTimeMillis() == now) {
      Thread.onSpinWait();
    }
  }

  private void assertFound(Person person, ContactPoint point) {
    assertThat(directory().find(TENANT, Set.of(point))).contains(person);
  }

  @Test
  void nobodyIsKnownAtFirst() {
    assertThat(directory().find(TENANT, Set.of(PHONE, BSUID))).isEmpty();
    assertThat(directory().find(TENANT, Set.of())).isEmpty();
  }

  @Test
  void lookingForSomebodyCreatesNobody() {
    directory().find(TENANT, Set.of(PHONE));
    assertThat(directory().find(TENANT, Set.of(PHONE))).isEmpty();
  }

  @Test
  void aPersonIsFoundByEachPoint() {
    Person person = seen(PHONE, BSUID, PARENT);
    assertFound(person, PHONE);
    assertFound(person, BSUID);
    assertFound(person, PARENT);
    assertThat(directory().points(person)).containsExactlyInAnyOrder(PHONE, BSUID, PARENT);
  }

  @Test
  void seenAgainAPersonIsTheSame() {
    Person person = seen(PHONE, BSUID);
    assertThat(seen(BSUID, PHONE)).isEqualTo(person);
    assertThat(seen(PHONE)).isEqualTo(person);
    assertThat(directory().points(person)).hasSize(2);
  }

  @Test
  void aPointSeenWithAKnownOneIsLinked() {
    Person person = seen(PHONE);
    assertThat(seen(PHONE, BSUID)).isEqualTo(person);
    assertFound(person, BSUID);
  }

  @Test
  void kindsOfIdsAreNotMixedUp() {
    Person person = seen(ContactPoint.bsuid("US.7"));
    assertThat(directory().find(TENANT, Set.of(ContactPoint.parentBsuid("US.7"))))
        .isEmpty();
    assertFound(person, ContactPoint.bsuid("US.7"));
    assertThat(directory().find(TENANT, Set.of(ContactPoint.bsuid("us.7")))).isEmpty();
  }

  @Test
  void bothSpellingsOfANumberAreOnePerson() {
    String[][] spellings = {
      {"5511987654321", "551187654321"},
      {"5491123456789", "541123456789"},
      {"5215512345678", "525512345678"}
    };
    for (String[] pair : spellings) {
      Person person = seen(ContactPoint.phone(pair[0]));
      assertFound(person, ContactPoint.phone(pair[1]));
      assertThat(seen(ContactPoint.phone(pair[1]))).isEqualTo(person);
      assertThat(directory().points(person)).hasSize(1);
    }
  }

  @Test
  void aBrazilianLandLineIsNotAMobileNumber() {
    Person mobile = seen(ContactPoint.phone("5511932654321"));
    assertThat(directory().find(TENANT, Set.of(ContactPoint.phone("551132654321"))))
        .isEmpty();
    assertFound(mobile, ContactPoint.phone("+55 11 93265-4321"));
  }

  @Test
  void tenantsShareNobody() {
    Person ours = seen(PHONE);
    Tenant other = new Tenant("other");
    assertThat(directory().find(other, Set.of(PHONE))).isEmpty();
    Person theirs = make(other, LinkEvidence.SAME_SIGNED_PAYLOAD, PHONE);
    assertThat(theirs.id()).isNotEqualTo(ours.id());
    assertThat(directory().points(new Person(other, ours.id()))).isEmpty();
  }

  @Test
  void theHostsWordLinksNothing() {
    assertThatThrownBy(() -> make(TENANT, LinkEvidence.ASSERTED_BY_HOST, PHONE, BSUID))
        .isInstanceOf(IllegalArgumentException.class);
    Person person = make(TENANT, LinkEvidence.ASSERTED_BY_HOST, PHONE);
    make(TENANT, LinkEvidence.ASSERTED_BY_HOST, PHONE, BSUID);
    assertThat(directory().points(person)).containsExactly(PHONE);
    assertThat(directory().find(TENANT, Set.of(BSUID))).isEmpty();
  }

  @Test
  void theHostsWordMergesNobody() {
    Person one = seen(PHONE);
    Person other = seen(BSUID);
    make(TENANT, LinkEvidence.ASSERTED_BY_HOST, PHONE, BSUID);
    assertFound(one, PHONE);
    assertFound(other, BSUID);
  }

  @Test
  void personsSeenTogetherBecomeTheEldest() {
    Person eldest = seen(PHONE);
    Person second = seen(BSUID);
    Person third = seen(PARENT);
    assertThat(seen(PARENT, BSUID, PHONE)).isEqualTo(eldest);
    assertThat(directory().points(eldest)).containsExactlyInAnyOrder(PHONE, BSUID, PARENT);
    assertThat(directory().identities(eldest)).containsExactlyInAnyOrder(eldest, second, third);
  }

  @Test
  void thePointsSeenLastStandLast() {
    ContactPoint fresh = ContactPoint.phone("+1 555 000 2222");
    Person person = seen(PHONE, BSUID);
    awaitNextMillisecond();
    seen(BSUID, fresh);
    assertThat(directory().points(person)).containsExactly(PHONE, BSUID, fresh);
    awaitNextMillisecond();
    seen(PHONE, BSUID);
    assertThat(directory().points(person)).startsWith(fresh).hasSize(3);
  }

  @Test
  void anOlderNumberOfAPersonWhoBecameAnotherStandsBeforeTheNewOne() {
    ContactPoint fresh = ContactPoint.phone("+1 555 000 2222");
    Person eldest = seen(fresh);
    seen(PHONE, BSUID);
    assertThat(seen(fresh, BSUID)).isEqualTo(eldest);
    assertThat(directory().points(eldest)).startsWith(PHONE).hasSize(3);
  }

  @Test
  void theHostsWordMovesNoPoint() {
    ContactPoint fresh = ContactPoint.phone("+1 555 000 2222");
    Person person = seen(PHONE, BSUID);
    seen(BSUID, fresh);
    make(TENANT, LinkEvidence.ASSERTED_BY_HOST, PHONE);
    assertThat(directory().points(person)).containsExactly(PHONE, BSUID, fresh);
  }

  @Test
  void identitiesFollowAChainOfMerges() {
    Person eldest = seen(PHONE);
    Person second = seen(BSUID);
    Person third = seen(PARENT);
    assertThat(seen(BSUID, PARENT)).isEqualTo(second);
    assertThat(seen(PHONE, PARENT)).isEqualTo(eldest);
    assertThat(directory().identities(eldest)).containsExactlyInAnyOrder(eldest, second, third);
  }

  @Test
  void anEarlierPersonLeadsToWhoTheyBecame() {
    Person eldest = seen(PHONE);
    Person second = seen(BSUID);
    Person third = seen(PARENT);
    seen(BSUID, PARENT);
    seen(PHONE, PARENT);
    for (Person earlier : List.of(second, third)) {
      assertThat(directory().points(earlier)).isEqualTo(directory().points(eldest));
      assertThat(directory().identities(earlier)).startsWith(eldest).contains(second, third);
    }
  }

  @Test
  void whoIsReservedIsToldByAllTheirNames() {
    Person eldest = seen(PHONE);
    Person second = seen(BSUID);
    seen(PHONE, BSUID);
    for (Person person : List.of(eldest, second)) {
      Set<Person> reserved = database().inTransaction(tx -> directory().reserve(tx, person));
      assertThat(reserved).startsWith(eldest).containsExactlyInAnyOrder(eldest, second);
    }
  }

  @Test
  void whoWasForgottenIsStillFoundUnderTheirEarlierNames() {
    Person eldest = seen(PHONE);
    Person second = seen(BSUID);
    seen(PHONE, BSUID);
    forget(eldest);
    assertThat(directory().identities(second)).contains(eldest, second);
    assertThat(directory().points(second)).isEmpty();
  }

  @Test
  void aStrangerIsOnlyThemselves() {
    Person person = seen(PHONE);
    assertThat(directory().identities(person)).containsExactly(person);
  }

  @Test
  void nobodyIsFoundByNoPoint() {
    assertThatThrownBy(() -> make(TENANT, LinkEvidence.SAME_SIGNED_PAYLOAD))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRolledBackPersonWasNeverThere() {
    assertThatThrownBy(() -> database().inTransaction(tx -> {
          directory().findOrCreate(tx, TENANT, Set.of(PHONE), LinkEvidence.SAME_SIGNED_PAYLOAD);
          throw new IllegalStateException("rolled back");
        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(directory().find(TENANT, Set.of(PHONE))).isEmpty();
  }

  @Test
  void aForgottenPersonIsUnknownAndTheNextIsSomebodyElse() {
    Person person = seen(PHONE, BSUID);
    for (int twice = 0; twice < 2; twice++) {
      forget(person);
    }
    assertThat(directory().find(TENANT, Set.of(PHONE, BSUID))).isEmpty();
    assertThat(directory().points(person)).isEmpty();
    assertThat(seen(PHONE)).isNotEqualTo(person);
  }

  @Test
  void anErasureProvesThatNothingIsLeft() {
    Person person = seen(PHONE, BSUID);
    Person other = seen(PARENT);
    assertThat(directory().personalData().find(person).records()).isEqualTo(2);
    assertThat(directory().personalData().erase(person).records()).isEqualTo(2);
    assertThat(directory().personalData().erase(person).records()).isZero();
    assertThat(directory().personalData().verifyGone(person)).isZero();
    assertThat(directory().personalData().name()).isNotBlank();
    assertFound(other, PARENT);
  }

  @Test
  void manyThreadsThatMeetAStrangerMakeOnePerson() {
    Set<Person> persons =
        new HashSet<>(Race.of(thread -> thread % 2 == 0 ? seen(PHONE, BSUID) : seen(BSUID, PHONE)));
    assertThat(persons).hasSize(1);
    assertThat(directory().points(persons.iterator().next())).hasSize(2);
  }

  @Test
  void manyThreadsThatJoinThreePersonsEndWithTheEldest() {
    Person eldest = seen(PHONE);
    Person second = seen(BSUID);
    Person third = seen(PARENT);
    Race.run(thread -> {
      switch (thread % 3) {
        case 0 -> seen(PHONE, BSUID);
        case 1 -> seen(BSUID, PARENT);
        default -> seen(PARENT, PHONE);
      }
    });
    assertThat(directory().points(eldest)).containsExactlyInAnyOrder(PHONE, BSUID, PARENT);
    assertThat(directory().identities(eldest)).containsExactlyInAnyOrder(eldest, second, third);
  }

  @Test
  void whoIsForgottenWhileTheyAreSeenIsKnownWithAllPointsOrNot() {
    Race.run(thread -> {
      Person person = seen(PHONE, BSUID);
      if (thread % 16 == 0) {
        forget(person);
      }
    });
    assertThat(find(PHONE)).isEqualTo(find(BSUID));
    assertThat(directory().points(seen(PHONE, BSUID))).containsExactlyInAnyOrder(PHONE, BSUID);
  }

  @Test
  void aCrashWhileAPersonIsMadeLeavesAllPointsOrNone() {
    crashes().atEachStep(Points::fresh, this::meet, points -> {
      assertThat(find(points.phone())).isEqualTo(find(points.bsuid()));
      Person person = meet(points);
      assertThat(directory().points(person)).isEqualTo(points.both());
      assertThat(find(points.phone())).contains(person);
    });
  }

  @Test
  void aCrashWhileTwoPersonsBecomeOneLeavesTwoOrOne() {
    crashes().atEachStep(this::twoPersons, this::meet, points -> {
      Person callers = find(points.phone()).orElseThrow();
      Person users = find(points.bsuid()).orElseThrow();
      Person person = meet(points);
      assertThat(directory().identities(person)).hasSize(2).contains(callers, users);
      assertThat(directory().points(person)).isEqualTo(points.both());
    });
  }

  @Test
  void aCrashWhileAPersonIsForgottenLeavesAllPointsOrNone() {
    crashes()
        .atEachStep(
            () -> meet(Points.fresh()),
            person -> directory().personalData().erase(person),
            person -> {
              assertThat(directory().personalData().verifyGone(person)).isIn(0L, 2L);
              forget(person);
              assertThat(directory().points(person)).isEmpty();
              assertThat(directory().personalData().verifyGone(person)).isZero();
            });
  }

  private record Points(ContactPoint phone, ContactPoint bsuid) {
    private static Points fresh() {
      long number = ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
      return new Points(ContactPoint.phone("+999" + number), ContactPoint.bsuid("US." + number));
    }

    private Set<ContactPoint> both() {
      return Set.of(phone, bsuid);
    }
  }

  private Person meet(Points points) {
    return seen(points.phone(), points.bsuid());
  }

  private Points twoPersons() {
    Points points = Points.fresh();
    seen(points.phone());
    seen(points.bsuid());
    return points;
  }

  private Optional<Person> find(ContactPoint point) {
    return directory().find(TENANT, Set.of(point));
  }

  private void forget(Person person) {
    database().inTransaction(tx -> {
      directory().forget(tx, person);
      return Boolean.TRUE;
    });
  }
}
