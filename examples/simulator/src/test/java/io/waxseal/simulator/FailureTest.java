package io.waxseal.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FailureTest {
  private final Simulator simulator = Caller.builder().start();
  private final Caller caller = new Caller(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void aServerErrorStrikesOnce() {
    simulator.failNext(Failure.serverError());

    Caller.Reply reply = caller.send(Caller.TEXT);
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.code()).isEqualTo(131000);
    assertThat(simulator.accepted()).isEmpty();
    assertThat(caller.send(Caller.TEXT).status()).isEqualTo(200);
  }

  @Test
  void unavailableSaysToRetryAtOnce() {
    simulator.failNext(Failure.unavailable());

    Caller.Reply reply = caller.send(Caller.TEXT);
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo(2);
    assertThat(reply.http().headers().firstValue("Retry-After")).contains("0");
  }

  @Test
  void anyGraphErrorCanBeScripted() {
    simulator.failNext(Failure.answer(400, 131047, "Re-engagement message"));

    Caller.Reply reply = caller.send(Caller.TEXT);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(131047);
    assertThat(reply.at("error.message")).isEqualTo("(#131047) Re-engagement message");
  }

  @Test
  void failuresAreUsedUpInOrder() {
    simulator.failNext(Failure.answer(400, 131056, "Pair rate limit hit"));
    simulator.failNext(Failure.serverError());

    assertThat(caller.send(Caller.TEXT).code()).isEqualTo(131056);
    assertThat(caller.send(Caller.TEXT).code()).isEqualTo(131000);
  }

  @Test
  void aRefusedRequestLeavesTheFailureInPlace() {
    simulator.failNext(Failure.serverError());

    assertThat(caller.send("{}").code()).isEqualTo(131008);
    assertThat(caller.send(Caller.TEXT).code()).isEqualTo(131000);
  }

  @Test
  void aTimeoutBeforeAcceptingHoldsTheRequestAndLosesTheMessage() {
    simulator.failNext(Failure.noAnswer());
    List<CompletableFuture<HttpResponse<byte[]>>> both =
        List.of(caller.sendLater(Caller.TEXT), caller.sendLater(Caller.TEXT));

    CompletableFuture.anyOf(both.get(0), both.get(1)).join();
    while (simulator.requestsReceived() < 2) {
      Thread.onSpinWait();
    }
    simulator.close();
    assertThat(simulator.accepted()).hasSize(1);
  }

  @Test
  void aTimeoutAfterAcceptingHoldsTheRequestAndKeepsTheMessage() {
    simulator.failNext(Failure.noAnswerButAccepted());
    CompletableFuture<HttpResponse<byte[]>> held = caller.sendLater(Caller.TEXT);

    awaitAccepted(1);
    assertThat(held).isNotDone();
    String id = simulator.accepted().get(0).id();
    assertThat(Shape.value(
            simulator.status(id, "delivered").body(), "entry.changes.value.statuses.id"))
        .isEqualTo(id);
  }

  @Test
  void closingEndsEveryHeldRequestWithoutAnAnswer() {
    simulator.failNext(Failure.noAnswerButAccepted());
    simulator.failNext(Failure.noAnswerButAccepted());
    List<CompletableFuture<HttpResponse<byte[]>>> held =
        List.of(caller.sendLater(Caller.TEXT), caller.sendLater(Caller.TEXT));
    awaitAccepted(2);

    simulator.close();
    for (CompletableFuture<HttpResponse<byte[]>> request : held) {
      assertThatThrownBy(() -> request.get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class);
    }
  }

  @Test
  void closingLeavesNoThread() throws Exception {
    simulator.failNext(Failure.noAnswerButAccepted());
    caller.sendLater(Caller.TEXT);
    awaitAccepted(1);

    simulator.close();
    assertNoThreadIsLeft();
  }

  @Test
  void closingEndsARequestThatNeverFinishes() throws Exception {
    try (Socket socket = new Socket("localhost", simulator.endpoint().getPort())) {
      String head = "POST " + Caller.MESSAGES
          + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{";
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      while (simulator.requestsReceived() < 1) {
        Thread.onSpinWait();
      }

      simulator.close();
      assertNoThreadIsLeft();
      assertThat(simulator.accepted()).isEmpty();
    }
  }

  @Test
  void afterClosingNothingListens() {
    simulator.close();

    assertThatThrownBy(() -> caller.send(Caller.TEXT)).hasCauseInstanceOf(ConnectException.class);
  }

  @Test
  void aHeldRequestOccupiesNoThread() {
    for (int i = 0; i < 20; i++) {
      simulator.failNext(Failure.noAnswerButAccepted());
      caller.sendLater(Caller.TEXT);
    }
    awaitAccepted(20);

    assertThat(caller.send(Caller.TEXT).status()).isEqualTo(200);
  }

  @Test
  void closingTwiceIsClosingOnce() {
    caller.send(Caller.TEXT);
    simulator.close();
    simulator.close();

    assertThat(simulator.accepted()).hasSize(1);
  }

  @Test
  void onlyErrorsCanBeScripted() {
    assertThatIllegalArgumentException().isThrownBy(() -> Failure.answer(200, 1, "fine"));
    assertThatIllegalArgumentException().isThrownBy(() -> Failure.answer(400, -1, "odd"));
  }

  private static void assertNoThreadIsLeft() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().matches("waxseal-simulator|HTTP-Dispatcher")) {
        thread.join(10_000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  private void awaitAccepted(int count) {
    while (simulator.accepted().size() < count) {
      Thread.onSpinWait();
    }
  }
}
