package io.waxseal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.store.Database;
import java.util.HashMap;
import java.util.Map;

/** Whatever the parameters: a reply, the challenge only to who knows the token, and nothing else of what was sent. */
class HandshakeFuzzTest {
  private static final String TOKEN = "a verify token";
  private static final WhatsApp WHATSAPP = new WhatsAppInboundHost(Database.inMemory())
      .builder()
      .verifyToken(Secrets.fixed(Secret.of(TOKEN)))
      .build();

  @FuzzTest
  void theChallengeGoesBackOnlyToWhoKnowsTheToken(FuzzedDataProvider data) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("hub.mode", data.consumeBoolean() ? "subscribe" : data.consumeString(12));
    parameters.put("hub.verify_token", data.consumeBoolean() ? TOKEN : data.consumeString(20));
    parameters.put("hub.challenge", data.consumeRemainingAsString());
    Reply reply = WHATSAPP.handshake(parameters::get);
    boolean known = parameters.get("hub.mode").equals("subscribe")
        && parameters.get("hub.verify_token").equals(TOKEN);
    String challenge = parameters.get("hub.challenge");
    if (known && challenge.matches("[!-~]{1,256}")) {
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body()).isEqualTo(challenge.getBytes(US_ASCII));
    } else {
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.body()).isEqualTo("refused".getBytes(US_ASCII));
    }
  }
}
