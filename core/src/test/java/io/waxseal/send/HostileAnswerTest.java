package io.waxseal.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Tenant;
import io.waxseal.message.ImageMessage;
import io.waxseal.message.Message;
import io.waxseal.message.part.Attachment;
import io.waxseal.person.ContactPoint;
import io.waxseal.testkit.CountingSockets;
import io.waxseal.testkit.HostileAnswers;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes back from where Meta should be, a message travels once, and its result promises no more than is known. */
@Timeout(60)
class HostileAnswerTest {
  private static final String OK = "200 OK";
  private static final String FAULT = "500 Internal Server Error";
  private static final String YES = "{\"messages\":[{\"id\":\"wamid.A\"}]}";
  private static final long LONGEST_ANSWER = 1L << 20;
  private static final int BLOCK = 1 << 16;

  private final SendFixture fixture = new SendFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  private SendResult once(RawServer server) throws Exception {
    SendResult result = fixture.sendAndHangUp(server);
    assertThat(server.requests()).isEqualTo(1);
    assertThat(server.connections()).isEqualTo(1);
    return result;
  }

  private void isUndetermined(RawServer.Script script) throws Exception {
    assertThat(once(new RawServer(script))).isInstanceOf(Undetermined.class);
    assertThat(fixture.journalStates()).containsExactly("UNDETERMINED");
  }

  private ReadMark mark(RawServer server) {
    ReadMark mark =
        fixture.gate(server.uri()).readMarks().markRead(ReadMarksTest.message(), SendFixture.BY);
    fixture.client().connectionPool().evictAll();
    return mark;
  }

  private static RawServer.Script answering(String status, String headers, byte[] body) {
    return exchange -> {
      while (exchange.readRequest()) {
        exchange.write("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length
            + "\r\n\r\n");
        exchange.write(body);
      }
    };
  }

  private static RawServer.Script saying(String answer) {
    return exchange -> {
      exchange.readRequest();
      exchange.write(answer);
    };
  }

