package io.waxseal.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Tenant;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.LinkEvidence;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.PersonDirectory.Address;
import io.waxseal.person.PersonDirectory.Address.Certainty;
import io.waxseal.person.PersonDirectory.Told;
import io.waxseal.person.PersonLink;
import io.waxseal.person.PersonWatcher;
import io.waxseal.person.Testimony;
import io.waxseal.person.Testimony.Grade;
import io.waxseal.person.Whereabouts;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The part of the {@link PersonDirectoryContract} about time: numbers pass on, accounts follow one another, events are late. */
abstract class PersonDirectoryOverTime extends StoreContract {
  static final Tenant TENANT = Tenant.DEFAULT;
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final ContactPoint OLD = ContactPoint.phone("+1 555 000 4441");
  private static final ContactPoint NEW = ContactPoint.phone("+1 555 000 4442");
  private static final ContactPoint ADA = ContactPoint.bsuid("US.4401");
  private static final ContactPoint ADA_NOW = ContactPoint.bsuid("US.4402");
  private static final ContactPoint BO = ContactPoint.bsuid("US.4403");
  private static final ContactPoint ADAS_PARENT = ContactPoint.parentBsuid("US.ENT.4401");
  private static final ContactPoint ADAS_PARENT_NOW = ContactPoint.parentBsuid("US.ENT.4402");

  private final List<PersonWatcher.What> heard = new ArrayList<>();
  private final List<IndexedPoint> retracted = new ArrayList<>();
  private PersonDirectory people;

  /**
   * Opens a directory.
   *
   * @param database where it is stored, empty; its transactions are the ones the directory joins
   * @return the directory
   */
  protected abstract PersonDirectory open(Database database);

  @BeforeEach
  final void openPeople() {
    people = open(database());
    people.watch(new PersonWatcher() {
      @Override
      public void happened(
          Transaction transaction,
          What what,
          Grade grade,
          Optional<UUID> event,
          Person one,
          Optional<Person> other) {
        heard.add(what);
      }

      @Override
      public void retracting(
          Transaction transaction,
          Tenant tenant,
          Whereabouts before,
          IndexedPoint one,
          IndexedPoint other) {
        retracted.addAll(List.of(one, other));
      }
    });
  }

  private static Instant day(int day) {
    return NOW.plus(Duration.ofDays(day));
  }

  private static Set<ContactPoint> all(ContactPoint... points) {
    return new LinkedHashSet<>(List.of(points));
  }

  private Told tell(Testimony testimony, int day) {
    UUID event = UUID.randomUUID();
    return database()
        .inTransaction(tx -> people.tell(tx, TENANT, testimony, day(day), event, true));
  }

  private Person seen(int day, ContactPoint... points) {
    return tell(Testimony.of(all(points), Grade.STRONG), day).person().orElseThrow();
  }

  private Told changed(int day, Set<ContactPoint> now, Set<ContactPoint> before) {
    return tell(new Testimony(now, before, Grade.STRONG, false), day);
  }

  private void keyChanged(int day, ContactPoint phone) {
    tell(new Testimony(all(phone), Set.of(), Grade.STRONG, true), day);
  }

  private Optional<Person> at(ContactPoint point, int day) {
    return people.find(TENANT, point, day(day));
  }

  private Person of(ContactPoint point) {
    return people.find(TENANT, Set.of(point)).orElseThrow();
  }

  private IndexedPoint index(ContactPoint point) {
    return people.index(TENANT, point);
  }

  private Set<IndexedPoint> indexes(ContactPoint... points) {
    Set<IndexedPoint> all = new LinkedHashSet<>();
    List.of(points).forEach(point -> all.add(index(point)));
    return all;
  }

  private Whereabouts around(ContactPoint... points) {
    return database().inTransaction(tx -> people.whereabouts(tx, TENANT, indexes(points)));
  }

  private Address address(io.waxseal.person.Recipient recipient, boolean byPhone) {
    return people.address(TENANT, recipient, byPhone);
  }

