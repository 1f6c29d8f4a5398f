package io.waxseal.quickstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.waxseal.Reply;
import io.waxseal.WhatsApp;
import io.waxseal.simulator.SignedWebhook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The host's web server: three lines take a webhook in, as they would in any framework. */
final class WebServer implements AutoCloseable {
  private static final String PATH = "/webhook";
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CompletableFuture<WhatsApp> whatsapp = new CompletableFuture<>();
  private final HttpClient client = HttpClient.newHttpClient();

  WebServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(PATH, this::handle);
    server.setExecutor(threads);
    server.start();
  }

  URI callback() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + PATH);
  }

  void serve(WhatsApp host) {
    whatsapp.complete(host);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Reply reply = whatsapp.join().receive(body, exchange.getRequestHeaders()::getFirst);
      exchange.getResponseHeaders().set("Content-Type", reply.contentType());
      exchange.sendResponseHeaders(reply.status(), reply.body().length);
      exchange.getResponseBody().write(reply.body());
    }
  }

  /** Delivers a webhook whose body was changed on the way; returns the HTTP status of the answer. */
  int deliver(byte[] body, SignedWebhook signedBy) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(callback())
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("X-Hub-Signature-256", signedBy.signature())
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
