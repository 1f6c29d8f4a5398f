package io.waxseal.consent.people;

import static io.waxseal.consent.people.Story.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PersonModelTest {
  private static final Point P = Point.phone(1);
  private static final Point Q = Point.phone(2);
  private static final Point TYPED = Point.phone(101);
  private static final Point U = Point.user(1);
  private static final Point U2 = Point.user(2);
  private static final Point V = Point.parent(1);

  /** He gets her number after she stopped, and starts. */
  private static Story recycled() {
    return Story.strict()
        .writes(1, P, U)
        .agrees(2, U)
        .stops(3, P, U)
        .writes(80 * DAY, P, U2)
        .starts(80 * DAY + 1, P, U2);
  }

  @Test
  void aStopUnderMetasSpellingHoldsUnderTheTypedOne() {
    Story story = Story.strict().agrees(1, TYPED).answer(2, TYPED, P).stops(3, P);
    assertThat(story.mayMarket(TYPED)).isFalse();
  }

  @Test
  void aStopByAccountHoldsAtThePhoneOfAStatus() {
    assertThat(Story.strict().agrees(1, P).stops(2, U).mayMarket(P)).isTrue();
    assertThat(Story.strict().agrees(1, P).stops(2, U).seen(3, P, U).mayMarket(P))
        .isFalse();
  }

  @Test
  void aStopFollowsAChangeOfNumber() {
    Story story = Story.strict().stops(1, P, U).changed(5, U, U2).seen(6, Q, U2).agrees(7, Q);
    assertThat(story.mayMarket(Q)).isFalse();
    assertThat(story.mayMarket(U2)).isFalse();
  }

  @Test
  void aGrantFollowsAChangeOfNumber() {
    Story story = Story.strict().agrees(1, P).writes(2, P, U).changed(5, U, U2).seen(6, Q, U2);
    assertThat(story.mayMarket(Q)).isTrue();
  }

  @Test
  void aStrangersStartLeavesHerStop() {
    assertThat(recycled().mayMarket(U)).isFalse();
  }

  @Test
  void aStrangerHasNothingOfHersButUsesHisOwn() {
    assertThat(recycled().mayMarket(P)).isFalse();
    assertThat(recycled().agrees(80 * DAY + 2, P).mayMarket(P)).isTrue();
  }

  @Test
  void herErasureLeavesHisGrantAndHerStop() {
    Story story = recycled().agrees(80 * DAY + 2, P).erased(80 * DAY + 3, U);
    assertThat(story.mayMarket(P)).isTrue();
    assertThat(story.agrees(80 * DAY + 4, U).mayMarket(U)).isFalse();
  }

  @Test
  void twoAccountsSeenAtOneTimeLeaveThePhoneToNobodyThen() {
    Story story = Story.strict().seen(1, P, U).seen(5, P, U).agrees(3, P);
    assertThat(story.mayMarket(U)).isTrue();
    story = story.seen(3, P, U2);
    assertThat(story.mayMarket(U)).isFalse();
    assertThat(story.mayMarket(U2)).isFalse();
  }

  @Test
  void aKeyChangeEndsTheProofUntilTheNextSighting() {
    Story story = Story.strict().seen(1, P, U).keyChanged(2, P).until(3);
    assertThat(story.somebody(P)).isFalse();
    assertThat(story.seen(4, P, U).onePerson(P, U)).isTrue();
  }

  @Test
  void aPhoneIsProvenForAsLongAsNobodyElseCanHaveIt() {
    Story story = Story.strict().seen(1, P, U);
    assertThat(story.until(People.QUARANTINE).onePerson(P, U)).isTrue();
    assertThat(story.until(People.QUARANTINE + 1).somebody(P)).isFalse();
  }

  @Test
  void trustAttributesAnOldGrantAndNothingElse() {
    Story strict = Story.strict().agrees(1, P).stops(2, P).starts(3, P).seen(90 * DAY, P, U);
    Story trusting = Story.trusting().agrees(1, P).seen(90 * DAY, P, U);
    assertThat(strict.mayMarket(U)).isFalse();
    assertThat(trusting.mayMarket(U)).isTrue();
    assertThat(trusting.stops(2, P).starts(3, P).mayMarket(U)).isFalse();
  }

  @Test
  void aMergeByTheHostCarriesStopsOneStepAndNoGrant() {
    Point friend = Point.user(9);
    Story story = Story.strict().merged(1, U, friend).merged(1, friend, U2).agrees(2, friend);
    assertThat(story.mayMarket(friend)).isTrue();
    assertThat(story.mayMarket(U)).isFalse();
    story = story.agrees(2, U2).stops(3, U);
    assertThat(story.mayMarket(friend)).isFalse();
    assertThat(story.mayMarket(U2)).isTrue();
  }

  @Test
  void aStopStaysWhereAMergeCarriedItWhenTheMergeIsTakenBack() {
    Story story = Story.strict().merged(1, U, U2).stops(2, U).split(3, U, U2).agrees(4, U2);
    assertThat(story.mayMarket(U2)).isFalse();
    assertThat(Story.strict().split(3, U, U2).stops(4, U).agrees(4, U2).mayMarket(U2))
        .isTrue();
  }

  @Test
  void aLateEventResurrectsNobody() {
    Story story =
        Story.strict().writes(1, P, U).erased(5, U).writes(4, P, U).butLateBy(3).agrees(4, P);
    assertThat(story.mayReply(U)).isFalse();
    assertThat(story.mayMarket(U)).isFalse();
  }

  @Test
  void aLateStopHoldsWhereTheErasedLayTogether() {
    Story story =
        Story.strict().seen(1, P, U).erased(5, U).stops(4, U).butLateBy(3).agrees(8, P);
    assertThat(story.mayMarket(P)).isFalse();
  }

  @Test
  void anErasureByAPhoneThatNobodyProvablyHasIsRefused() {
    PersonModel model = PersonModel.strict();
    model.hear(Event.of(1, Event.Kind.STATUS, 1).naming(P).naming(U));
    Event request = Event.of(2, Event.Kind.ERASE, 90 * DAY).naming(P);
    assertThat(model.erase(request)).isEmpty();
    assertThat(model.erase(request.naming(U))).isPresent();
  }

  @Test
  void theParentOfTwoAccountsMakesThemOnePerson() {
    Story story = Story.strict().seen(1, U, V).seen(2, U2, V).agrees(3, U);
    assertThat(story.mayMarket(U2)).isTrue();
    assertThat(story.stops(4, U2).mayMarket(U)).isFalse();
  }
}