  private void forget(Person person) {
    database().useTransaction(tx -> people.forget(tx, person));
  }

  @Test
  void aSightingProvesAPhoneForTheQuarantineAndNoLonger() {
    Person ada = seen(0, OLD, ADA);
    assertThat(at(OLD, 44)).contains(ada);
    assertThat(at(OLD, -44)).contains(ada);
    assertThat(at(OLD, 46)).isEmpty();
    assertThat(at(ADA, 4_000)).contains(ada);
  }

  @Test
  void theTrustIsForOneHumanOnly() {
    seen(0, OLD, ADA);
    assertThat(around(OLD).trustedOwner(index(OLD), day(700))).contains(index(ADA));
    assertThat(around(OLD).trustedOwner(index(OLD), day(740))).isEmpty();
    seen(-800, OLD, BO);
    assertThat(around(OLD).trustedOwner(index(OLD), day(50))).isEmpty();
  }

  @Test
  void anAccountAtAKnownPhoneIsANewPerson() {
    Person ada = seen(0, OLD, ADA);
    Person bo = seen(100, OLD, BO);
    assertThat(bo).isNotEqualTo(ada);
    assertThat(at(OLD, 10)).contains(ada);
    assertThat(at(OLD, 50)).isEmpty();
    assertThat(at(OLD, 100)).contains(bo);
    assertThat(heard).containsExactly(PersonWatcher.What.HANDED_OVER);
  }

  @Test
  void twoAtOnceAtOnePhoneMeanNobody() {
    seen(0, OLD, ADA);
    seen(20, OLD, ADA);
    seen(10, OLD, BO);
    assertThat(at(OLD, 10)).isEmpty();
    assertThat(heard).containsExactly(PersonWatcher.What.CONFLICT);
  }

  @Test
  void anAccountSeenElsewhereHasLeft() {
    Person ada = seen(0, OLD, ADA);
    seen(5, NEW, ADA);
    assertThat(at(OLD, 3)).contains(ada);
    assertThat(at(OLD, 6)).isEmpty();
    assertThat(at(NEW, 6)).contains(ada);
  }

  @Test
  void whateverTheOrderAndHoweverOftenTheAnswersAreTheSame() {
    for (int twice = 0; twice < 2; twice++) {
      changed(5, all(NEW, ADA_NOW), all(OLD, ADA));
      seen(0, OLD, ADA);
      seen(7, NEW, ADA_NOW);
    }
    assertThat(of(ADA)).isEqualTo(of(ADA_NOW));
    assertThat(at(NEW, 6)).contains(of(ADA));
    assertThat(at(OLD, 3)).contains(of(ADA));
    assertThat(at(OLD, 6)).isEmpty();
    assertThat(people.identities(of(ADA))).hasSize(2);
    assertThat(heard).containsExactly(PersonWatcher.What.JOINED);
  }

  @Test
  void parentIdsFollowOneAnotherToo() {
    seen(0, OLD, ADA, ADAS_PARENT);
    changed(5, all(NEW, ADA_NOW, ADAS_PARENT_NOW), all(OLD, ADA, ADAS_PARENT));
    assertThat(of(ADAS_PARENT_NOW)).isEqualTo(of(ADA)).isEqualTo(of(ADAS_PARENT));
    assertThat(around(ADA).accounts(around(ADA).human(index(ADA))))
        .isEqualTo(indexes(ADA, ADAS_PARENT, ADA_NOW, ADAS_PARENT_NOW));
  }

  @Test
  void aChangeThatNamesParentsOnlyJoinsThem() {
    changed(5, all(NEW, ADAS_PARENT_NOW), all(ADAS_PARENT));
    assertThat(of(ADAS_PARENT_NOW)).isEqualTo(of(ADAS_PARENT));
    changed(6, all(ADA_NOW, ADAS_PARENT_NOW), all(ADAS_PARENT));
    assertThat(of(ADA_NOW)).isEqualTo(of(ADAS_PARENT));
    assertThat(at(NEW, 6)).contains(of(ADAS_PARENT));
  }