  static Stream<Arguments> bodies() {
    return HostileAnswers.bodies().entrySet().stream()
        .map(body -> Arguments.of(body.getKey(), body.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void whatIsNoAnswerIsUndeterminedUnderAYes(String name, byte[] body) throws Exception {
    isUndetermined(answering(OK, "", body));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void whatIsNoAnswerIsUndeterminedUnderAFault(String name, byte[] body) throws Exception {
    isUndetermined(answering(FAULT, "", body));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void whatIsNoAnswerUnderANoHasNoCode(String name, byte[] body) throws Exception {
    assertThat(once(new RawServer(answering("400 Bad Request", "", body))))
        .isInstanceOfSatisfying(Failed.class, failed -> {
          assertThat(failed.code()).isZero();
          assertThat(failed.retryable()).isFalse();
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void aReadMarkThatIsNotAnsweredIsUndeterminedAndNotRepeated(String name, byte[] body)
      throws Exception {
    for (String status : new String[] {OK, FAULT}) {
      try (RawServer server = new RawServer(answering(status, "", body))) {
        assertThat(mark(server).outcome()).isEqualTo(ReadMark.Outcome.UNDETERMINED);
        assertThat(server.requests()).isOne();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"messages\":{\"id\":\"wamid.A\"}}",
        "{\"messages\":\"wamid.A\"}",
        "{\"messages\":7}",
        "{\"messages\":true}",
        "{\"messages\":[\"wamid.A\"]}",
        "{\"messages\":[[{\"id\":\"wamid.A\"}]]}",
        "{\"messages\":[{\"id\":[\"wamid.A\"]}]}",
        "{\"messages\":[{\"id\":null}]}",
        "{\"Messages\":[{\"id\":\"wamid.A\"}]}"
      })
  void aYesOfWrongTypesIsUndetermined(String body) throws Exception {
    isUndetermined(RawServer.answering(OK, "", body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"7|7", "1e3|1e3", "123456789012345678901234567890|123456789012345678901234567890"})
  void anIdThatIsANumberIsReadAsItsDigits(String id, String read) throws Exception {
    RawServer server = new RawServer(RawServer.answering(OK, "", YES.replace("\"wamid.A\"", id)));
    assertThat(once(server).orThrow().messageId().value()).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"no\"", "\"\"", "[]", "[{\"code\":1}]", "131047", "0", "true", "false", "{}"})
  void anErrorOfAnyTypeBesideAYesIsUndetermined(String error) throws Exception {
    String both = "{\"error\":" + error + "," + YES.substring(1);
    isUndetermined(RawServer.answering(OK, "", both));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\":\"wamid.A\"}", "\"wamid.A\"", "7", "[\"wamid.A\"]", "[{}]"})
  void anErrorBesideAYesOfAnyTypeIsUndetermined(String messages) throws Exception {
    isUndetermined(RawServer.answering(
        OK,
        "",
        "{\"messages\":" + messages + ",\"error\":{\"code\":131047,\"fbtrace_id\":\"A1\"}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 Bad Request|",
        "302 Found|",
        "503 Service Unavailable|\"error\":{\"code\":131016,\"fbtrace_id\":\"A1\"},"
      })
  void aYesUnderAnotherStatusIsUndetermined(String status, String error) throws Exception {
    isUndetermined(
        RawServer.answering(status, "", "{" + (error == null ? "" : error) + YES.substring(1)));
  }

  @Test
  void anErrorThatIsNullIsNone() throws Exception {
    RawServer server =
        new RawServer(RawServer.answering(OK, "", "{\"error\":null," + YES.substring(1)));
    assertThat(once(server)).isInstanceOf(Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"no\"", "[]", "131047", "true", "{}", "{\"code\":{}}", "{\"message\":\"no\"}"})
  void anErrorWithoutACodeUnderAYesIsUndetermined(String error) throws Exception {
    isUndetermined(RawServer.answering(OK, "", "{\"error\":" + error + "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"no\"|0",
        "[{\"code\":131047}]|0",
        "131047|0",
        "null|0",
        "{\"code\":\"131047\"}|131047",
        "{\"code\":131047.0}|131047",
        "{\"code\":131047.5}|0",
        "{\"code\":-1}|0",
        "{\"code\":2147483648}|0",
        "{\"code\":1e999999999}|0",
        "{\"code\":[131047]}|0",
        "{\"code\":131047,\"error_data\":\"odd\",\"fbtrace_id\":[]}|131047"
      })
  void anErrorOfAnyTypeUnderANoIsANo(String error, int code) throws Exception {
    RawServer server =
        new RawServer(RawServer.answering("400 Bad Request", "", "{\"error\":" + error + "}"));
    assertThat(once(server)).isInstanceOfSatisfying(Failed.class, failed -> {
      assertThat(failed.code()).isEqualTo(code);
      assertThat(failed.traceId()).isEmpty();
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {OK, FAULT, "400 Bad Request"})
  void ofThirtyMegabytesOneIsRead(String status) throws Exception {
    for (String framing : new String[] {"Content-Length: 31457280", "Connection: close"}) {
      isCutOff(exchange -> {
        exchange.readRequest();
        exchange.write("HTTP/1.1 " + status + "\r\n" + framing + "\r\n\r\n{\"a\":\"");
        for (int i = 0; i < 480; i++) {
          exchange.write("a".repeat(BLOCK));
        }
      });
    }
  }

  @Test
  void ofThirtyMegabytesInPiecesOneIsRead() throws Exception {
    isCutOff(exchange -> {
      exchange.readRequest();
      exchange.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
      for (int i = 0; i < 480; i++) {
        exchange.write("10000\r\n" + "[".repeat(BLOCK) + "\r\n");
      }
    });
  }

  @Test
  void aHeadWithoutEndIsCutOff() throws Exception {
    isCutOff(exchange -> {
      exchange.readRequest();
      exchange.write("HTTP/1.1 200 OK\r\n");
      for (int i = 0; i < 480; i++) {
        exchange.write("X-" + i + ": " + "a".repeat(BLOCK) + "\r\n");
      }
    });
  }

  /** What was read counts, not what was kept: an answer that is thrown away costs time too. */
  private void isCutOff(RawServer.Script script) throws Exception {
    CountingSockets sockets = new CountingSockets();
    fixture.client(fixture.client().newBuilder().socketFactory(sockets).build());
    assertThat(once(new RawServer(script))).isInstanceOf(Undetermined.class);
    assertThat(sockets.read()).isLessThan(LONGEST_ANSWER + 2 * BLOCK);
  }

  @Test
  void anAnswerOfTheLongestLengthIsRead() throws Exception {
    String longest = YES + " ".repeat((int) LONGEST_ANSWER - YES.length());
    assertThat(once(new RawServer(RawServer.answering(OK, "", longest))))
        .isInstanceOf(Accepted.class);
  }

  @Test
  void anAnswerOfOneByteMoreIsUndetermined() throws Exception {
    String longer = YES + " ".repeat((int) LONGEST_ANSWER - YES.length() + 1);
    isUndetermined(RawServer.answering(OK, "", longer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nX-Slow: ",
        "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"messages\":[{\"id\":\"",
        "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\n"
      })
  void anAnswerThatDripsEndsWithTheTime(String start) throws Exception {
    fixture.client(
        fixture.client().newBuilder().callTimeout(Duration.ofMillis(300)).build());
    isUndetermined(exchange -> {
      exchange.readRequest();
      exchange.write(start);
      drip(exchange, "a");
    });
  }

  @Test
  void hintsWithoutEndEndWithTheTime() throws Exception {
    fixture.client(
        fixture.client().newBuilder().callTimeout(Duration.ofMillis(300)).build());
    isUndetermined(exchange -> {
      exchange.readRequest();
      drip(exchange, "HTTP/1.1 103 Early Hints\r\n\r\n");
    });
  }

  /** Until the client goes away. */
  private static void drip(RawServer.Exchange exchange, String drop) throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    try {
      while (!never.await(5, TimeUnit.MILLISECONDS)) {
        exchange.write(drop);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: text/html\r\n",
        "Content-Type: application/json; charset=utf-16\r\n",
        "Content-Type: nothing at all\r\n",
        "Content-Type: image/png\r\nContent-Type: text/plain\r\n",
        ""
      })
  void theTypeThatAnAnswerClaimsIsNotBelieved(String header) throws Exception {
    assertThat(once(new RawServer(RawServer.answering(OK, header, YES))))
        .isInstanceOf(Accepted.class);
    assertThat(once(new RawServer(RawServer.answering(OK, header, "<html>" + YES))))
        .isInstanceOf(Undetermined.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate, gzip", "br"})
  void anEncodingThatLiesIsUndetermined(String encoding) throws Exception {
    isUndetermined(answering(
        OK, "Content-Encoding: " + encoding + "\r\n", new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2}));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 10\r\n",
        "Content-Length: -2\r\n",
        "Content-Length: -9223372036854775808\r\n",
        "Content-Length: 9223372036854775807\r\n",
        "Content-Length: 5\r\nContent-Length: 500\r\n",
        "Transfer-Encoding: chunked\r\n",
      })
  void aLengthThatLiesIsUndetermined(String header) throws Exception {
    isUndetermined(saying("HTTP/1.1 200 OK\r\n" + header + "\r\n" + YES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Content-Length: -2\r\n", "Content-Encoding: gzip\r\n", "Location: x\r\n"})
  void aReadMarkWhoseAnswerHasAnOddHeadIsUndetermined(String header) throws Exception {
    try (RawServer server =
        new RawServer(saying("HTTP/1.1 200 OK\r\n" + header + "\r\n{\"success\":7}"))) {
      assertThat(mark(server).outcome()).isEqualTo(ReadMark.Outcome.UNDETERMINED);
      assertThat(server.requests()).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-5", "ffffffffffffffff", "zz", "", "7fffffffffffffff", "22; x", "5\r\n{\"a\":\r\n"
      })
  void aPieceThatLiesIsUndetermined(String length) throws Exception {
    isUndetermined(
        saying("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + length + "\r\n{\"a\":"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "HTTP/1.1 -20 OK\r\n\r\n",
        "HTTP/1.1 099 Odd\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n",
        "HTTP/9.9 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\n: nameless\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: \u0000\u00ff\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
        "SSH-2.0-OpenSSH\r\n"
      })
  void aHeadThatIsNoneIsUndetermined(String answer) throws Exception {
    isUndetermined(saying(answer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 OK|\"a\":0",
        "200 OK|\"error\":1,\"messages\":[{\"id\":\"a\"}]",
        "500 Error|\"a\":0",
        "400 Bad Request|\"error\":{\"code\":131047}"
      })
  void onlyAYesTellsAnotherSpellingOfTheNumber(String status, String members) throws Exception {
    ContactPoint other = ContactPoint.phone("15550009999");
    String contacts = "\"contacts\":[{\"wa_id\":\"15550009999\"}],";
    once(new RawServer(RawServer.answering(status, "", "{" + contacts + members + "}")));
    assertThat(fixture.people.find(Tenant.DEFAULT, Set.of(other))).isEmpty();
    once(new RawServer(RawServer.answering(OK, "", "{" + contacts + YES.substring(1))));
    assertThat(fixture.people.find(Tenant.DEFAULT, Set.of(other))).isPresent();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void aFileWhoseUploadIsNotAnsweredIsNotSent(String name, byte[] body) throws Exception {
    Message picture = ImageMessage.to(
        ContactPoint.phone(SendFixture.NUMBER),
        Attachment.bytes(
            "a.jpg", "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}));
    RawServer server = new RawServer(answering(OK, "", body));
    assertThat(fixture.sendAndHangUp(server, picture)).isInstanceOf(Failed.class);
    assertThat(server.requests()).isEqualTo(1);
    assertThat(server.head()).contains("/media");
  }
}
