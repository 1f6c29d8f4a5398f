package io.waxseal.restaurant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.waxseal.Reply;
import io.waxseal.WhatsApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Where Meta's webhooks arrive. Any framework does the same with the same three lines. */
final class WebServer implements AutoCloseable {
  private final HttpServer server;
  private final CompletableFuture<WhatsApp> whatsapp = new CompletableFuture<>();

  WebServer(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/webhook", this::handle);
    server.start();
  }

  void serve(WhatsApp host) {
    whatsapp.complete(host);
  }

  URI callback() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/webhook");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Reply reply = whatsapp.join().receive(body, exchange.getRequestHeaders()::getFirst);
      exchange.sendResponseHeaders(reply.status(), reply.body().length);
      exchange.getResponseBody().write(reply.body());
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
