package io.waxseal.consent.people;

import static io.waxseal.consent.people.Story.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Changes of number that name phones and not both accounts. */
final class PhonesOnlyChangeTest {
  private static final int T = 100 * DAY;
  private static final Point P = Point.phone(1);
  private static final Point Q = Point.phone(2);
  private static final Point R = Point.phone(3);
  private static final Point U = Point.user(1);
  private static final Point W = Point.user(2);

  private static Story moved() {
    return Story.strict().moved(T, P, Q);
  }

  @Test
  void aStopBeforeTheMoveHoldsAtTheNewPhone() {
    assertThat(moved().agrees(T + 1, Q).mayMarket(Q)).isTrue();
    assertThat(moved().agrees(T + 1, Q).stops(T - 1, P).mayMarket(Q)).isFalse();
    assertThat(moved().agrees(T + 1, Q).stops(1, P).mayMarket(Q)).isFalse();
  }

  @Test
  void aStopAfterTheMoveIsAStrangers() {
    assertThat(moved().agrees(T + 1, Q).stops(T + 2, P).mayMarket(Q)).isTrue();
  }

  @Test
  void aGrantOfTheOldPhoneServesTheNewOne() {
    assertThat(moved().agrees(T - 1, P).mayMarket(Q)).isTrue();
    assertThat(moved().agrees(1, P).mayMarket(Q)).isFalse();
    assertThat(Story.trusting().moved(T, P, Q).agrees(1, P).mayMarket(Q)).isTrue();
  }

  @Test
  void whatWasSaidAtTheNewPhoneBeforeIsAnothers() {
    assertThat(moved().agrees(T - 2, Q).mayMarket(Q)).isFalse();
    assertThat(Story.trusting().moved(T, P, Q).agrees(T - 2, Q).mayMarket(Q)).isFalse();
    assertThat(moved().writes(T - 2, Q).until(T).mayReply(Q)).isFalse();
  }

  @Test
  void whoComesToTheOldPhoneIsAStranger() {
    Story story = Story.trusting().moved(T, P, Q).agrees(T - 2, P);
    assertThat(story.until(T + DAY).mayMarket(P)).isFalse();
    story = story.seen(T + 60 * DAY, P, W);
    assertThat(story.mayMarket(P)).isFalse();
    assertThat(story.onePerson(P, Q)).isFalse();
  }

  @Test
  void theWindowGoesAlong() {
    assertThat(moved().writes(T - 1, P).mayReply(Q)).isTrue();
    assertThat(moved().writes(T - 1, P).until(T + DAY).mayReply(Q)).isFalse();
  }

  @Test
  void aStartAtTheNewPhoneEndsTheStopOfTheOldOne() {
    Story story = moved().stops(T - 1, P).agrees(T + 1, Q).starts(T + 2, Q);
    assertThat(story.mayMarket(Q)).isTrue();
  }

  @Test
  void theAccountsThatProvablyWereAtTheTwoPhonesAreOnePerson() {
    Story story = moved().seen(T - 5, P, U).agrees(T - 9, U).seen(T + 5, Q, W);
    assertThat(story.onePerson(U, W)).isTrue();
    assertThat(story.mayMarket(W)).isTrue();
    assertThat(story.stops(T - 3, U).mayMarket(W)).isFalse();
  }

  @Test
  void anAccountSeenTooLongBeforeLendsNothingButItsStop() {
    long old = T - People.QUARANTINE - 1;
    Story story = moved().seen(old, P, U).agrees(old, U).seen(T + 5, Q, W);
    assertThat(story.onePerson(U, W)).isFalse();
    assertThat(story.mayMarket(W)).isFalse();
    assertThat(story.agrees(T + 6, W).stops(old, U).mayMarket(W)).isFalse();
  }

  @Test
  void aKeyChangeOrAnotherAccountBetweenBreaksTheProof() {
    Story story = moved().seen(T - 9, P, U).seen(T + 5, Q, W).agrees(T - 9, U);
    assertThat(story.mayMarket(W)).isTrue();
    assertThat(story.keyChanged(T - 5, P).mayMarket(W)).isFalse();
    Story other = moved().seen(T - 9, P, U).seen(T - 5, P, Point.user(3)).seen(T + 5, Q, W);
    assertThat(other.agrees(T - 9, U).mayMarket(W)).isFalse();
  }

  @Test
  void oneAccountBesideThePhonesIsEnough() {
    Story story = Story.strict().moved(T, P, Q, W).agrees(T - 1, P);
    assertThat(story.mayMarket(W)).isTrue();
    assertThat(story.stops(T - 2, P).mayMarket(W)).isFalse();
  }

  @Test
  void aChainOfMovesIsOnePersonWhileEachIsSoonAfterTheOther() {
    Story story = moved().moved(T + 9 * DAY, Q, R).agrees(T - 1, P);
    assertThat(story.mayMarket(R)).isTrue();
    assertThat(story.mayMarket(Q)).isFalse();
    assertThat(story.stops(T - 2, P).mayMarket(R)).isFalse();
  }

  @Test
  void afterALongTimeAChainCarriesStopsAlone() {
    Story story = moved().moved(T + 60 * DAY, Q, R).agrees(T - 1, P);
    assertThat(story.mayMarket(R)).isFalse();
    story = story.agrees(T + 61 * DAY, R);
    assertThat(story.mayMarket(R)).isTrue();
    assertThat(story.stops(T - 2, P).mayMarket(R)).isFalse();
  }

  @Test
  void whoMovedAwayBeforeDoesNotInheritWhatComesLater() {
    Story story = Story.trusting().moved(T, P, Q).moved(T - 60 * DAY, Q, R).agrees(T + 1, R);
    assertThat(story.stops(T - 2, P).mayMarket(R)).isTrue();
    assertThat(story.stops(T - 61 * DAY, Q).mayMarket(R)).isFalse();
  }

  @Test
  void oneChangeToldByTwoNumbersOfTheBusinessIsOneChange() {
    Story story = moved().moved(T + 2, P, Q).agrees(T - 1, P).seen(T + 5, Q, W);
    assertThat(story.mayMarket(W)).isTrue();
  }

  @Test
  void whoMovesBackIsWhoSheWas() {
    Story story = moved().moved(T + 9 * DAY, Q, P).agrees(T - 1, P);
    assertThat(story.mayMarket(P)).isTrue();
    assertThat(story.mayMarket(Q)).isFalse();
  }

  @Test
  void anErasureAtTheNewPhoneTakesWhatWasGrantedAtTheOldOneAndLeavesTheStop() {
    Story story = moved().agrees(T - 1, P).erased(T + 1, Q);
    assertThat(story.mayMarket(Q)).isFalse();
    assertThat(story.agrees(T + 2, Q).mayMarket(Q)).isTrue();
    Story stopped = moved().stops(T - 1, P).erased(T + 1, Q).agrees(T + 2, Q);
    assertThat(stopped.mayMarket(Q)).isFalse();
  }

  @Test
  void aMoveToldAfterTheErasureOfTheOldPhoneCarriesTheStop() {
    Story story = Story.strict()
        .stops(T - 3, P)
        .erased(T + 1, P)
        .moved(T, P, Q)
        .butLateBy(2)
        .agrees(T + 3, Q);
    assertThat(story.mayMarket(Q)).isFalse();
  }
}
