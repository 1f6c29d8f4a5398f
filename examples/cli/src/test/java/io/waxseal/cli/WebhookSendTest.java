package io.waxseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A webhook to one's own endpoint, taken only with the right secret. */
class WebhookSendTest {
  private static final String SECRET = "an-app-secret-made-up-for-tests";

  @TempDir
  private Path folder;

  private final List<String> taken = new ArrayList<>();
  private HttpServer server;
  private Path secret;

  @BeforeEach
  void open() throws IOException {
    secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/webhook", exchange -> {
      try (exchange) {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Path file = Files.write(folder.resolve("body.json"), body);
        Run check = Run.of(
            "webhook",
            "verify",
            "--secret-file",
            secret,
            "--signature",
            exchange.getRequestHeaders().getFirst("X-Hub-Signature-256"),
            file);
        taken.add(check.out() + Run.of("webhook", "inspect", file).out());
        exchange.sendResponseHeaders(check.code() == 0 ? 200 : 401, -1);
      }
    });
    server.createContext("/elsewhere", exchange -> {
      try (exchange) {
        exchange.getResponseHeaders().add("Location", "/webhook");
        exchange.sendResponseHeaders(307, -1);
      }
    });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private Run send(Path with, String path, Object... more) {
    List<Object> command = new ArrayList<>(List.of("webhook", "send", "--secret-file", with));
    command.addAll(List.of(more));
    command.add("http://localhost:" + server.getAddress().getPort() + path);
    return Run.of(command.toArray());
  }

  @Test
  void aTextIsTakenWithTheRightSecret() {
    Run run = send(secret, "/webhook", "--text", "Is anybody there?");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lines()).containsExactly("answered 200");
    assertThat(taken).singleElement().asString().startsWith("valid\n").contains("message.text");
  }

  @Test
  void aBodyOfAFileTravelsByteForByte() throws IOException {
    Path body = Files.write(folder.resolve("captured.json"), Webhooks.text());
    assertThat(send(secret, "/webhook", "--body", body).code()).isZero();
    assertThat(Files.readAllBytes(folder.resolve("body.json"))).isEqualTo(Webhooks.text());
  }

  @Test
  void anotherSecretIsAnswered401() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "another-secret-made-up");
    Run run = send(other, "/webhook");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).containsExactly("answered 401");
  }

  @Test
  void noRedirectIsFollowed() {
    assertThat(send(secret, "/elsewhere").lines()).containsExactly("answered 307");
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://shop.example/webhook",
        "ftp://localhost/webhook",
        "https://user@shop.example/webhook",
        "webhook"
      })
  void anEndpointThatOthersCouldHearIsRefused(String endpoint) {
    Run run = Run.of("webhook", "send", "--secret-file", secret, endpoint);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("https").doesNotContain(SECRET);
  }
}
