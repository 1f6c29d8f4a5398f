package io.waxseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptTest {
  private static final String TOKEN = "a-token";
  private static final String SECRET = "a-secret";
  private static final String MENU = """
      {"messaging_product":"whatsapp","to":"16505551234","type":"interactive","interactive":
       {"type":"list","body":{"text":"What will it be?"},"action":{"button":"Open","sections":[
        {"rows":[{"id":"r1","title":"Soup","description":"hot"},{"id":"r2","title":"Salad"}]}]}}}""";

  @TempDir
  private Path folder;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private HttpServer business;
  private Path token;
  private Path secret;
  private int port;
  private UnaryOperator<String> answer = webhook -> "";

  @BeforeEach
  void open() throws IOException {
    token = Files.writeString(folder.resolve("token"), TOKEN);
    secret = Files.writeString(folder.resolve("secret"), SECRET);
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    business = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    business.createContext("/", exchange -> {
      try (exchange;
          InputStream body = exchange.getRequestBody()) {
        String webhook = new String(body.readAllBytes(), UTF_8);
        if (webhook.contains("\"messages\":[") || webhook.contains("user_preferences\":[")) {
          heard.add(webhook);
          send(answer.apply(webhook));
        }
        exchange.sendResponseHeaders(200, -1);
      }
    });
    business.start();
  }

  @AfterEach
  void close() {
    business.stop(0);
  }

  private Run run(String input, String... more) {
    List<Object> args = new ArrayList<>(List.of(
        "simulate",
        "--token-file",
        token,
        "--app-secret-file",
        secret,
        "--port",
        port,
        "--callback",
        "http://localhost:" + business.getAddress().getPort()));
    args.addAll(List.of(more));
    return Run.withInput(input.getBytes(UTF_8), args.toArray());
  }

  private void send(String body) {
    if (body.isEmpty()) {
      return;
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      String proof = HexFormat.of().formatHex(mac.doFinal(TOKEN.getBytes(UTF_8)));
      HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port
              + "/v25.0/106540352242922/messages?appsecret_proof=" + proof))
          .header("Authorization", "Bearer " + TOKEN)
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofString(body))
          .build();
      int status =
          HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
      assertThat(status).isEqualTo(200);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aLineIsATextAndANumberTapsWhatWasAnswered() throws InterruptedException {
    answer = webhook -> webhook.contains("list_reply")
        ? "{\"messaging_product\":\"whatsapp\",\"to\":\"16505551234\",\"type\":\"text\","
            + "\"text\":{\"body\":\"One salad\"}}"
        : MENU;
    Run run = run("Hello\n2\n", "--prompt");

    assertThat(run.code()).isZero();
    assertThat(heard.poll(1, TimeUnit.SECONDS)).contains("\"text\":{\"body\":\"Hello\"}");
    assertThat(heard.poll(1, TimeUnit.SECONDS)).contains("\"list_reply\":{\"id\":\"r2\"");
    assertThat(run.lines())
        .containsSubsequence(
            "business What will it be?",
            "         [1] Soup - hot",
            "         [2] Salad",
            "business One salad");
  }

  @Test
  void aReadMarkIsShown() {
    answer = webhook ->
        "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"wamid.x\","
            + "\"typing_indicator\":{\"type\":\"text\"}}";

    assertThat(run("Hello\n", "--prompt").lines()).contains("business has read it and is typing");
  }

  @Test
  void wordsWithAColonSendEverythingElseAndASmileIsText() {
    Run run = run(":location 52.5 13.4\n:stop\n:)\n:help\n:location here\n:react x\n", "--prompt");

    assertThat(heard).hasSize(3);
    assertThat(heard.poll()).contains("\"latitude\":52.5");
    assertThat(heard.poll()).contains("\"value\":\"stop\"");
    assertThat(heard.poll()).contains("{\"body\":\":)\"}");
    assertThat(run.lines())
        .contains("expected :location LATITUDE LONGITUDE", "there is no message to react to yet");
  }

  @Test
  void controlCharactersOfTheBusinessAreNotPrinted() {
    answer =
        webhook -> "{\"messaging_product\":\"whatsapp\",\"to\":\"16505551234\",\"type\":\"text\","
            + "\"text\":{\"body\":\"a\\u001b[2Jb\"}}";

    assertThat(run("Hello\n", "--prompt").out())
        .contains("business a?[2Jb")
        .doesNotContain("\u001b");
  }

  @Test
  void aScriptSaysWhatTheCustomerSays() throws IOException {
    Path script = Files.writeString(
        folder.resolve("script"), "customer 16505551234 says Two # soups\nnext 131056\n");
    run("", "--prompt", "--script", script.toString());

    assertThat(heard.poll()).contains("Two # soups");
  }

  @Test
  void aContainerIsCalledOnRequestOnly() {
    Object[] args = {
      "simulate",
      "--token-file",
      token,
      "--app-secret-file",
      secret,
      "--prompt",
      "--callback",
      "http://host.docker.internal:1/webhook"
    };
    Run refused = Run.withInput(new byte[0], args);
    args[5] = "--container";

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("callback must be on this machine");
    assertThat(Run.withInput(
                new byte[0],
                Stream.concat(Stream.of(args), Stream.of("--prompt")).toArray())
            .code())
        .isZero();
  }

  @Test
  void withoutACallbackThereIsNobodyToWriteTo() {
    Run run = Run.withInput(
        new byte[0], "simulate", "--token-file", token, "--app-secret-file", secret, "--prompt");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("needs --callback");
  }
}
