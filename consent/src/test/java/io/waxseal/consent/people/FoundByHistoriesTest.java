package io.waxseal.consent.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.consent.people.Event.Kind;
import io.waxseal.store.Database;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where the stores once answered otherwise than the model, as briefly as random histories told it. */
final class FoundByHistoriesTest {
  private static final Point P = Point.phone(1);
  private static final Point Q = Point.phone(2);
  private static final Point U = Point.user(1);
  private static final Point W = Point.user(2);

  private final Stores stores = new Stores(Database.inMemory(), false);

  @AfterEach
  void close() {
    stores.close();
  }

  private void agree(Event... events) {
    Comparison comparison =
        new Comparison(() -> new AsSent(PersonModel.trusting(2 * 365 * 24)), stores::fresh);
    assertThat(comparison.of(List.of(events), Set.of(P, Q, U, W))).isEmpty();
  }

  @Test
  void theHostMergesAnAccountWithItsOwnPhone() {
    agree(
        Event.of(1, Kind.INBOUND, 1).naming(P).naming(U),
        Event.of(2, Kind.WEAK, 2).naming(U).other(P),
        Event.of(3, Kind.SPLIT, 3).naming(U).other(P));
  }

  @Test
  void whoIsSeenAtThePhoneAfterSomebodyMovedAwayIsNotWhoMoved() {
    agree(
        Event.of(1, Kind.INBOUND, 120).naming(P).naming(U),
        Event.of(2, Kind.CHANGED, 100).naming(Q).naming(W).oldPhone(P).received(150));
  }

  @Test
  void aStopByPhoneAloneMovesToThePhoneWhoeverIsSeenThereLater() {
    agree(
        Event.of(1, Kind.STOP, 98).naming(P),
        Event.of(2, Kind.CHANGED, 100).naming(Q).oldPhone(P),
        Event.of(3, Kind.STATUS, 1_300).naming(Q).naming(U),
        Event.of(4, Kind.GRANT, 1_310).naming(Q));
  }

  @Test
  void aLateKeyChangeTakesTheProofOfAMoveBack() {
    agree(
        Event.of(1, Kind.INBOUND, 98).naming(P).naming(U),
        Event.of(2, Kind.CHANGED, 102).naming(Q).oldPhone(P),
        Event.of(3, Kind.KEY, 98).naming(P).received(254));
  }

  @Test
  void anAccountThatIsOnlySeenIsWhoMovedThere() {
    agree(
        Event.of(1, Kind.CHANGED, 100).naming(Q).oldPhone(P),
        Event.of(2, Kind.STATUS, 109).naming(Q).naming(U));
  }

  @Test
  void aNewAccountAtTheNewPhoneIsThePersonOfTheOldOne() {
    agree(
        Event.of(1, Kind.START, 10).naming(P).naming(U),
        Event.of(2, Kind.CHANGED, 100).naming(Q).oldPhone(P),
        Event.of(3, Kind.CODE, 400).naming(Q).naming(W));
  }
}