  @Test
  void twoSuccessorsOfOneAccountAreAContradictionAndJoinNothing() {
    changed(5, all(ADA_NOW), all(ADA));
    changed(6, all(BO), all(ADA));
    assertThat(heard).endsWith(PersonWatcher.What.CONFLICT);
    assertThat(Set.of(of(ADA), of(ADA_NOW), of(BO))).hasSize(3);
    assertThat(around(ADA).carriers(indexes(ADA), day(7))).contains(index(BO), index(ADA_NOW));
  }

  @Test
  void aMoveWithoutUserIdsTakesTheBarePersonAlong() {
    Person bare = seen(0, OLD);
    for (int twice = 0; twice < 2; twice++) {
      changed(5, all(NEW), all(OLD));
    }
    assertThat(at(NEW, 6)).contains(bare);
    assertThat(at(OLD, 3)).contains(bare);
    assertThat(at(OLD, 6)).isEmpty();
  }

  @Test
  void aMoveWithoutUserIdsJoinsTheAccountsOfBothNumbers() {
    changed(5, all(NEW), all(OLD));
    seen(7, NEW, ADA_NOW);
    seen(0, OLD, ADA);
    assertThat(of(ADA_NOW)).isEqualTo(of(ADA));
    assertThat(at(NEW, 8)).contains(of(ADA));
    assertThat(around(OLD).carriers(indexes(OLD), day(1))).contains(index(NEW));
  }

  @Test
  void aStrangerAtTheOldNumberIsNotWhoMoved() {
    seen(0, OLD, ADA);
    changed(5, all(NEW), all(OLD));
    Person bo = seen(60, OLD, BO);
    assertThat(bo).isNotEqualTo(of(ADA));
    assertThat(at(NEW, 6)).contains(of(ADA));
  }

  @Test
  void aMoveThatNamesOneAccountIsThatAccounts() {
    changed(5, all(NEW, ADA_NOW), all(OLD));
    assertThat(at(OLD, 4)).contains(of(ADA_NOW));
    assertThat(at(NEW, 6)).contains(of(ADA_NOW));
  }

  @Test
  void aChangeWithTooLittleInItLinksWeakly() {
    changed(5, all(ADA_NOW), all(OLD));
    assertThat(at(OLD, 5)).isNotEqualTo(Optional.of(of(ADA_NOW)));
    assertThat(around(OLD).carriers(indexes(OLD), day(6))).contains(index(ADA_NOW));
  }

  @Test
  void aChangedKeyEndsTheProofUntilSomebodyIsSeen() {
    Person ada = seen(-5, OLD, ADA);
    keyChanged(-3, OLD);
    assertThat(at(OLD, -2)).isEmpty();
    assertThat(address(OLD, false).certainty()).isEqualTo(Certainty.NOBODY);
    seen(-1, OLD, ADA);
    assertThat(at(OLD, 0)).contains(ada);
    assertThat(address(OLD, true).certainty()).isEqualTo(Certainty.KNOWN);
  }

  @Test
  void noCodeGoesToABarePhoneWhoseKeyChanged() {
    seen(-5, OLD);
    keyChanged(-3, OLD);
    assertThat(address(OLD, true).certainty()).isEqualTo(Certainty.KEY_CHANGED);
    assertThat(address(of(OLD), true).certainty()).isEqualTo(Certainty.KEY_CHANGED);
    assertThat(address(OLD, false).certainty()).isEqualTo(Certainty.KNOWN);
  }

  @Test
  void somebodysWordCarriesStopsAndProvesNothing() {
    tell(Testimony.of(all(OLD, ADA), Grade.WEAK), 0);
    assertThat(at(OLD, 0)).isEmpty();
    assertThat(around(ADA).carriers(indexes(ADA), day(1))).contains(index(OLD));
    assertThat(around(OLD).owner(index(OLD), day(1))).contains(index(OLD));
    assertThat(people.links(of(ADA))).extracting(PersonLink::grade).containsExactly(Grade.WEAK);
  }

