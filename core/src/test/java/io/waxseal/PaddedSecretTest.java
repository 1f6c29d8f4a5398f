package io.waxseal;

import static io.waxseal.WhatsAppInboundHost.ANA;
import static io.waxseal.WhatsAppInboundHost.deliver;
import static io.waxseal.WhatsAppInboundHost.messages;
import static io.waxseal.WhatsAppInboundHost.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.Secret;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.Secrets;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.leakwatch.Listener;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.send.Reason;
import io.waxseal.send.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Something was pasted along with a secret: it is named before a customer finds it. */
final class PaddedSecretTest {
  private static final String VALUE = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
  private static final String HELLO = messages(text(ANA, "wamid.1", "hello"));

  @TempDir
  Path folder;

  private WhatsAppInboundHost host;
  private Path token;
  private Path secret;
  private Path verify;

  @BeforeEach
  void writeAllClean() throws IOException {
    host = new WhatsAppInboundHost(folder);
    token = Files.writeString(folder.resolve("token"), VALUE + "\n");
    secret = Files.writeString(folder.resolve("secret"), VALUE + "\r\n");
    verify = Files.writeString(folder.resolve("verify"), VALUE);
  }

  private WhatsApp.Builder builder() {
    return host.bare()
        .verifyToken(Secrets.file(verify))
        .account(Account.of("111", "222")
            .accessToken(Secrets.file(token))
            .appSecrets(Secrets.file(secret)));
  }

  @Test
  void theStartNamesEachSecretAndWhatIsWrong() throws IOException {
    for (Map.Entry<Path, String> one : Map.of(
            token, "the access token of account 111",
            secret, "app secret 1 of account 111",
            verify, "the verify token")
        .entrySet()) {
      Files.writeString(one.getKey(), VALUE + " \n");
      assertThatThrownBy(() -> builder().build())
          .isInstanceOf(SecretUnavailableException.class)
          .hasMessage(one.getValue() + " cannot be used: it ends with white space; remove it");
      Files.writeString(one.getKey(), VALUE);
    }
    builder().build().close();
  }

  @Test
  void theStartNamesAllOfThemAtOnce() throws IOException {
    Files.writeString(token, "\ufeff" + VALUE);
    Files.writeString(secret, VALUE + "\n\n");
    Files.delete(verify);
    assertThatThrownBy(() -> builder().build())
        .hasMessageContaining(
            "the access token of account 111 cannot be used: it begins with a byte")
        .hasMessageContaining(
            "app secret 1 of account 111 cannot be used: it ends with a line break")
        .hasMessageContaining("the verify token cannot be used: the secret file")
        .hasMessageNotContaining(VALUE);
  }

  @Test
  void aSecretOfTheHostsOwnIsLookedAtToo() {
    assertThatThrownBy(() -> host.bare()
            .account(Account.of("111", "222").appSecrets(Secrets.fixed(Secret.of(VALUE + "\t"))))
            .build())
        .hasMessageContaining("app secret 1 of account 111");
  }

  @Test
  void healthNamesASecretThatBecomesPaddedAndIsUpAgainWhenItIsMended() throws IOException {
    try (WhatsApp whatsapp = builder().build()) {
      Files.writeString(secret, VALUE + " ");
      Health.Check check = whatsapp.health().check("secrets").orElseThrow();
      assertThat(check.status()).isEqualTo(Health.Status.DOWN);
      assertThat(check.says()).contains("app secret 1 of account 111").contains("white space");
      assertThat(check.figures()).containsEntry("secrets", 3L);
      Files.writeString(secret, VALUE);
      assertThat(whatsapp.health().check("secrets").orElseThrow().status())
          .isEqualTo(Health.Status.UP);
    }
  }

  @Test
  void aWebhookUnderAPaddedSecretIsDeliveredAgainAndNotRefused() throws IOException {
    try (WhatsApp whatsapp = builder().build()) {
      for (String padded : List.of(VALUE + " ", "\ufeff" + VALUE, VALUE + "\n\n")) {
        Files.writeString(secret, padded);
        assertThat(deliver(whatsapp, HELLO, Secret.of(VALUE))).isEqualTo(503);
        assertThat(deliver(whatsapp, HELLO, Secret.of(padded))).isEqualTo(503);
      }
      Files.writeString(secret, VALUE);
      assertThat(deliver(whatsapp, HELLO, Secret.of(VALUE))).isEqualTo(200);
    }
  }

  @Test
  void theLogSaysWhichSecretIsPadded() throws IOException {
    try (WhatsApp whatsapp = builder().build()) {
      Files.writeString(secret, VALUE + " ");
      Files.writeString(verify, VALUE + " ");
      Map<String, String> handshake =
          Map.of("hub.mode", "subscribe", "hub.verify_token", VALUE, "hub.challenge", "1");
      assertThat(Listener.during(() -> {
                deliver(whatsapp, HELLO, Secret.of(VALUE));
                whatsapp.handshake(handshake::get);
              })
              .stream()
              .filter(line -> line.startsWith("ERROR"))
              .collect(Collectors.joining("\n")))
          .contains("an app secret of account 111 cannot be used: it ends with white space")
          .contains("the verify token cannot be used: it ends with white space")
          .doesNotContain(VALUE);
    }
  }

  @Test
  void noMessageLeavesWithAPaddedTokenOrProof() throws IOException {
    try (MockWebServer meta = new MockWebServer()) {
      meta.start();
      try (WhatsApp whatsapp =
          builder().graph(GraphEndpoint.simulator(meta.url("/").uri())).build()) {
        for (Path padded : List.of(token, secret)) {
          Files.writeString(padded, VALUE + " ");
          assertThat(whatsapp.send(
                  TextMessage.to(ContactPoint.phone(ANA), "hello").purpose("service.reply"),
                  By.agent("ana")))
              .isInstanceOfSatisfying(
                  Refused.class,
                  refused -> assertThat(refused.reason()).isEqualTo(Reason.KEY_UNAVAILABLE));
          Files.writeString(padded, VALUE);
        }
      }
      assertThat(meta.getRequestCount()).isZero();
    }
  }
}
