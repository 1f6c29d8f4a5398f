package io.waxseal.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
  private static final String PROVEN = Caller.MESSAGES + "?appsecret_proof=" + Caller.PROOF;

  private final Simulator simulator = Caller.builder().start();
  private final Caller caller = new Caller(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dummy_access_token", "OAuth dummy_access_token", "Basic eDp5"})
  void withoutABearerTokenTheAnswerIs104(String header) {
    Caller.Reply reply =
        caller.call(post(PROVEN).setHeader("Authorization", header).build());

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.code()).isEqualTo(104);
  }

  @Test
  void aTokenInTheUrlIsNoToken() {
    HttpRequest request = HttpRequest.newBuilder(
            URI.create(simulator.endpoint() + PROVEN + "&access_token=" + Caller.TOKEN))
        .POST(BodyPublishers.ofString(Caller.TEXT))
        .build();

    assertThat(caller.call(request).code()).isEqualTo(104);
  }

  @Test
  void aWrongTokenIs190() {
    Caller.Reply reply = caller.call(
        post(PROVEN).setHeader("Authorization", "Bearer " + Caller.TOKEN + "x").build());

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.code()).isEqualTo(190);
    assertThat(reply.at("error.type")).isEqualTo("OAuthException");
  }

  @Test
  void twoTokensAreNone() {
    Caller.Reply reply = caller.call(
        post(PROVEN).header("Authorization", "Bearer " + Caller.TOKEN).build());

    assertThat(reply.code()).isEqualTo(104);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?appsecret_proof=",
        "?appsecret_proof=00",
        "?appsecret_proof=984C98D11741CC9E2084A4CF8E5E9AE300AD3976C466BD311EED39599CE7345D",
        "?xappsecret_proof=" + Caller.PROOF,
        "?appsecret_proof=" + Caller.PROOF + "&appsecret_proof=" + Caller.PROOF
      })
  void withoutTheProofTheAnswerIs100(String query) {
    Caller.Reply reply = caller.call(post(Caller.MESSAGES + query).build());

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(100);
    assertThat(reply.at("error.type")).isEqualTo("GraphMethodException");
    assertThat(simulator.accepted()).isEmpty();
  }

  @Test
  void whereNoProofIsRequiredNoneIsMissed() {
    try (Simulator lenient = Caller.builder().requireAppSecretProof(false).start()) {
      Caller other = new Caller(lenient);

      assertThat(other
              .call(other.post(Caller.MESSAGES, Caller.TEXT.getBytes(UTF_8)).build())
              .status())
          .isEqualTo(200);
    }
  }

  @Test
  void aWrongProofIsRefusedEvenWhereNoneIsRequired() {
    try (Simulator lenient = Caller.builder().requireAppSecretProof(false).start()) {
      Caller other = new Caller(lenient);
      String wrong = Caller.MESSAGES + "?appsecret_proof=00";

      assertThat(
              other.call(other.post(wrong, Caller.TEXT.getBytes(UTF_8)).build()).code())
          .isEqualTo(100);
    }
  }

  @Test
  void anotherPhoneNumberIdDoesNotExist() {
    Caller.Reply reply =
        caller.call(post(PROVEN.replace("106540352242922", "1")).build());

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(100);
    assertThat(((Number) reply.at("error.error_subcode")).intValue()).isEqualTo(33);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/106540352242922/messages",
        "/v25/106540352242922/messages",
        "/v25.0/106540352242922/messages/",
        "/v25.0/106540352242922/medias",
        "/v25.0/../106540352242922/messages",
        "/"
      })
  void anotherPathIsUnknown(String path) {
    Caller.Reply reply =
        caller.call(post(path + "?appsecret_proof=" + Caller.PROOF).build());

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(2500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
  void anotherMethodIsUnsupported(String method) {
    HttpRequest request = post(PROVEN).method(method, BodyPublishers.noBody()).build();

    assertThat(caller.call(request).code()).isEqualTo(100);
  }

  @Test
  void everyRequestIsCountedWhateverItsAnswer() {
    caller.call(post("/").build());
    caller.call(post(PROVEN).setHeader("Authorization", "").build());
    caller.send("{");
    caller.send(Caller.TEXT);

    assertThat(simulator.requestsReceived()).isEqualTo(4);
    assertThat(simulator.accepted()).hasSize(1);
  }

  private HttpRequest.Builder post(String pathAndQuery) {
    return caller.post(pathAndQuery, Caller.TEXT.getBytes(UTF_8));
  }
}