  @Test
  void aStopReachesWhereTheAccountIsAndNotWhereItHasLeft() {
    seen(0, OLD, ADA);
    seen(5, NEW, ADA);
    Whereabouts known = around(ADA);
    assertThat(known.carriers(indexes(ADA), day(3))).contains(index(OLD));
    assertThat(known.carriers(indexes(ADA), day(6)))
        .contains(index(NEW))
        .doesNotContain(index(OLD));
    assertThat(known.countsAt(indexes(ADA), day(6), index(NEW))).isTrue();
    assertThat(known.countsAt(indexes(ADA), day(6), index(OLD))).isFalse();
    assertThat(known.reaches(indexes(OLD), day(3), index(NEW), Optional.of(index(ADA))))
        .isTrue();
    assertThat(known.reaches(indexes(BO), day(3), index(NEW), Optional.of(index(ADA))))
        .isFalse();
    assertThat(known.reaches(indexes(BO), day(3), index(NEW), Optional.empty())).isFalse();
  }

  @Test
  void aStopStaysAtThePhoneForItsNextHolder() {
    seen(0, OLD, ADA);
    seen(100, OLD, BO);
    Whereabouts known = around(OLD);
    assertThat(known.reaches(indexes(ADA), day(3), index(BO), Optional.of(index(BO))))
        .isTrue();
    assertThat(known.reaches(indexes(ADA), day(3), index(OLD), Optional.of(index(BO))))
        .isTrue();
    assertThat(known.carriers(indexes(ADA), day(101))).doesNotContain(index(OLD));
    assertThat(known.reaches(indexes(ADA), day(101), index(BO), Optional.of(index(BO))))
        .isFalse();
  }

  @Test
  void whoSpeaksIsTheAccountNamedElseWhoHadThePhone() {
    seen(0, OLD, ADA);
    Whereabouts known = around(OLD);
    assertThat(known.speaker(indexes(OLD, BO), day(0), false)).contains(index(BO));
    assertThat(known.speaker(indexes(OLD), day(100), false)).isEmpty();
    assertThat(known.speaker(indexes(OLD), day(100), true)).contains(index(ADA));
    assertThat(known.speaker(Set.of(), day(0), true)).isEmpty();
    assertThat(known.own(indexes(OLD), day(-400), index(ADA))).isTrue();
    assertThat(known.own(indexes(BO), day(0), index(ADA))).isFalse();
    assertThat(known.own(Set.of(), day(0), index(ADA))).isFalse();
  }

  @Test
  void theSpellingThatMetaAcceptedIsUsedNext() {
    ContactPoint typed = ContactPoint.phone("+54 11 2345-6789");
    ContactPoint accepted = ContactPoint.phone("+54 9 11 2345-6789");
    seen(0, typed);
    database().useTransaction(tx -> people.spelled(tx, TENANT, typed, accepted, day(0)));
    assertThat(address(typed, false).points().get(0).value()).isEqualTo(accepted.value());
    assertThat(address(of(typed), false).points().get(0).value()).isEqualTo(accepted.value());
  }

  @Test
  void anAliasLeadsToThePhoneThatMetaMeans() {
    Person typed = seen(0, OLD);
    for (int twice = 0; twice < 2; twice++) {
      database().useTransaction(tx -> people.spelled(tx, TENANT, OLD, NEW, day(1)));
    }
    assertThat(of(NEW)).isEqualTo(typed);
    assertThat(address(OLD, false).points().get(0)).isEqualTo(NEW);
    seen(2, NEW, ADA);
    assertThat(around(OLD).owner(index(OLD), day(2))).contains(index(ADA));
    assertThat(around(OLD).reaches(indexes(NEW), day(2), index(OLD), Optional.empty()))
        .isTrue();
    assertThat(around(ADA).reachOfErasure(index(ADA), day(2)))
        .contains(index(OLD), index(NEW), index(ADA));
  }

