package io.waxseal.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Tenant;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server does, a message travels at most once, and the result says what is known. */
class OneRequestTest {
  private final SendFixture fixture = new SendFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  private SendResult once(RawServer server) throws Exception {
    SendResult result = fixture.sendAndHangUp(server);
    assertThat(server.connections()).isEqualTo(1);
    return result;
  }

  @Test
  void anAcceptedMessageTravelsOnce() throws Exception {
    RawServer server = new RawServer(RawServer.accepting());
    assertThat(once(server)).isInstanceOf(Accepted.class);
    assertThat(server.requests()).isEqualTo(1);
    assertThat(fixture.journalStates()).containsExactly("ACCEPTED");
  }

  @Test
  void aBodySaysItselfThatItIsWrittenOnce() {
    assertThat(new OneShotBody(new byte[1]).isOneShot()).isTrue();
  }

  @Test
  void aConnectionClosedBeforeTheHeadIsUndetermined() throws Exception {
    RawServer server = new RawServer(exchange -> {});
    assertThat(once(server)).isInstanceOf(Undetermined.class);
    assertThat(server.requests()).isZero();
    assertThat(fixture.journalStates()).containsExactly("UNDETERMINED");
  }

  @Test
  void aConnectionResetAfterTheHeadIsUndetermined() throws Exception {
    RawServer server = new RawServer(exchange -> {
      exchange.readHead();
      exchange.reset();
    });
    assertThat(once(server)).isInstanceOf(Undetermined.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void aConnectionClosedAfterTheBodyIsUndetermined() throws Exception {
    RawServer server = new RawServer(RawServer.Exchange::readRequest);
    assertThat(once(server)).isInstanceOf(Undetermined.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void aConnectionClosedInTheMiddleOfTheAnswerIsUndetermined() throws Exception {
    RawServer server = new RawServer(exchange -> {
      exchange.readRequest();
      exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"messages\":[{\"id\":");
    });
    assertThat(once(server)).isInstanceOf(Undetermined.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void aPooledConnectionThatDiesUnderTheSecondMessageCarriesItOnce() throws Exception {
    RawServer server = new RawServer(exchange -> {
      exchange.readRequest();
      exchange.answer("200 OK", "", "{\"messages\":[{\"id\":\"wamid.1\"}]}");
      exchange.readRequest();
    });
    try (server) {
      SendGate gate = fixture.gate(server.uri());
      assertThat(gate.send(SendFixture.text(), SendFixture.BY)).isInstanceOf(Accepted.class);
      assertThat(gate.send(SendFixture.text(), SendFixture.BY)).isInstanceOf(Undetermined.class);
      fixture.client().connectionPool().evictAll();
    }
    assertThat(server.requests()).isEqualTo(2);
    assertThat(server.connections()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "503 Service Unavailable,Retry-After: 0",
    "503 Service Unavailable,Connection: close",
    "408 Request Timeout,Connection: keep-alive",
    "408 Request Timeout,Connection: close",
    "500 Internal Server Error,X-Any: thing",
    "502 Bad Gateway,Retry-After: 0",
    "504 Gateway Timeout,Retry-After: 0"
  })
  void aGatewaysErrorIsUndeterminedAndNotRepeated(String status, String header) throws Exception {
    RawServer server = new RawServer(RawServer.answering(status, header + "\r\n", "oops"));
    assertThat(once(server)).isInstanceOf(Undetermined.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "300 Multiple Choices",
        "301 Moved",
        "302 Found",
        "303 See Other",
        "307 Temporary Redirect",
        "308 Permanent Redirect"
      })
  void aRedirectIsNotFollowed(String status) throws Exception {
    try (RawServer other = new RawServer(RawServer.accepting())) {
      String location = "Location: " + other.uri() + "/v25.0/1001/messages\r\n";
      RawServer server = new RawServer(RawServer.answering(status, location, ""));
      assertThat(once(server)).isInstanceOf(Failed.class);
      assertThat(server.requests()).isEqualTo(1);
      assertThat(other.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"401 Unauthorized", "407 Proxy Authentication Required", "421 Misdirected Request"
      })
  void aChallengeIsNotAnswered(String status) throws Exception {
    String challenge = "WWW-Authenticate: Basic realm=\"x\"\r\nProxy-Authenticate: Basic\r\n";
    RawServer server = new RawServer(RawServer.answering(status, challenge, ""));
    SendResult result = once(server);
    assertThat(result).isNotInstanceOf(Accepted.class).isNotInstanceOf(Refused.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void anAnswerThatNeverComesIsUndetermined() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    fixture.client(
        fixture.client().newBuilder().callTimeout(Duration.ofMillis(300)).build());
    RawServer server = new RawServer(exchange -> {
      exchange.readRequest();
      await(over);
    });
    SendResult result;
    try (server) {
      result = fixture.send(server);
      over.countDown();
    }
    assertThat(result).isInstanceOf(Undetermined.class);
    assertThat(server.requests()).isEqualTo(1);
    assertThat(server.connections()).isEqualTo(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anAnswerThatIsNotHttpIsUndetermined() throws Exception {
    RawServer server = new RawServer(exchange -> {
      exchange.readRequest();
      exchange.write("\0\1\2 no such protocol\r\n\r\n");
    });
    assertThat(once(server)).isInstanceOf(Undetermined.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>ok</html>",
        "{",
        "[]",
        "null",
        "{}",
        "{\"messages\":[]}",
        "{\"messages\":{}}",
        "{\"messages\":[{}]}",
        "{\"messages\":[null]}",
        "{\"messages\":[{\"id\":\"\"}]}",
        "{\"messages\":[{\"id\":{}}]}",
        "{\"messages\":[{\"id\":\"a\"}],\"messages\":[]}",
        "{\"messages\":[{\"id\":\"a\"}]}{}"
      })
  void aYesThatSaysNothingIsUndetermined(String body) throws Exception {
    RawServer server = new RawServer(RawServer.answering("200 OK", "", body));
    assertThat(once(server)).isInstanceOf(Undetermined.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\u0000",
        "\\ud800",
        "a\\r\\nb",
        "' OR 1=1 --",
        "../..",
        "[CREDIT_CARD]",
        "\\u202e"
      })
  void anOddMessageIdIsKeptAsItIsAndFoundAgainByItsStatus(String id) throws Exception {
    RawServer server = new RawServer(
        RawServer.answering("200 OK", "", "{\"messages\":[{\"id\":\"" + id + "\"}]}"));
    SendGate gate = fixture.gate(server.uri());
    SendReceipt receipt = gate.send(SendFixture.text(), SendFixture.BY).orThrow();
    fixture.database.inTransaction(tx -> {
      gate.settle(tx, Tenant.DEFAULT, receipt.messageId(), Optional.empty(), "read");
      return Boolean.TRUE;
    });
    fixture.client().connectionPool().evictAll();
    server.close();
    assertThat(gate.journal().find(receipt.transmission()).orElseThrow().deliveryStatus())
        .contains("read");
    assertThat(receipt.toString()).doesNotContain("OR 1=1");
  }

  @Test
  void aMessageIdLongerThanMetasIsUndetermined() throws Exception {
    RawServer server = new RawServer(
        RawServer.answering("200 OK", "", "{\"messages\":[{\"id\":\"" + "a".repeat(513) + "\"}]}"));
    assertThat(once(server)).isInstanceOf(Undetermined.class);
  }

  @Test
  void anOversizedAnswerIsUndetermined() throws Exception {
    RawServer server = new RawServer(exchange -> {
      exchange.readRequest();
      exchange.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
      String block = " ".repeat(65_536);
      for (int i = 0; i < 64; i++) {
        exchange.write(block);
      }
    });
    assertThat(once(server)).isInstanceOf(Undetermined.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void aZippedAnswerThatSwellsIsUndetermined() throws Exception {
    byte[] zipped = Zip.of(new byte[16 << 20]);
    RawServer server = new RawServer(exchange -> {
      exchange.readRequest();
      exchange.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + zipped.length
          + "\r\n\r\n");
      exchange.write(zipped);
    });
    assertThat(once(server)).isInstanceOf(Undetermined.class);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void metasOwnNoIsFailedWithItsCode() throws Exception {
    RawServer server = new RawServer(RawServer.answering(
        "400 Bad Request",
        "",
        "{\"error\":{\"message\":\"(#131047)\",\"code\":131047,\"fbtrace_id\":\"AbC_1-\"}}"));
    assertThat(once(server)).isInstanceOfSatisfying(Failed.class, failed -> {
      assertThat(failed.code()).isEqualTo(131047);
      assertThat(failed.status()).isEqualTo(400);
      assertThat(failed.traceId()).isEqualTo("AbC_1-");
      assertThat(failed.retryable()).isFalse();
    });
    assertThat(fixture.journalStates()).containsExactly("FAILED");
  }

  @ParameterizedTest
  @CsvSource({"500,1", "503,2", "500,131000"})
  void anUnknownErrorOfMetaIsUndeterminedSinceItMayHaveTakenTheMessage(int status, int code)
      throws Exception {
    RawServer server = new RawServer(RawServer.answering(
        status + " Error", "", "{\"error\":{\"code\":" + code + ",\"fbtrace_id\":\"AbC\"}}"));
    assertThat(once(server)).isInstanceOf(Undetermined.class);
    assertThat(fixture.journalStates()).containsExactly("UNDETERMINED");
  }

  @ParameterizedTest
  @CsvSource({"400,131000", "400,1", "503,131016", "500,131057"})
  void aNoThatSaysWhyIsFailedAndMayBeTriedAgain(int status, int code) throws Exception {
    RawServer server = new RawServer(RawServer.answering(
        status + " Error", "", "{\"error\":{\"code\":" + code + ",\"fbtrace_id\":\"AbC\"}}"));
    assertThat(once(server))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.retryable()).isTrue());
  }

  @Test
  void metasTemporaryNoIsRetryableAndNotRetried() throws Exception {
    RawServer server = new RawServer(RawServer.answering(
        "429 Too Many Requests", "Retry-After: 0\r\n", "{\"error\":{\"code\":130429}}"));
    assertThat(once(server))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.retryable()).isTrue());
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void aServerThatIsNotThereIsFailedAndMayBeTriedAgain() throws Exception {
    RawServer gone = new RawServer(exchange -> {});
    gone.close();
    SendResult result = fixture.send(gone);
    assertThat(result).isInstanceOfSatisfying(Failed.class, failed -> {
      assertThat(failed.status()).isZero();
      assertThat(failed.retryable()).isTrue();
    });
  }

  @Test
  void aRefusalAtTheFenceLeavesNoByteOnTheWire() throws Exception {
    fixture.rules(SendFixture.fenced(
        new SendFixture.MarkFence("stop", java.util.Optional.of(SendFixture.refused("STOPPED")))));
    RawServer server = new RawServer(RawServer.Exchange::drain);
    SendResult result = once(server);
    assertThat(result)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason().code()).isEqualTo("STOPPED"));
    assertThat(server.bytes()).isZero();
    assertThat(fixture.journalStates()).containsExactly("REFUSED");
  }

  @Test
  void aRefusalByARuleDoesNotEvenConnect() throws Exception {
    fixture.rules(SendFixture.rule(Stage.HOST, request -> SendFixture.refused("X_NO")));
    RawServer server = new RawServer(RawServer.Exchange::drain);
    assertThat(fixture.sendAndHangUp(server)).isInstanceOf(Refused.class);
    assertThat(server.connections()).isZero();
    assertThat(fixture.lookUps).hasValue(0);
  }

  @Test
  void aMessageToAUserIdTravelsInRecipient() throws Exception {
    RawServer server = new RawServer(RawServer.accepting());
    try (server) {
      fixture
          .gate(server.uri())
          .send(TextMessage.to(ContactPoint.bsuid("US.1349"), "hi"), SendFixture.BY);
      fixture.client().connectionPool().evictAll();
    }
    assertThat(server.body()).contains("\"recipient\":\"US.1349\"").doesNotContain("\"to\"");
  }
}
