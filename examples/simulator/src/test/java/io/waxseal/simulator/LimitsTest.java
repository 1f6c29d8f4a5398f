package io.waxseal.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final Limits PAIR_ONLY = Limits.documented().throughput(0);

  private final Simulator simulator = Caller.builder()
      .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
      .limits(Limits.documented())
      .start();
  private final Caller caller = new Caller(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void theEightyFirstMessageOfASecondIsTooMany() {
    for (int i = 0; i < 80; i++) {
      assertThat(to(i)).isEqualTo(0);
    }
    assertThat(to(80)).isEqualTo(130429);
    simulator.advance(Duration.ofNanos(12_500_000));
    assertThat(to(80)).isEqualTo(0);
    assertThat(to(81)).isEqualTo(130429);
  }

  @Test
  void aMessageThatWasTooManyCountsForNothing() {
    simulator.number("106540352242922").limits(Limits.none().throughput(1));
    assertThat(to(0)).isEqualTo(0);
    IntStream.range(0, 5).forEach(i -> assertThat(to(0)).isEqualTo(130429));
    simulator.advance(Duration.ofSeconds(1));

    assertThat(to(0)).isEqualTo(0);
    assertThat(simulator.accepted()).hasSize(2);
  }

  @Test
  void oneMessageInSixSecondsToOneCustomerIsAlwaysTaken() {
    for (int i = 0; i < 100; i++) {
      assertThat(to(1)).isEqualTo(0);
      simulator.advance(Duration.ofSeconds(6));
    }
  }

  @Test
  void aBurstBorrowsFromTheFuture() {
    simulator.number("106540352242922").limits(PAIR_ONLY);
    IntStream.range(0, 45).forEach(i -> assertThat(to(1)).isEqualTo(0));
    assertThat(to(1)).isEqualTo(131056);
    simulator.advance(Duration.ofSeconds(45 * 6 - 1));
    assertThat(to(1)).isEqualTo(131056);
    simulator.advance(Duration.ofSeconds(1));

    assertThat(to(1)).isEqualTo(0);
  }

  @Test
  void afterTheFirstSixSecondsABurstIsOver() {
    assertThat(to(1)).isEqualTo(0);
    assertThat(to(1)).isEqualTo(0);
    simulator.advance(Duration.ofSeconds(6));

    assertThat(to(1)).isEqualTo(131056);
    simulator.advance(Duration.ofSeconds(6));
    assertThat(to(1)).isEqualTo(0);
  }

  @Test
  void onePairDoesNotSlowAnother() {
    simulator.number("106540352242922").limits(PAIR_ONLY);
    IntStream.range(0, 46).forEach(i -> to(1));

    assertThat(to(1)).isEqualTo(131056);
    assertThat(to(2)).isEqualTo(0);
  }

  @Test
  void aLimitedMessageLeavesTheScriptInPlace() {
    simulator.number("106540352242922").limits(Limits.none().throughput(1));
    to(1);
    simulator.failNext(Failure.reEngagement());

    assertThat(to(1)).isEqualTo(130429);
    simulator.advance(Duration.ofSeconds(1));
    assertThat(to(1)).isEqualTo(131047);
  }

  @Test
  void limitsAreNotNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> Limits.none().throughput(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.none().pair(Duration.ofSeconds(6), 0));
  }

  /** The code of the answer, 0 when it was accepted. */
  private int to(int customer) {
    Caller.Reply reply =
        caller.send(Caller.TEXT.replace("+1 (650) 555-1234", "1650555" + (2000 + customer)));
    return reply.status() == 200 ? 0 : reply.code();
  }
}
