package io.waxseal.consent.people;

import static io.waxseal.consent.people.Story.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.consent.people.Event.Kind;
import org.junit.jupiter.api.Test;

/** What random histories do not hold. */
final class SeldomCasesTest {
  private static final Point P = Point.phone(1);
  private static final Point U = Point.user(1);
  private static final Point U2 = Point.user(2);
  private static final Point U3 = Point.user(3);
  private static final Point V = Point.parent(1);

  private static Story forked() {
    return Story.strict().changed(5, U, U2).changed(6, U, U3);
  }

  @Test
  void ofTwoSuccessorsNeitherIsTheSamePerson() {
    assertThat(Story.strict().changed(5, U, U2).agrees(1, U).mayMarket(U2)).isTrue();
    Story story = forked().agrees(1, U);
    assertThat(story.mayMarket(U2)).isFalse();
    assertThat(story.mayMarket(U3)).isFalse();
    assertThat(story.onePerson(U2, U3)).isFalse();
  }

  @Test
  void aStopGoesToBothSuccessorsAndTheStartOfOneLeavesTheOthers() {
    Story story = forked().stops(1, U).agrees(8, U2).agrees(8, U3);
    assertThat(story.mayMarket(U2)).isFalse();
    assertThat(story.mayMarket(U3)).isFalse();
    story = story.starts(9, U2);
    assertThat(story.mayMarket(U2)).isTrue();
    assertThat(story.mayMarket(U3)).isFalse();
  }

  @Test
  void ofTwoPredecessorsNeitherIsTheSamePerson() {
    Story story = Story.strict().changed(5, U2, U).changed(6, U3, U).agrees(1, U2);
    assertThat(story.mayMarket(U)).isFalse();
    assertThat(story.agrees(7, U).mayMarket(U)).isTrue();
    assertThat(story.stops(1, U3).mayMarket(U)).isFalse();
  }

  @Test
  void twoPortfoliosThatSeeOnePhoneAreNotOnePersonUntilTheirParentIsSeen() {
    Story story = Story.strict().seen(1, P, U).seen(3, P, U).seen(2, P, U2).agrees(2, P);
    assertThat(story.mayMarket(U)).isFalse();
    assertThat(story.mayMarket(U2)).isFalse();
    story = story.seen(5, U, V).seen(5, U2, V);
    assertThat(story.mayMarket(U)).isTrue();
    assertThat(story.mayMarket(U2)).isTrue();
  }

  @Test
  void aStopInOnePortfolioHoldsInTheOtherOverThePhone() {
    Story story = Story.strict().seen(1, P, U).seen(3, P, U).seen(2, P, U2).agrees(3, U2);
    assertThat(story.mayMarket(U2)).isTrue();
    assertThat(story.stops(4, U).mayMarket(U2)).isFalse();
  }

  @Test
  void anotherTenantKnowsNothing() {
    PersonModel one = PersonModel.strict();
    PersonModel other = PersonModel.strict();
    one.hear(Event.of(1, Kind.STOP, 1).naming(P).naming(U));
    other.hear(Event.of(2, Kind.GRANT, 2).naming(P));
    assertThat(other.mayMarket(P)).isTrue();
  }

  @Test
  void aStopInAnUndatedThreadCountsAndTheThreadLendsNothing() {
    Story story = Story.strict().merged(9, U, P).agrees(3, U);
    assertThat(story.onePerson(U, P)).isFalse();
    assertThat(story.mayMarket(U)).isTrue();
    assertThat(story.mayMarket(P)).isFalse();
    assertThat(story.stops(1, P).mayMarket(U)).isFalse();
  }

  @Test
  void aStopOfTheHostGoesWhereAnyStopGoesAndItsResumeEndsIt() {
    Story story = Story.strict().seen(1, P, U).agrees(2, U).hostStops(3, P);
    assertThat(story.mayMarket(U)).isFalse();
    assertThat(story.hostResumes(4, P).mayMarket(U)).isTrue();
  }

  @Test
  void aResumeOfTheHostEndsNoStopOfThePersonAndNoStopOfAnother() {
    Story story = Story.strict().seen(1, P, U).agrees(2, U).stops(3, U).hostResumes(4, U);
    assertThat(story.mayMarket(U)).isFalse();
    Story two = Story.strict().seen(1, P, U).agrees(2, U).hostStops(3, P);
    two = two.seen(90 * DAY, P, U2).hostResumes(91 * DAY, P);
    assertThat(two.mayMarket(U)).isFalse();
  }

  @Test
  void aStopOutlivesTheGrave() {
    PersonModel model = PersonModel.strict();
    model.hear(Event.of(1, Kind.STOP, 1).naming(P).naming(U));
    model.erase(Event.of(2, Kind.ERASE, 2).naming(U));
    model.purgeGraves(40 * DAY);
    model.hear(Event.of(3, Kind.GRANT, 40 * DAY).naming(P));
    model.hear(Event.of(4, Kind.GRANT, 40 * DAY).naming(U));
    assertThat(model.mayMarket(P)).isFalse();
    assertThat(model.mayMarket(U)).isFalse();
  }

  @Test
  void afterThePurgeAnOldEventIsHeardAsAnyOther() {
    PersonModel model = PersonModel.strict();
    model.hear(Event.of(1, Kind.STATUS, 2).naming(P).naming(U));
    model.erase(Event.of(2, Kind.ERASE, 2).naming(U));
    Event old = Event.of(3, Kind.STATUS, 1).naming(P).naming(U);
    model.hear(old.received(3));
    assertThat(model.knows(U)).isFalse();
    model.purgeGraves(40 * DAY);
    model.hear(old.received(41 * DAY));
    assertThat(model.knows(U)).isTrue();
  }
}
