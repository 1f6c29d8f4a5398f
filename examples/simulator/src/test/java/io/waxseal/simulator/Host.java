package io.waxseal.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

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

/** A host's webhook endpoint over real HTTP, which answers as the test wants. */
final class Host implements AutoCloseable {
  final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
  final List<String> signatures = Collections.synchronizedList(new ArrayList<>());
  final List<String> handshakes = Collections.synchronizedList(new ArrayList<>());
  volatile int status = 200;
  volatile boolean passesHandshake = true;
  private final HttpServer server;

  Host() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/hook");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] answer = new byte[0];
      if (exchange.getRequestMethod().equals("GET")) {
        String query = exchange.getRequestURI().getQuery();
        handshakes.add(query.replaceAll(".*hub\\.verify_token=([^&]*).*", "$1"));
        answer = passesHandshake
            ? query.replaceAll(".*hub\\.challenge=([0-9]+).*", "$1").getBytes(UTF_8)
            : answer;
        exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
      } else {
        signatures.add(exchange.getRequestHeaders().getFirst("X-Hub-Signature-256"));
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        exchange.sendResponseHeaders(status, -1);
      }
      if (answer.length > 0) {
        exchange.getResponseBody().write(answer);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
