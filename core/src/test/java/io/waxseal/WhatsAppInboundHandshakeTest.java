package io.waxseal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.waxseal.account.Secret;
import io.waxseal.account.SecretSource;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.Secrets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WhatsAppInboundHandshakeTest {
  private static final int RUNS = 100_000;
  private static final long SEED = 20_261_122L;
  private static final String TOKEN = "a verify token";
  private static final List<String> NAMES =
      List.of("hub.mode", "hub.verify_token", "hub.challenge");
  private static final List<String> VALUES = List.of(
      "subscribe",
      "unsubscribe",
      "SUBSCRIBE",
      "",
      " ",
      TOKEN,
      TOKEN + " ",
      "a verify toke",
      "A verify token",
      "1158201444",
      "\u0000",
      "\r\nSet-Cookie: a=b",
      "<script>",
      "\ud800",
      "caf\u00e9",
      "x".repeat(257),
      "x".repeat(256),
      "1 2",
      "\u0661\u0662");

  @TempDir
  Path folder;

  private WhatsAppInboundHost host;

  @BeforeEach
  void openHost() {
    host = new WhatsAppInboundHost(folder);
  }

  @Test
  void theRightTokenGetsItsChallengeBack() {
    try (WhatsApp whatsapp = withToken(Secrets.fixed(Secret.of(TOKEN)))) {
      Reply reply = whatsapp.handshake(parameters("subscribe", TOKEN, "1158201444")::get);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body()).isEqualTo("1158201444".getBytes(UTF_8));
      assertThat(reply.contentType()).startsWith("text/plain");
    }
  }

  @Test
  void aWrongTokenModeOrChallengeIsRefused() {
    try (WhatsApp whatsapp = withToken(Secrets.fixed(Secret.of(TOKEN)))) {
      for (Map<String, String> wrong : List.of(
          parameters("subscribe", "another", "1"),
          parameters("subscribe", "", "1"),
          parameters("subscribe", null, "1"),
          parameters("unsubscribe", TOKEN, "1"),
          parameters(null, TOKEN, "1"),
          parameters("subscribe", TOKEN, null),
          parameters("subscribe", TOKEN, ""),
          parameters("subscribe", TOKEN, "a b"),
          parameters("subscribe", TOKEN, "1\r\n2"),
          parameters("subscribe", TOKEN, "x".repeat(257)))) {
        Reply reply = whatsapp.handshake(wrong::get);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(new String(reply.body(), UTF_8)).doesNotContain("1").doesNotContain("x");
      }
    }
  }

  @Test
  void withoutATokenEveryHandshakeIsRefused() {
    try (WhatsApp whatsapp = host.builder().build()) {
      assertThat(whatsapp.handshake(parameters("subscribe", "", "1")::get).status())
          .isEqualTo(403);
      assertThat(whatsapp.handshake(parameters("subscribe", "null", "1")::get).status())
          .isEqualTo(403);
    }
  }

  @Test
  void aTokenThatCannotBeHadNowMeansLaterNotNever() {
    try (WhatsApp whatsapp = withToken(WhatsAppInboundHost.onceThen(
        new SecretUnavailableException("the secret manager is down")))) {
      assertThat(whatsapp.handshake(parameters("subscribe", TOKEN, "1")::get).status())
          .isEqualTo(503);
      assertThat(whatsapp.handshake(parameters("subscribe", TOKEN, null)::get).status())
          .isEqualTo(403);
    }
  }

  @Test
  @Tag("long")
  void whateverTheParametersTheAnswerIsAReply() {
    try (WhatsApp whatsapp = withToken(Secrets.fixed(Secret.of(TOKEN)))) {
      int proven = 0;
      for (int run = 0; run < RUNS; run++) {
        Map<String, String> parameters = mutated(new SplittableRandom(SEED + run));
        try {
          proven += check(whatsapp.handshake(parameters::get), parameters) ? 1 : 0;
        } catch (RuntimeException | AssertionError e) {
          fail("seed " + (SEED + run), e);
        }
      }
      assertThat(proven).isBetween(100, RUNS / 2);
    }
  }

  private static boolean check(Reply reply, Map<String, String> parameters) {
    String challenge = parameters.get("hub.challenge");
    boolean right = "subscribe".equals(parameters.get("hub.mode"))
        && TOKEN.equals(parameters.get("hub.verify_token"))
        && challenge != null
        && !challenge.isEmpty()
        && challenge.length() <= 256
        && challenge.chars().allMatch(c -> c > ' ' && c < 127);
    if (reply.status() != (right ? 200 : 403)) {
      fail("the answer was " + reply);
    }
    if (right && !new String(reply.body(), UTF_8).equals(challenge)) {
      fail("the challenge came back changed");
    }
    return right;
  }

  private static Map<String, String> mutated(SplittableRandom random) {
    Map<String, String> parameters = parameters("subscribe", TOKEN, "1158201444");
    for (int i = random.nextInt(3); i >= 0; i--) {
      String name = NAMES.get(random.nextInt(NAMES.size()));
      String value = parameters.get(name);
      switch (random.nextInt(4)) {
        case 0 -> parameters.remove(name);
        case 1 -> parameters.put(name, VALUES.get(random.nextInt(VALUES.size())));
        case 2 -> parameters.put(name, value == null ? "" : damaged(value, random));
        default -> parameters.put(name.toUpperCase(java.util.Locale.ROOT), "subscribe");
      }
    }
    return parameters;
  }

  private static String damaged(String value, SplittableRandom random) {
    int at = random.nextInt(value.length() + 1);
    String middle = random.nextInt(2) == 0 ? "" : String.valueOf((char) random.nextInt(0x10000));
    return value.substring(0, at)
        + middle
        + value.substring(Math.min(value.length(), at + random.nextInt(2)));
  }

  private static Map<String, String> parameters(String mode, String token, String challenge) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("hub.mode", mode);
    parameters.put("hub.verify_token", token);
    parameters.put("hub.challenge", challenge);
    return parameters;
  }

  private WhatsApp withToken(SecretSource source) {
    return host.builder().verifyToken(source).build();
  }
}