  @Test
  void twoBarePhonesThatAreOneSpellingAreOnePerson() {
    Person one = seen(0, OLD);
    seen(0, NEW);
    database().useTransaction(tx -> people.spelled(tx, TENANT, OLD, NEW, day(1)));
    assertThat(of(NEW)).isEqualTo(one);
    ContactPoint unknown = ContactPoint.phone("+1 555 000 4449");
    ContactPoint spelled = ContactPoint.phone("+1 555 000 4448");
    database().useTransaction(tx -> people.spelled(tx, TENANT, unknown, spelled, day(1)));
    assertThat(of(spelled)).isNotNull();
  }

  @Test
  void aStatusFoundByOurIdShowsTheAccountOfThePhone() {
    Person bare = seen(-6, OLD);
    assertThat(byStatus(-5)).isTrue();
    assertThat(byStatus(-5)).isFalse();
    assertThat(of(ADA)).isEqualTo(bare);
    assertThat(at(OLD, -5)).contains(bare);
    forget(bare);
    assertThat(byStatus(-4)).as("of before the erasure").isFalse();
  }

  private boolean byStatus(int day) {
    return database().inTransaction(tx -> people.seen(tx, TENANT, index(OLD), ADA, day(day)));
  }

  @Test
  void whatNobodyCanBeProvenToHaveSentHasAPlaceOfItsOwn() {
    seen(0, OLD, ADA);
    Person nobody = seen(60, OLD);
    assertThat(nobody).isNotEqualTo(of(ADA)).isEqualTo(seen(61, OLD));
    assertThat(at(OLD, 61)).isEmpty();
    forget(of(ADA));
    assertThat(heard).contains(PersonWatcher.What.UNATTRIBUTED);
  }

  @Test
  void aPhoneAloneCreatesNobodyUnlessAskedTo() {
    Told told = database()
        .inTransaction(tx -> people.tell(
            tx, TENANT, Testimony.of(all(OLD), Grade.STRONG), day(0), UUID.randomUUID(), false));
    assertThat(told.person()).isEmpty();
    assertThat(told.stale()).isFalse();
    assertThat(tell(Testimony.of(Set.of(), Grade.STRONG), 0).person()).isEmpty();
  }

  @Test
  void aLinkOfTheHostsCanBeTakenBackAndOlderWordsDoNotBringItBack() {
    Person ada = seen(-9, ADA);
    PersonLink link = link(ADA, OLD);
    assertThat(people.links(ada)).containsExactly(link);
    assertThat(people.link(TENANT, link.id())).contains(link);
    assertThat(people.link(new Tenant("other"), link.id())).isEmpty();
    assertThat(unlink(link)).isTrue();
    assertThat(unlink(link)).isFalse();
    assertThat(people.link(TENANT, link.id())).isEmpty();
    assertThat(retracted).containsExactlyInAnyOrder(index(ADA), index(OLD));
    assertThat(heard).contains(PersonWatcher.What.JOINED, PersonWatcher.What.RETRACTED);
    tell(Testimony.of(all(OLD, ADA), Grade.WEAK), -3);
    assertThat(people.links(ada)).isEmpty();
    tell(Testimony.of(all(OLD, ADA), Grade.WEAK), 3);
    assertThat(people.links(ada)).hasSize(1);
  }

  private PersonLink link(ContactPoint one, ContactPoint other) {
    return database().inTransaction(tx -> people.link(tx, TENANT, one, other));
  }

  private boolean unlink(PersonLink link) {
    return database().inTransaction(tx -> people.unlink(tx, link));
  }

