package io.waxseal.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.send.SendFixture.MarkFence;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same promises over HTTP/2, where head and body travel apart. */
class OneRequestOverHttp2Test {
  private static final int REFUSED_STREAM = 7;
  private final SendFixture fixture = new SendFixture();
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    server.start();
    fixture.client(fixture
        .client()
        .newBuilder()
        .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
        .build());
  }

  @AfterEach
  void close() {
    fixture.close();
    server.close();
  }

  private SendResult send() {
    SendGate gate = fixture.gate(URI.create("http://localhost:" + server.getPort()));
    return gate.send(SendFixture.text(), SendFixture.BY);
  }

  private void answerTwice(MockResponse response) {
    server.enqueue(response);
    server.enqueue(response);
  }

  private static MockResponse.Builder yes() {
    return new MockResponse.Builder().body("{\"messages\":[{\"id\":\"wamid.1\"}]}");
  }

  @Test
  void anAcceptedMessageTravelsOnce() throws Exception {
    answerTwice(yes().build());
    assertThat(send()).isInstanceOf(Accepted.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(server.takeRequest().getHeaders().get("Authorization"))
        .isEqualTo("Bearer " + SendFixture.TOKEN);
  }

  @Test
  void aRefusalAtTheFenceSendsNoHead() {
    fixture.rules(
        SendFixture.fenced(new MarkFence("stop", Optional.of(SendFixture.refused("STOPPED")))));
    answerTwice(yes().build());
    assertThat(send()).isInstanceOf(Refused.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 503, 504})
  void aGatewaysErrorIsNotRepeated(int code) {
    answerTwice(
        new MockResponse.Builder().code(code).addHeader("Retry-After", "0").build());
    assertThat(send()).isInstanceOf(Undetermined.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 307, 308, 401, 421})
  void aRedirectOrChallengeIsNotFollowed(int code) {
    answerTwice(new MockResponse.Builder()
        .code(code)
        .addHeader("Location", "/v25.0/1001/messages")
        .addHeader("WWW-Authenticate", "Basic realm=\"x\"")
        .build());
    assertThat(send()).isInstanceOf(Failed.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aRefusedStreamIsNotOpenedAgain() {
    server.enqueue(new MockResponse.Builder()
        .onRequestStart(new SocketEffect.CloseStream(REFUSED_STREAM))
        .build());
    server.enqueue(yes().build());
    assertThat(send()).isInstanceOf(Undetermined.class);
    assertThat(server.getRequestCount()).isLessThanOrEqualTo(1);
  }

  @Test
  void aStreamClosedInTheMiddleOfTheAnswerIsUndetermined() {
    server.enqueue(yes().onResponseBody(new SocketEffect.CloseStream(2)).build());
    server.enqueue(yes().build());
    assertThat(send()).isInstanceOf(Undetermined.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }
}
