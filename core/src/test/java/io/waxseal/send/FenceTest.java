package io.waxseal.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.internal.sql.Sql;
import io.waxseal.send.SendFixture.MarkFence;
import io.waxseal.store.Transaction;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
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
        throw new StackOverflowError();
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
  void aFenceThatThrowsWhenSettledLosesNoOutcome() throws Exception {
    MarkFence other = new MarkFence("other");
    fixture.rules(
        SendFixture.fenced(new MarkFence("broken") {
          @Override
          public void settled(Transaction transaction, UUID transmission, SendResult result) {
            throw new StackOverflowError();
          }
        }),
        SendFixture.fenced(other));
    assertThat(fixture.sendAndHangUp(server)).isInstanceOf(Accepted.class);
    assertThat(fixture.journalStates()).containsExactly("ACCEPTED");
    assertThat(fixture.audited("send.accepted")).isEqualTo(1);
    assertThat(other.settled).hasSize(1);
  }

  @Test
  void anOutcomeThatTheTrailCannotHoldIsInTheJournal() throws Exception {
    RawServer breaking = new RawServer(exchange -> {
      exchange.readRequest();
      fixture.database.inTransaction(
          tx -> Sql.update(tx, "ALTER TABLE wx_audit_stage RENAME TO gone"));
      exchange.answer("200 OK", "", "{\"messages\":[{\"id\":\"wamid.1\"}]}");
    });
    MarkFence fence = new MarkFence("f");
    fixture.rules(SendFixture.fenced(fence));
    assertThat(fixture.sendAndHangUp(breaking)).isInstanceOf(Accepted.class);
    assertThat(fixture.journalStates()).containsExactly("ACCEPTED");
    assertThat(fence.settled).hasSize(1);
  }

  @Test
  void aFenceThatGrantedNothingIsNotSettled() throws Exception {
    MarkFence unasked = new MarkFence("unasked");
    fixture.rules(SendFixture.fenced(unasked));
    server.close();
    assertThat(fixture.send(server)).isInstanceOf(Failed.class);
    assertThat(unasked.asked).isEmpty();
    assertThat(unasked.settled).isEmpty();
  }

  @Test
  void aFenceWhoseNeighbourRefusedIsNotSettledSinceItsMarkIsGone() throws Exception {
    MarkFence first = new MarkFence("first");
    MarkFence second = new MarkFence("stop", Optional.of(SendFixture.refused("STOPPED")));
    fixture.rules(SendFixture.fenced(first), SendFixture.fenced(second));
    assertThat(reason(fixture.sendAndHangUp(server))).isEqualTo("STOPPED");
    assertThat(first.settled).isEmpty();
    assertThat(second.settled).isEmpty();
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
  void aPermitIsIssuedOnlyForWhatTheRulesAllowed() {
    fixture.rules(SendFixture.rule(Stage.HOST, request -> SendFixture.refused("X_NO")));
    assertThatThrownBy(fixture::permit).isInstanceOf(IllegalStateException.class);
    assertThat(fixture.count("wx_journal")).isZero();
  }

  @Test
  void aPermitIsGoodOnce() throws Exception {
    MarkFence fence = new MarkFence("f");
    Permit permit = fixture.rules(SendFixture.fenced(fence)).permit();
    assertThat(permit.granted()).isFalse();
    permit.burn();
    assertThat(permit.granted()).isTrue();
    assertThatThrownBy(permit::burn).isInstanceOf(IOException.class);
    assertThat(fence.asked).hasSize(1);
  }

  @Test
  void aPermitThatWasRefusedAtTheWireStaysShut() {
    MarkFence fence = new MarkFence("stop", Optional.of(SendFixture.refused("STOPPED")));
    Permit permit = fixture.rules(SendFixture.fenced(fence)).permit();
    assertThatThrownBy(permit::burn).isInstanceOf(IOException.class);
    assertThatThrownBy(permit::burn).isInstanceOf(IOException.class);
    assertThat(fence.asked).hasSize(1);
    assertThat(permit.granted()).isFalse();
    assertThat(permit.refusal().map(Refused::reason)).contains(new Reason("STOPPED"));
  }

  @Test
  void aPermitShownByManyThreadsAtOnceIsGoodForOne() {
    for (int round = 0; round < 20; round++) {
      Permit permit = fixture.permit();
      long good = IntStream.range(0, 8).parallel().filter(i -> burns(permit)).count();
      assertThat(good).isEqualTo(1);
    }
  }

  private static boolean burns(Permit permit) {
    try {
      permit.burn();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aPermitBurnsWhateverTheWireSaysOfIt() {
    Permit permit = fixture.permit();
    fixture.clock.advance(Permit.LIFE.plusMillis(1));
    assertThatThrownBy(permit::burn).isInstanceOf(IOException.class);
    fixture.clock.advance(Permit.LIFE.negated());
    assertThatThrownBy(permit::burn).isInstanceOf(IOException.class);
    assertThat(permit.granted()).isFalse();
    assertThat(fixture.journalStates()).containsExactly("INTENDED");
  }

  @Test
  void noByteLeavesWithoutAnIntentInTheJournal() throws Exception {
    fixture.whileConnecting(
        () -> fixture.database.inTransaction(tx -> Sql.update(tx, "DELETE FROM wx_journal")));
    MarkFence fence = new MarkFence("f");
    fixture.rules(SendFixture.fenced(fence));
    assertThat(reason(fixture.sendAndHangUp(server))).isEqualTo("INTENT_GONE");
    assertThat(server.bytes()).isZero();
    assertThat(fixture.count("test_mark")).isZero();
  }

  @Test
  void noByteLeavesWithoutAnEntryInTheTrail() throws Exception {
    fixture.whileConnecting(() -> fixture.database.inTransaction(
        tx -> Sql.update(tx, "ALTER TABLE wx_audit_stage RENAME TO gone")));
    assertThat(reason(fixture.sendAndHangUp(server))).isEqualTo("STORE_UNAVAILABLE");
    assertThat(server.bytes()).isZero();
  }

  @Test
  void theTrailSaysOnWhatBasisAMessageLeft() throws Exception {
    MarkFence fence = new MarkFence("f");
    fixture.rules(
        SendFixture.fenced(fence),
        SendFixture.rule(Stage.WINDOW, request -> Allowed.because(new Reason("X_OPEN_WINDOW"))));
    fixture.sendAndHangUp(server);
    assertThat(fixture.audited("send.started")).isEqualTo(1);
    assertThat(fixture.auditedDetails())
        .hasSize(2)
        .allSatisfy(detail -> assertThat(detail)
            .contains(
                "basis.NO_OBJECTION", "basis.X_OPEN_WINDOW", fence.asked.get(0).toString()));
  }

  @Test
  void noByteLeavesForAnIntentThatWasSettledMeanwhile() throws Exception {
    fixture.whileConnecting(() -> fixture.database.inTransaction(
        tx -> Sql.update(tx, "UPDATE wx_journal SET state = 'FAILED'")));
    assertThat(reason(fixture.sendAndHangUp(server))).isEqualTo("INTENT_GONE");
    assertThat(server.bytes()).isZero();
  }
}