  @Test
  void aLinkTiesTwoPoints() {
    assertThatThrownBy(() -> link(ADA, ADA)).isInstanceOf(IllegalArgumentException.class);
    PersonLink once = link(ADA, BO);
    assertThat(link(ADA, BO).id()).isEqualTo(once.id());
  }

  @Test
  void takingBackAChangeMakesTwoPersonsOfOne() {
    changed(-5, all(ADA_NOW), all(ADA));
    PersonLink link = people.links(of(ADA)).get(0);
    assertThat(link.kind()).isEqualTo("CHANGED");
    assertThat(unlink(link)).isTrue();
    assertThat(of(ADA)).isNotEqualTo(of(ADA_NOW));
    changed(-5, all(ADA_NOW), all(ADA));
    assertThat(of(ADA)).as("the same event again").isNotEqualTo(of(ADA_NOW));
  }

  @Test
  void everybodyIsShownOnce() {
    Set<Person> made = new LinkedHashSet<>(List.of(seen(0, OLD, ADA), seen(0, BO), seen(0, NEW)));
    changed(1, all(ADA_NOW), all(ADA));
    List<Person> shown = new ArrayList<>();
    people.forEach(TENANT, shown::add);
    assertThat(shown).containsExactlyInAnyOrderElementsOf(made);
    people.forEach(new Tenant("other"), person -> shown.add(person));
    assertThat(shown).hasSize(3);
  }

  @Test
  void anEventOfBeforeAnErasureIsStaleAndWhatItNamesJoinsTheGrave() {
    seen(-9, OLD, ADA);
    forget(of(ADA));
    Told late = tell(Testimony.of(all(ADA, NEW), Grade.STRONG), -3);
    assertThat(late.stale()).isTrue();
    assertThat(late.person()).isEmpty();
    assertThat(late.named()).contains(index(ADA), index(OLD), index(NEW));
    assertThat(people.find(TENANT, all(ADA, NEW))).isEmpty();
    assertThat(around(NEW).carriers(indexes(NEW), day(0))).contains(index(ADA));
    assertThat(tell(Testimony.of(all(NEW), Grade.STRONG), -2).stale()).isTrue();
  }

  @Test
  void aLateChangeOfSomebodyErasedTellsThatTheErasureWasTooNarrow() {
    seen(-9, OLD, ADA);
    seen(-2, NEW, ADA_NOW);
    forget(of(ADA));
    Told late = changed(-5, all(NEW, ADA_NOW), all(OLD, ADA));
    assertThat(late.stale()).isTrue();
    assertThat(heard).contains(PersonWatcher.What.WIDER);
    assertThat(people.find(TENANT, Set.of(ADA_NOW))).isPresent();
  }

  @Test
  void whoWritesAfterAnErasureIsSomebodyNew() {
    Person before = seen(-9, OLD, ADA);
    forget(before);
    Person after = seen(3, OLD, ADA);
    assertThat(after).isNotEqualTo(before);
    assertThat(around(OLD).buried(indexes(OLD), day(-9), index(ADA))).isTrue();
    assertThat(around(OLD).buried(indexes(OLD), day(3), index(ADA))).isFalse();
    assertThat(around(OLD).buried(indexes(ADA), day(-9), index(ADA))).isFalse();
  }

  @Test
  void anErasureLeavesTheOthersAtAPhoneAndThatSomebodyWasThere() {
    seen(-200, OLD, ADA);
    Person bo = seen(-3, OLD, BO);
    forget(of(ADA));
    assertThat(at(OLD, -3)).contains(bo);
    assertThat(at(OLD, -200)).isEmpty();
    assertThat(around(OLD).trustedOwner(index(OLD), day(50))).isEmpty();
    assertThat(people.find(TENANT, Set.of(ADA))).isEmpty();
    tell(Testimony.of(all(ADA, OLD), Grade.STRONG), -190);
    assertThat(at(OLD, -190)).isEmpty();
  }

