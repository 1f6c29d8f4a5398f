package io.waxseal.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RequestLogTest {
  private final Simulator simulator = Caller.builder()
      .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
      .keepLast(5)
      .start();
  private final Caller caller = new Caller(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void requestsStandInOrderWhateverWasAnswered() {
    caller.send(Caller.TEXT);
    caller.send("{}");
    caller.call(caller.post("/v25.0/7/messages", new byte[0]).build());

    assertThat(simulator.requests().all())
        .extracting(request -> request.answer().getAsInt())
        .containsExactly(200, 400, 400);
    assertThat(simulator.requests().answered(400).size()).isEqualTo(2);
    assertThat(simulator.requests().toNumber("7").size()).isEqualTo(1);
  }

  @Test
  void aRequestIsFoundByItsCustomerInAnyWriting() {
    caller.send(Caller.TEXT);
    caller.send(Caller.TEXT.replace("\"to\":\"+1 (650) 555-1234\"", "\"recipient\":\"US.42\""));

    assertThat(simulator.requests().to("+1-650-555-1234").size()).isEqualTo(1);
    assertThat(simulator.requests().to("US.42").last().to()).contains("US.42");
    assertThat(simulator.requests().to("16505550000").isEmpty()).isTrue();
  }

  @Test
  void theBodyIsThereAsBytesAndAsJson() {
    caller.send(Caller.TEXT);

    ReceivedRequest request = simulator.requests().last();
    assertThat(request.body()).isEqualTo(Caller.TEXT.getBytes(UTF_8));
    assertThat(request.at("text.body")).contains("Hi");
    assertThat(request.at("text.body.deeper")).isEmpty();
    assertThat(request.template()).isEmpty();
    assertThat(request.receivedAt()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void theBearerAndTheProofAreNotKept() {
    caller.send(Caller.TEXT);

    ReceivedRequest request = simulator.requests().last();
    assertThat(request.header("AUTHORIZATION")).contains("Bearer ***");
    assertThat(request.header("Content-Type")).contains("application/json");
    assertThat(request.path()).isEqualTo(Caller.MESSAGES);
    assertThat(request.proved()).isTrue();
    assertThat(request.toString()).isEqualTo("ReceivedRequest[POST, 92 bytes, answered 200]");
  }

  @Test
  void whatIsNoJsonIsAskedWithoutHarm() {
    caller.send("[1,2");

    assertThat(simulator.requests().last().json()).isEmpty();
    assertThat(simulator.requests().to("1").isEmpty()).isTrue();
  }

  @Test
  void onlyTheNewestAreKeptButAllAreCounted() {
    for (int i = 0; i < 8; i++) {
      caller.send(Caller.TEXT);
    }
    assertThat(simulator.requests().size()).isEqualTo(5);
    assertThat(simulator.requestsReceived()).isEqualTo(8);
  }

  @Test
  void theFirstByteIsTimedBeforeTheRest() throws IOException {
    try (Socket socket = new Socket("localhost", simulator.endpoint().getPort())) {
      long before = System.nanoTime();
      String head = "POST " + Caller.MESSAGES + " HTTP/1.1\r\nHost: localhost\r\n";
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      socket.getOutputStream().write("Content-Length: 2\r\n\r\n".getBytes(US_ASCII));
      while (simulator.requestsReceived() == 0) {
        Thread.onSpinWait();
      }

      long first = simulator.requests().last().firstByteNanos();
      assertThat(first).isBetween(before, System.nanoTime());
      assertThat(simulator.requests().unanswered().size()).isEqualTo(1);
    }
  }

  @Test
  void aChunkedBodyIsRead() throws IOException {
    try (Socket socket = new Socket("localhost", simulator.endpoint().getPort())) {
      String request = "POST /v25.0/7/messages HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
          + "Transfer-Encoding: chunked\r\n\r\n3\r\n{\"a\r\n4;x=y\r\n\":1}\r\n0\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 401 ");
      assertThat(simulator.requests().last().at("a")).contains(1.0);
    }
  }

  @Test
  void whatIsNoHttpEndsTheConnectionAndNothingElse() throws IOException {
    for (String nonsense : new String[] {"\r\n", "GET\r\n\r\n", "GET / HTTP/1.1\r\n:\r\n\r\n"}) {
      try (Socket socket = new Socket("localhost", simulator.endpoint().getPort())) {
        socket.getOutputStream().write(nonsense.getBytes(US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
      }
    }
    assertThat(caller.send(Caller.TEXT).status()).isEqualTo(200);
    assertThat(simulator.requestsReceived()).isEqualTo(1);
  }

  @Test
  void anEmptyLogHasNoLast() {
    assertThatIllegalStateException().isThrownBy(() -> simulator.requests().last());
  }
}
