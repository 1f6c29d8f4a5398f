package io.waxseal.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.internal.sql.Sql;
import io.waxseal.send.SendFixture.MarkFence;
import io.waxseal.store.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The last moment at which no is possible. */
class FenceTest {
  private final SendFixture fixture = new SendFixture();
  private RawServer server;

  @BeforeEach
  void open() throws Exception {
    server = new RawServer(RawServer.accepting());
  }

  @AfterEach
  void close() throws Exception {
    fixture.close();
    server.close();
  }

  private static String reason(SendResult result) {
    return ((Refused) result).reason().code();
  }

  @Test
  void eachFenceIsAskedOnceInOneTransactionWithTheConnectionOpen() throws Exception {
    List<Transaction> transactions = new ArrayList<>();
    List<Integer> lookUpsBefore = new ArrayList<>();
    SendRule[] rules = new SendRule[3];
    for (int i = 0; i < 3; i++) {
      rules[i] = SendFixture.fenced(new MarkFence("f") {
        @Override
        public Optional<Refused> ask(Transaction transaction, UUID transmission) {
          transactions.add(transaction);
          lookUpsBefore.add(fixture.lookUps.get());
          return super.ask(transaction, transmission);
        }
      });
    }
    fixture.rules(rules);
    assertThat(fixture.sendAndHangUp(server)).isInstanceOf(Accepted.class);
    assertThat(transactions).hasSize(3);
    assertThat(transactions.stream().distinct()).hasSize(1);
    assertThat(lookUpsBefore).containsOnly(1);
  }

  @Test
  void aFenceIsSettledOnceTheMessageHasLeft() throws Exception {
    MarkFence fence = new MarkFence("f");
    fixture.rules(SendFixture.fenced(fence));
    assertThat(fixture.sendAndHangUp(server)).isInstanceOf(Accepted.class);
    assertThat(fence.settled).isEqualTo(fence.asked).hasSize(1);
    assertThat(fixture.count("test_mark")).isZero();
  }

  @Test
  void aFenceIsSettledAlsoWhenTheAnswerIsLost() throws Exception {
    MarkFence fence = new MarkFence("f");
    fixture.rules(SendFixture.fenced(fence));
    RawServer dropping = new RawServer(exchange -> exchange.readHead());
    assertThat(fixture.sendAndHangUp(dropping)).isInstanceOf(Undetermined.class);
    assertThat(fence.settled).isEqualTo(fence.asked).hasSize(1);
  }

  @Test
  void oneRefusalTakesTheMarksOfTheOthersBack() throws Exception {
    MarkFence first = new MarkFence("first");
    fixture.rules(
        SendFixture.fenced(first),
        SendFixture.fenced(new MarkFence("stop", Optional.of(SendFixture.refused("STOPPED")))));
    fixture.database.inTransaction(tx -> Sql.update(
        tx, "CREATE TRIGGER kept AFTER DELETE ON test_mark BEGIN SELECT RAISE(ABORT, 'x'); END"));
    assertThat(reason(fixture.sendAndHangUp(server))).isEqualTo("STOPPED");
    assertThat(first.asked).hasSize(1);
    assertThat(fixture.count("test_mark")).isZero();
    assertThat(server.bytes()).isZero();
  }

  @Test
  void aFenceThatThrowsRefuses() throws Exception {
    fixture.rules(SendFixture.fenced(new MarkFence("f") {
      @Override
      public Optional<Refused> ask(Transaction transaction, UUID transmission) {
        throw new IllegalStateException("broken fence");
      }
    }));
    assertThat(fixture.sendAndHangUp(server)).isInstanceOf(Refused.class);
    assertThat(server.bytes()).isZero();
    assertThat(fixture.journalStates()).containsExactly("REFUSED");
  }

  @Test
  void aFenceThatReturnsNothingRefuses() throws Exception {
    fixture.rules(SendFixture.fenced(new MarkFence("f") {
      @Override
      @SuppressWarnings("OptionalAssignedToNull")
      public Optional<Refused> ask(Transaction transaction, UUID transmission) {
        return null;
      }
    }));
    assertThat(fixture.sendAndHangUp(server)).isInstanceOf(Refused.class);
    assertThat(server.bytes()).isZero();
  }

  @Test
  void aFenceThatThrowsWhenSettledDoesNotChangeTheOutcome() throws Exception {
    fixture.rules(SendFixture.fenced(new MarkFence("f") {
      @Override
      public void settled(Transaction transaction, UUID transmission, SendResult result) {
        throw new IllegalStateException("broken fence");
      }
    }));
    assertThat(fixture.sendAndHangUp(server)).isInstanceOf(Accepted.class);
  }

