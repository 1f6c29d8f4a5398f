package io.waxseal.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Account;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Meta sees of one message. */
class RequestOnTheWireTest {
  private final SendFixture fixture = new SendFixture();
  private RawServer server;
  private Accepted accepted;

  @BeforeEach
  void send() throws Exception {
    server = new RawServer(RawServer.accepting());
    accepted = (Accepted) fixture.sendAndHangUp(server);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private String requestLine() {
    return server.head().lines().findFirst().orElseThrow();
  }

  @Test
  void thePathNamesVersionAndNumber() {
    assertThat(requestLine()).startsWith("POST /v25.0/1001/messages?").endsWith(" HTTP/1.1");
  }

  @Test
  void theTokenTravelsInOneHeaderAndNeverInTheUrl() {
    assertThat(server.head().split(SendFixture.TOKEN, -1)).hasSize(2);
    assertThat(server.head()).contains("\r\nAuthorization: Bearer " + SendFixture.TOKEN + "\r\n");
    assertThat(requestLine()).doesNotContain(SendFixture.TOKEN);
    assertThat(server.body()).doesNotContain(SendFixture.TOKEN);
  }

  @Test
  void theProofIsTheHmacOfTheTokenUnderTheCurrentAppSecret() throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SendFixture.APP_SECRET.getBytes("UTF-8"), "HmacSHA256"));
    String proof = HexFormat.of().formatHex(mac.doFinal(SendFixture.TOKEN.getBytes("UTF-8")));
    assertThat(requestLine()).contains("?appsecret_proof=" + proof + " ");
  }

  @Test
  void theAppSecretItselfTravelsNowhere() {
    assertThat(server.head() + server.body()).doesNotContain(SendFixture.APP_SECRET);
  }

  @Test
  void theBodyIsJsonAndSaysSo() {
    assertThat(server.head()).contains("\r\nContent-Type: application/json\r\n");
    JsonObject body = (JsonObject) JsonValue.parse(server.body());
    assertThat(body.members().keySet())
        .containsExactlyInAnyOrder(
            "messaging_product",
            "recipient_type",
            "to",
            "type",
            "text",
            "biz_opaque_callback_data");
    assertThat(body.get("to")).contains(new JsonString(SendFixture.NUMBER));
    assertThat(body.get("messaging_product")).contains(new JsonString("whatsapp"));
  }

  @Test
  void theTransmissionTravelsSoThatStatusesFindIt() {
    assertThat(server.body())
        .contains("\"biz_opaque_callback_data\":\"wx1." + accepted.receipt().transmission() + "\"");
  }

  @Test
  void anAccountWithoutAppSecretSendsWithoutProof() throws Exception {
    try (SendFixture plain = new SendFixture()) {
      plain.account(
          Account.of("1001", "2001").accessToken(Secrets.fixed(Secret.of(SendFixture.TOKEN))));
      RawServer other = new RawServer(RawServer.accepting());
      assertThat(plain.sendAndHangUp(other)).isInstanceOf(Accepted.class);
      assertThat(other.head()).startsWith("POST /v25.0/1001/messages HTTP/1.1\r\n");
    }
  }

  @Test
  void nothingOfTheMessageShowsInToString() {
    assertThat(accepted.toString()).doesNotContain("PLANTED").doesNotContain(SendFixture.NUMBER);
  }
}