  @Test
  void anErasureForgetsANumberLeftBefore() {
    seen(-9, OLD, ADA);
    seen(-3, NEW, ADA);
    link(ADA, BO);
    forget(of(ADA));
    assertThat(around(OLD).owner(index(OLD), day(-9))).contains(index(OLD));
    assertThat(around(BO).carriers(indexes(BO), day(0))).contains(index(ADA));
    people.tidy();
    assertThat(tell(Testimony.of(all(ADA), Grade.STRONG), -5).stale()).isTrue();
  }

  @Test
  void theAccountIsAddressedWheneverOneIsLive() {
    Person ada = seen(-9, OLD, ADA);
    assertThat(address(ada, false).points()).startsWith(ADA);
    assertThat(address(OLD, false).points()).startsWith(ADA);
    assertThat(address(ada, true).points()).startsWith(OLD);
    assertThat(address(OLD, true).points()).startsWith(OLD);
    changed(-3, all(NEW, ADA_NOW), all(OLD, ADA));
    assertThat(address(ada, false).points()).startsWith(ADA_NOW);
    assertThat(address(ADA, false).points()).startsWith(ADA_NOW);
    assertThat(address(ada, true).points()).startsWith(NEW);
  }

  @Test
  void whoCannotBeAddressedIsSaid() {
    assertThat(address(new Person(TENANT, UUID.randomUUID()), false).certainty())
        .isEqualTo(Certainty.UNKNOWN);
    Person ada = seen(-100, OLD, ADA);
    assertThat(address(new Person(new Tenant("other"), ada.id()), false).certainty())
        .isEqualTo(Certainty.UNKNOWN);
    seen(-1, BO);
    assertThat(address(BO, true).certainty()).isEqualTo(Certainty.NO_PHONE);
    assertThat(address(of(BO), true).certainty()).isEqualTo(Certainty.NO_PHONE);
    seen(-90, OLD, BO);
    assertThat(address(OLD, false).certainty()).isEqualTo(Certainty.NOBODY);
    assertThat(address(NEW, false).certainty()).isEqualTo(Certainty.KNOWN);
  }

  @Test
  void aPhoneWithTooManyHoldersIsNotDecided() {
    for (int i = 0; i < 34; i++) {
      seen(-i, OLD, ContactPoint.bsuid("US.99" + i));
    }
    assertThat(around(OLD).complete()).isFalse();
    assertThat(address(OLD, false).certainty()).isEqualTo(Certainty.TOO_MANY);
    assertThat(address(of(ContactPoint.bsuid("US.990")), false).certainty())
        .isIn(Certainty.TOO_MANY, Certainty.KNOWN);
  }

  @Test
  void theHostMaySayThatOneReplacedAnother() {
    Set<ContactPoint> accounts = all(ADA, ADA_NOW);
    database()
        .useTransaction(
            tx -> people.findOrCreate(tx, TENANT, accounts, LinkEvidence.PLATFORM_CHANGE_EVENT));
    assertThat(of(ADA)).isEqualTo(of(ADA_NOW));
    database()
        .useTransaction(tx ->
            people.findOrCreate(tx, TENANT, all(OLD, NEW), LinkEvidence.PLATFORM_CHANGE_EVENT));
    assertThat(people.find(TENANT, Set.of(NEW))).isPresent();
  }

  @Test
  void whatFencesLockHoldsAllAPersonsPoints() {
    seen(-9, OLD, ADA);
    seen(-3, NEW, ADA);
    Whereabouts known = around(ADA);
    assertThat(known.lockedFor(index(ADA), Optional.of(index(ADA))))
        .contains(index(ADA), index(OLD), index(NEW));
    assertThat(known.lockedFor(index(OLD), Optional.empty())).containsExactly(index(OLD));
    assertThat(known.trusts(day(-1), day(0))).isTrue();
    assertThat(known.trusts(day(-800), day(0))).isFalse();
    assertThat(known.toString()).doesNotContain("US.").doesNotContain("555");
    assertThat(index(OLD).toString()).startsWith("PHONE[");
  }
}
