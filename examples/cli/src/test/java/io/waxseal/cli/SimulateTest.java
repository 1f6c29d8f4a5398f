package io.waxseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
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
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateTest {
  private static final String TOKEN = "planted-token";
  private static final String SECRET = "planted-secret";
  private static final String TEXT = "{\"messaging_product\":\"whatsapp\",\"to\":\"4915770001122\","
      + "\"type\":\"text\",\"text\":{\"body\":\"planted words\"}}";

  @TempDir
  private Path folder;

  private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();
  private final StringWriter errors = new StringWriter();
  private final List<String> all = new ArrayList<>();
  private FutureTask<Integer> run;
  private Thread thread;
  private Path token;
  private Path secret;

  @BeforeEach
  void write() throws IOException {
    token = Files.writeString(folder.resolve("token"), TOKEN);
    secret = Files.writeString(folder.resolve("secret"), SECRET);
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (thread != null) {
      thread.interrupt();
      thread.join();
    }
  }

  @Test
  void anAcceptedMessageIsOneLineWithoutNumberOrText() throws Exception {
    URI endpoint = start();
    assertThat(send(endpoint, TEXT)).isEqualTo(200);
    assertThat(next()).contains("accepted text, " + TEXT.length() + " bytes");
    assertThat(String.join("\n", all)).doesNotContain("planted", "4915770001122", "wamid");
  }

  @Test
  void aRefusedMessageIsNotPrinted() throws Exception {
    URI endpoint = start();
    assertThat(send(endpoint, "{}")).isEqualTo(400);
    assertThat(send(endpoint, TEXT)).isEqualTo(200);
    assertThat(next()).contains("accepted text");
  }

  @Test
  void statusesFollowToTheCallback() throws Exception {
    BlockingQueue<String> delivered = new LinkedBlockingQueue<>();
    HttpServer callback = callback(delivered);
    try {
      send(start("--callback", "http://localhost:" + callback.getAddress().getPort()), TEXT);
      assertThat(next()).contains("accepted text");
      for (int i = 0; i < 3; i++) {
        assertThat(next()).matches("  webhook of [0-9]+ bytes: answered 200");
      }
      assertThat(delivered).hasSize(3).first().asString().contains("\"status\":\"sent\"");
    } finally {
      callback.stop(0);
    }
  }

  @Test
  void aCallbackThatDoesNotAnswerIsSaidAndEndsNothing() throws Exception {
    URI endpoint = start("--callback", "http://localhost:" + freePort());
    send(endpoint, TEXT);
    next();
    assertThat(next()).endsWith(" bytes: the callback did not answer");
    assertThat(send(endpoint, TEXT)).isEqualTo(200);
  }

  @Test
  void aFailureStrikesTheFirstSend() throws Exception {
    URI endpoint = start("--fail-next", "131000,unavailable");
    assertThat(send(endpoint, TEXT)).isEqualTo(500);
    assertThat(send(endpoint, TEXT)).isEqualTo(503);
    assertThat(send(endpoint, TEXT)).isEqualTo(200);
  }

  @Test
  void aScriptIsPlayed() throws Exception {
    Path script = Files.writeString(folder.resolve("script"), """
        # what goes wrong
        next 2 131056
        customer +4915770001122 next page:502   # once
        template spring_offer always 132015
        """);
    URI endpoint = start("--script", script.toString());
    assertThat(send(endpoint, TEXT)).isEqualTo(502);
    assertThat(send(endpoint, TEXT)).isEqualTo(400);
    assertThat(send(endpoint, TEXT)).isEqualTo(400);
    assertThat(send(endpoint, TEXT)).isEqualTo(200);
  }

  @Test
  void aScriptThatCannotBeReadIsNamedByItsLine() throws IOException {
    Path script = Files.writeString(folder.resolve("script"), "next 131056\nnumber 7 sometimes 1");
    assertWrong("script line 2: expected", "--script", script.toString());
    Files.writeString(script, "always 999999");
    assertWrong("script line 1: '999999' is no failure", "--script", script.toString());
    Files.writeString(script, "number 7 always 131056");
    assertWrong("no business number has this id", "--script", script.toString());
    assertWrong("the script", "--script", folder.resolve("none").toString());
  }

  @Test
  void requestsArePrintedWithoutNumberOrText() throws Exception {
    URI endpoint = start("--requests", "--throughput", "1");
    assertThat(send(endpoint, "{}")).isEqualTo(400);
    assertThat(next()).matches(".* request POST, 2 bytes: answered 400");
    assertThat(send(endpoint, TEXT)).isEqualTo(200);
    next();
    assertThat(String.join("\n", all)).doesNotContain("planted", "4915770001122", "wamid");
  }

  @Test
  void turbulenceIsDoneToTheWebhooks() throws Exception {
    HttpServer callback = callback(new LinkedBlockingQueue<>());
    try {
      String address = "http://localhost:" + callback.getAddress().getPort();
      send(start("--callback", address, "--duplicate", "1", "--batch", "9", "--reorder"), TEXT);
      assertThat(next()).contains("accepted text");
      assertThat(next()).matches("  webhook of [0-9]+ bytes: answered 200");
    } finally {
      callback.stop(0);
    }
  }

  @Test
  void droppedWebhooksAreSaid() throws Exception {
    send(start("--callback", "http://localhost:" + freePort(), "--drop", "1"), TEXT);
    next();
    for (int i = 0; i < 3; i++) {
      assertThat(next()).endsWith(" bytes: dropped");
    }
  }

  @Test
  void withAVerifyTokenTheCallbackMustPassTheHandshake() throws Exception {
    Path verify = Files.writeString(folder.resolve("verify"), "handshake-word-51");
    HttpServer callback = callback(new LinkedBlockingQueue<>());
    try {
      String address = "http://localhost:" + callback.getAddress().getPort();
      send(start("--callback", address, "--verify-token-file", verify.toString()), TEXT);
      next();
      assertThat(next()).contains("did not pass the handshake");
    } finally {
      callback.stop(0);
    }
  }

  @Test
  void anInterruptEndsItCleanly() throws Exception {
    start();
    thread.interrupt();
    assertThat(run.get(10, TimeUnit.SECONDS)).isZero();
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void whatCannotBeStartedIsOneLineOnStandardError() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertWrong("cannot listen", "--port", "" + taken.getLocalPort());
    }
    assertWrong("port must be", "--port", "70000");
    assertWrong("callback must be", "--callback", "ftp://example.com");
    assertWrong("--fail-next", "--fail-next", "NONSENSE");
    assertWrong("out of range", "--drop", "1.5");
    assertWrong("--delay", "--delay", "soon");
    Files.writeString(token, TOKEN + " ");
    assertWrong("ends with white space");
    Files.delete(token);
    assertWrong("cannot be read");
  }

  private static HttpServer callback(BlockingQueue<String> delivered) throws IOException {
    HttpServer callback =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    callback.createContext("/", exchange -> {
      try (exchange;
          InputStream body = exchange.getRequestBody()) {
        delivered.add(new String(body.readAllBytes(), UTF_8));
        exchange.sendResponseHeaders(200, -1);
      }
    });
    callback.start();
    return callback;
  }

  private void assertWrong(String reason, String... options) {
    Run run = Run.of(args(options));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1).first().asString().contains(reason);
  }

  private URI start(String... options) throws InterruptedException {
    run = new FutureTask<>(
        () -> Waxseal.commandLine(new Bodies(InputStream.nullInputStream()), Progress.none())
            .setOut(new PrintWriter(new Lines(), true))
            .setErr(new PrintWriter(errors))
            .execute(Stream.of(args(options)).map(String::valueOf).toArray(String[]::new)));
    thread = new Thread(run);
    thread.start();
    String line = next();
    assertThat(line).startsWith("listening on http://localhost:");
    return URI.create(line.substring("listening on ".length()));
  }

  private Object[] args(String... options) {
    return Stream.concat(
            Stream.of("simulate", "--token-file", token, "--app-secret-file", secret),
            Stream.of(options))
        .toArray();
  }

  private String next() throws InterruptedException {
    String line = printed.poll(30, TimeUnit.SECONDS);
    assertThat(line).isNotNull();
    all.add(line);
    return line;
  }

  private static int send(URI endpoint, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
    String proof = HexFormat.of().formatHex(mac.doFinal(TOKEN.getBytes(UTF_8)));
    HttpRequest request = HttpRequest.newBuilder(
            endpoint.resolve("/v25.0/106540352242922/messages?appsecret_proof=" + proof))
        .header("Authorization", "Bearer " + TOKEN)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Takes what is printed apart into lines. */
  private final class Lines extends Writer {
    private final StringBuilder line = new StringBuilder();

    @Override
    public void write(char[] chars, int offset, int length) {
      for (char c : String.valueOf(chars, offset, length).toCharArray()) {
        if (c == '\n') {
          printed.add(line.toString());
          line.setLength(0);
        } else {
          line.append(c);
        }
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
