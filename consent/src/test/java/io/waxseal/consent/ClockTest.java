package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.FORM;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.person.ContactPoint;
import io.waxseal.simulator.Failure;
import io.waxseal.simulator.SignedWebhook;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clocks that stand still, go back, or differ between Meta and two nodes: no stop is lost to them. */
class ClockTest {
  private static final ContactPoint BO = phone(CUSTOMER);

  private final Shop shop = open();

  Shop open() {
    return Shop.open();
  }

  @BeforeEach
  void agree() {
    shop.grant(BO, "marketing");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  /** From now on another node works, or this one after its clock was set; Meta's clock goes on as it was. */
  private void nodeClockMoves(Duration by) {
    shop.clock.advance(by);
    shop.metaIsAheadBy(by.negated());
  }

  @Test
  void aStopByAHostWhoseClockWentBackEndsANewGrant() {
    shop.consent.stop(BO, "marketing", FORM, ANA);
    shop.clock.advance(Duration.ofSeconds(10));
    shop.consent.grant(BO, "marketing", FORM, ANA);
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
    shop.clock.advance(Duration.ofSeconds(-12));
    shop.consent.stop(BO, "marketing", FORM, ANA);
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_PURPOSE");
  }

  @Test
  void aStopAfterAResumeByAHostWhoseClockWentBackHolds() {
    shop.consent.stop(BO, FORM, ANA);
    shop.consent.resume(BO, FORM, ANA);
    shop.clock.advance(Duration.ofDays(-2));
    shop.consent.stop(BO, FORM, ANA);
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void inOneMillisecondTheLastOfStopAndResumeCounts() {
    for (int i = 0; i < 20; i++) {
      shop.consent.stop(BO, FORM, ANA);
      assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
      shop.consent.resume(BO, FORM, ANA);
      assertThat(shop.offer(BO)).isEqualTo("Accepted");
    }
  }

  @Test
  void inOneMillisecondTheLastOfStopAndGrantCounts() {
    for (int i = 0; i < 20; i++) {
      shop.consent.stop(BO, "marketing.offers", FORM, ANA);
      assertThat(shop.offer(BO)).isEqualTo("STOPPED_PURPOSE");
      shop.consent.grant(BO, "marketing.offers", FORM, ANA);
      assertThat(shop.offer(BO)).isEqualTo("Accepted");
    }
  }

  @Test
  void aGrantByANodeThatIsBehindEndsTheStopOfOneThatIsAhead() {
    shop.clock.advance(Duration.ofMinutes(2));
    shop.consent.stop(BO, "marketing", FORM, ANA);
    shop.clock.advance(Duration.ofMinutes(-2));
    shop.consent.grant(BO, "marketing", FORM, ANA);
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
  }

  @Test
  void aKeywordTakenInByANodeWhoseClockIsBehindHolds() {
    shop.writes(CUSTOMER, "STOP");
    shop.writes(CUSTOMER, "START");
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
    nodeClockMoves(Duration.ofSeconds(-60));
    shop.writes(CUSTOMER, "STOP");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void stopAndStartAlternateOnNodesWhoseClocksDiffer() {
    Duration[] moves = {
      Duration.ofMinutes(-3), Duration.ofMinutes(5), Duration.ofDays(-400), Duration.ofDays(399)
    };
    Duration moved = Duration.ZERO;
    for (Duration move : moves) {
      moved = moved.plus(move);
      shop.clock.advance(move);
      shop.metaIsAheadBy(moved.negated());
      shop.writes(CUSTOMER, "STOP");
      assertThat(shop.offer(BO)).as("%s", move).isEqualTo("STOPPED_ALL");
      shop.writes(CUSTOMER, "START");
      assertThat(shop.offer(BO)).as("%s", move).isEqualTo("Accepted");
    }
  }

  @Test
  void aStartThatArrivesLateAtANodeBehindEndsNoLaterStop() {
    SignedWebhook start = shop.simulator.customerWrites(CUSTOMER, "Bo", "START");
    shop.clock.advance(Duration.ofSeconds(5));
    SignedWebhook stop = shop.simulator.customerWrites(CUSTOMER, "Bo", "STOP");
    nodeClockMoves(Duration.ofSeconds(-60));
    shop.deliver(stop);
    shop.deliver(start);
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void aStopDeliveredAgainUndoesNoLaterStart() {
    SignedWebhook stop = shop.writes(CUSTOMER, "STOP");
    shop.writes(CUSTOMER, "START");
    shop.deliver(stop);
    nodeClockMoves(Duration.ofDays(-400));
    shop.deliver(stop);
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
  }

  @Test
  void aResumeOfTheHostEndsNoTypedStop() {
    SignedWebhook stop = shop.writes(CUSTOMER, "STOP");
    shop.consent.resume(BO, FORM, ANA);
    shop.deliver(stop);
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void aStartFromTheFutureEndsNoStopToCome() {
    shop.writes(CUSTOMER, "STOP");
    shop.metaIsAheadBy(Duration.ofDays(400));
    shop.writes(CUSTOMER, "START");
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
    shop.metaIsAheadBy(Duration.ZERO);
    shop.writes(CUSTOMER, "STOP");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void anAnswerThatSaysStoppedBeatsAnEndByAClockAhead() {
    shop.prefers(CUSTOMER, "stop");
    shop.prefers(CUSTOMER, "resume");
    nodeClockMoves(Duration.ofSeconds(-60));
    shop.simulator.failNext(Failure.marketingStopped());
    shop.offer(BO);
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_BY_PLATFORM");
  }
}