  @Test
  void aStopRecordedWhileTheSendConnectsIsSeenAtTheFence() throws Exception {
    AtomicBoolean stopped = new AtomicBoolean();
    fixture.rules(SendFixture.rule(
        Stage.CONSENT,
        request -> stopped.get()
            ? SendFixture.refused("STOPPED_EARLY")
            : Allowed.behind(Reason.NO_OBJECTION, new MarkFence("f") {
              @Override
              public Optional<Refused> ask(Transaction transaction, UUID transmission) {
                return stopped.get()
                    ? Optional.of(SendFixture.refused("STOPPED"))
                    : Optional.empty();
              }
            })));
    fixture.whileConnecting(() -> stopped.set(true));
    assertThat(reason(fixture.sendAndHangUp(server))).isEqualTo("STOPPED");
    assertThat(server.connections()).isEqualTo(1);
    assertThat(server.bytes()).isZero();
  }

  @Test
  void aPermitOutlivedByTheConnectionIsRefused() throws Exception {
    fixture.whileConnecting(() -> fixture.clock.advance(Duration.ofMillis(5_001)));
    assertThat(reason(fixture.sendAndHangUp(server))).isEqualTo("PERMIT_EXPIRED");
    assertThat(server.bytes()).isZero();
  }

  @Test
  void aPermitUsedInItsLastMomentIsGood() throws Exception {
    fixture.whileConnecting(() -> fixture.clock.advance(Duration.ofSeconds(5)));
    assertThat(fixture.sendAndHangUp(server)).isInstanceOf(Accepted.class);
  }

  @Test
  void aFenceOfAnExpiredPermitIsNotAsked() throws Exception {
    MarkFence fence = new MarkFence("f");
    fixture.rules(SendFixture.fenced(fence));
    fixture.whileConnecting(() -> fixture.clock.advance(Duration.ofMinutes(1)));
    fixture.sendAndHangUp(server);
    assertThat(fence.asked).isEmpty();
  }

  @Test
  void theJournalKnowsOfTheMessageBeforeItLeaves() throws Exception {
    List<String> states = new ArrayList<>();
    fixture.rules(SendFixture.fenced(new MarkFence("f") {
      @Override
      public Optional<Refused> ask(Transaction transaction, UUID transmission) {
        states.addAll(fixture.journalStates());
        return Optional.empty();
      }
    }));
    RawServer watching = new RawServer(exchange -> {
      exchange.readRequest();
      states.addAll(fixture.journalStates());
      exchange.answer("200 OK", "", "{\"messages\":[{\"id\":\"wamid.1\"}]}");
    });
    assertThat(fixture.sendAndHangUp(watching)).isInstanceOf(Accepted.class);
    assertThat(states).containsExactly("INTENDED", "SENDING");
    assertThat(fixture.journalStates()).containsExactly("ACCEPTED");
  }

  @Test
  void aPassageIsEnteredOnce() throws Exception {
    Passage passage = new Passage(Optional::empty);
    passage.enter();
    assertThat(passage.open()).isTrue();
    assertThatThrownBy(passage::enter).isInstanceOf(java.io.IOException.class);
  }

  @Test
  void aRefusedPassageStaysShut() {
    Passage passage = new Passage(() -> Optional.of(SendFixture.refused("STOPPED")));
    assertThatThrownBy(passage::enter).isInstanceOf(java.io.IOException.class);
    assertThatThrownBy(passage::enter).isInstanceOf(java.io.IOException.class);
    assertThat(passage.open()).isFalse();
  }

  @Test
  void aPermitBurnsOnceWhateverComesOfIt() {
    byte[] body = {1, 2, 3};
    Permit permit = Permit.forBody(body, fixture.clock.instant());
    assertThat(permit.burn(new byte[] {9}, fixture.clock.instant()))
        .isEqualTo(Permit.State.FOREIGN);
    assertThat(permit.burn(body, fixture.clock.instant())).isEqualTo(Permit.State.USED);
  }

  @Test
  void aPermitShownByManyThreadsAtOnceIsGoodForOne() throws Exception {
    byte[] body = {1, 2, 3};
    for (int round = 0; round < 200; round++) {
      Permit permit = Permit.forBody(body, fixture.clock.instant());
      long good = java.util.stream.IntStream.range(0, 8)
          .parallel()
          .mapToObj(i -> permit.burn(body, fixture.clock.instant()))
          .filter(state -> state == Permit.State.GOOD)
          .count();
      assertThat(good).isEqualTo(1);
    }
  }
}
