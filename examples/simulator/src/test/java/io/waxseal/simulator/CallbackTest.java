package io.waxseal.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallbackTest {
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private Function<HttpExchange, String> answer = exchange -> "";
  private int status = 200;
  private HttpServer host;
  private Simulator simulator;

  @BeforeEach
  void start() throws IOException {
    host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    host.createContext("/hook", this::handle);
    host.start();
    URI callback = URI.create("http://localhost:" + host.getAddress().getPort() + "/hook?tenant=a");
    simulator = Caller.builder().callback(callback).start();
  }

  @AfterEach
  void close() {
    simulator.close();
    host.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      seen.add(exchange.getRequestMethod());
      seen.add(exchange.getRequestURI().getQuery());
      seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")));
      seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Hub-Signature-256")));
      seen.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      byte[] body = answer.apply(exchange).getBytes(UTF_8);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Test
  void aWebhookIsDeliveredAsSigned() {
    SignedWebhook webhook = simulator.customerWrites("16505551234", "Zoë", "Hi");

    assertThat(simulator.deliver(webhook)).isEqualTo(200);
    assertThat(seen)
        .containsExactly(
            "POST",
            "tenant=a",
            "application/json",
            webhook.signature(),
            new String(webhook.body(), UTF_8));
  }

  @Test
  void theStatusOfTheHostIsReturned() {
    status = 401;

    assertThat(simulator.deliver(simulator.preference("16505551234", "stop"))).isEqualTo(401);
  }

  @Test
  void aRedirectIsNotFollowed() {
    status = 307;
    answer = exchange -> {
      exchange.getResponseHeaders().set("Location", "/hook");
      return "";
    };

    assertThat(simulator.deliver(simulator.preference("16505551234", "stop"))).isEqualTo(307);
    assertThat(seen).hasSize(5);
  }

  @Test
  void theHandshakeSucceedsWhenTheChallengeComesBack() {
    answer = CallbackTest::challenge;

    assertThat(simulator.verifyCallback("meaty ham&hock")).isTrue();
    assertThat(seen.get(0)).isEqualTo("GET");
    assertThat(seen.get(1))
        .matches(
            "tenant=a&hub\\.mode=subscribe&hub\\.challenge=[0-9]{10}&hub\\.verify_token=meaty.*");
  }

  @Test
  void theHandshakeFailsOnAnythingElse() {
    answer = exchange -> challenge(exchange) + "\n";
    assertThat(simulator.verifyCallback("t")).isFalse();

    status = 403;
    answer = CallbackTest::challenge;
    assertThat(simulator.verifyCallback("t")).isFalse();
  }

  @Test
  void everyHandshakeHasItsOwnChallenge() {
    simulator.verifyCallback("t");
    simulator.verifyCallback("t");

    assertThat(seen.get(1)).isNotEqualTo(seen.get(6));
  }

  @Test
  void anUnreachableHostIsAnIoProblem() {
    host.stop(0);
    SignedWebhook webhook = simulator.preference("16505551234", "stop");

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> simulator.deliver(webhook));
  }

  @Test
  void anInterruptIsKept() {
    SignedWebhook webhook = simulator.preference("16505551234", "stop");
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> simulator.deliver(webhook));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void withoutACallbackThereIsNothingToDeliverTo() {
    try (Simulator silent = Caller.builder().start()) {
      assertThatIllegalStateException().isThrownBy(() -> silent.verifyCallback("t"));
    }
  }

  @Test
  void aClosedSimulatorDeliversNothing() {
    SignedWebhook webhook = simulator.preference("16505551234", "stop");
    simulator.close();

    assertThatIllegalStateException().isThrownBy(() -> simulator.deliver(webhook));
    assertThat(seen).isEmpty();
  }

  private static String challenge(HttpExchange exchange) {
    return exchange.getRequestURI().getQuery().replaceAll(".*hub\\.challenge=([0-9]+).*", "$1");
  }
}
