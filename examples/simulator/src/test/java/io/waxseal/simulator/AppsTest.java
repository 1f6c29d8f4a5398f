package io.waxseal.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppsTest {
  private static final String FIRST = "106540352242922";
  private static final String OTHER = "206540352242922";

  private final Host firstHost = new Host();
  private final Host otherHost = new Host();
  private final Simulator simulator = Caller.builder()
      .verifyToken("first-verify")
      .callback(firstHost.uri())
      .addNumber("106540352242923", "15550783882")
      .addApp(other().build())
      .start();
  private final Caller caller = new Caller(simulator);

  private AppSettings.Builder other() {
    return AppSettings.builder("other")
        .wabaId("202290129340398")
        .accessToken("other-token")
        .appSecret("other-secret")
        .verifyToken("other-verify")
        .callback(otherHost.uri())
        .addNumber(OTHER, "15550783999");
  }

  @AfterEach
  void close() {
    simulator.close();
    firstHost.close();
    otherHost.close();
  }

  @Test
  void eachAppSendsFromItsOwnNumbers() {
    assertThat(send(FIRST, Caller.TOKEN, Caller.SECRET).status()).isEqualTo(200);
    assertThat(send("106540352242923", Caller.TOKEN, Caller.SECRET).status()).isEqualTo(200);
    assertThat(send(OTHER, "other-token", "other-secret").status()).isEqualTo(200);

    assertThat(simulator.number(OTHER).accepted()).hasSize(1);
    assertThat(simulator.number(FIRST).requests().size()).isEqualTo(1);
  }

  @Test
  void aTokenDoesNotSeeANumberOfAnotherApp() {
    Caller.Reply reply = send(OTHER, Caller.TOKEN, Caller.SECRET);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(100);
    assertThat(reply.at("error.error_subcode")).isEqualTo(33.0);
  }

  @Test
  void aProofByAnotherAppsSecretIsWrong() {
    assertThat(send(OTHER, "other-token", Caller.SECRET).code()).isEqualTo(100);
    assertThat(simulator.accepted()).isEmpty();
  }

  @Test
  void aTokenOfNobodyIs190() {
    assertThat(send(OTHER, "third-token", "other-secret").code()).isEqualTo(190);
  }

  @Test
  void aReplacedTokenIs190() {
    simulator.app("app").accessToken("fresh-token");

    assertThat(send(FIRST, Caller.TOKEN, Caller.SECRET).code()).isEqualTo(190);
    assertThat(send(FIRST, "fresh-token", Caller.SECRET).status()).isEqualTo(200);
  }

  @Test
  void webhooksGoToTheAppOfTheNumberSignedWithItsSecret() {
    SignedWebhook webhook = simulator.number(OTHER).customerWrites("16505551234", "Bo", "Hi");
    simulator.deliver(webhook);

    assertThat(firstHost.bodies).isEmpty();
    assertThat(otherHost.bodies).containsExactly(new String(webhook.body(), UTF_8));
    assertThat(otherHost.signatures)
        .containsExactly(
            "sha256=" + Hmac.sha256Hex("other-secret".getBytes(UTF_8), webhook.body()));
  }

  @Test
  void nothingIsDeliveredBeforeTheHandshake() {
    simulator.deliver(simulator.preference("16505551234", "stop"));
    simulator.deliver(simulator.preference("16505551234", "resume"));

    assertThat(firstHost.handshakes).containsExactly("first-verify");
    assertThat(firstHost.bodies).hasSize(2);
  }

  @Test
  void aCallbackThatFailsTheHandshakeGetsNothing() {
    firstHost.passesHandshake = false;
    SignedWebhook webhook = simulator.preference("16505551234", "stop");

    assertThat(simulator.app("app").subscribe()).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(() -> simulator.deliver(webhook))
        .withMessageContaining("handshake");
    assertThatIllegalStateException().isThrownBy(() -> simulator.deliverUntilAcknowledged(webhook));
    assertThat(firstHost.bodies).isEmpty();
  }

  @Test
  void aNewCallbackMustPassTheHandshakeAgain() {
    simulator.app("app").subscribe();
    simulator.app("app").callback(otherHost.uri());
    simulator.deliver(simulator.preference("16505551234", "stop"));

    assertThat(otherHost.handshakes).containsExactly("first-verify");
    assertThat(otherHost.bodies).hasSize(1);
  }

  @Test
  void duringARotationBothSecretsProveAndTheNewOneSigns() {
    SignedWebhook before = simulator.preference("16505551234", "stop");
    SimulatedApp app = simulator.app("app").rotateSecret("new-secret");
    SignedWebhook after = simulator.preference("16505551234", "stop");

    assertThat(signedBy(before, Caller.SECRET)).isTrue();
    assertThat(signedBy(after, "new-secret")).isTrue();
    assertThat(send(FIRST, Caller.TOKEN, Caller.SECRET).status()).isEqualTo(200);
    assertThat(send(FIRST, Caller.TOKEN, "new-secret").status()).isEqualTo(200);
    app.forgetOldSecret();
    assertThat(send(FIRST, Caller.TOKEN, Caller.SECRET).code()).isEqualTo(100);
  }

  private static boolean signedBy(SignedWebhook webhook, String secret) {
    return webhook
        .signature()
        .equals("sha256=" + Hmac.sha256Hex(secret.getBytes(UTF_8), webhook.body()));
  }

  @Test
  void twoAppsShareNothing() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            Caller.builder().addApp(other().build()).addApp(other().build()).start())
        .withMessageContaining("access token");
    AppSettings.Builder sameNumber = AppSettings.builder("third")
        .accessToken("third-token")
        .appSecret("third-secret")
        .addNumber(FIRST, "15550783000");
    assertThatIllegalStateException()
        .isThrownBy(() -> Caller.builder().addApp(sameNumber.build()).start())
        .withMessageContaining("number " + FIRST);
  }

  @Test
  void whatAnAppLacksIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> AppSettings.builder("empty").build())
        .withMessage("missing: accessToken appSecret addNumber");
  }

  @Test
  void whatIsNotThereCannotBeAskedFor() {
    assertThatIllegalArgumentException().isThrownBy(() -> simulator.app("none"));
    assertThatIllegalArgumentException().isThrownBy(() -> simulator.number("1"));
  }

  @Test
  void nothingPrintsASecret() {
    assertThat(simulator.app("other") + " " + other().build() + " " + simulator.number(OTHER))
        .isEqualTo("SimulatedApp[other] AppSettings[other] SimulatedNumber[" + OTHER + "]");
  }

  private Caller.Reply send(String number, String token, String secret) {
    String path =
        "/v25.0/" + number + "/messages?appsecret_proof=" + Hmac.appSecretProof(secret, token);
    return caller.call(caller
        .post(path, Caller.TEXT.getBytes(UTF_8))
        .setHeader("Authorization", "Bearer " + token)
        .build());
  }
}
