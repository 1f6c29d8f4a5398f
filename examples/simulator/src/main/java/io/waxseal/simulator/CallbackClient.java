package io.waxseal.simulator;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Meta's side of the callback: the handshake and the delivery of webhooks. Redirects are not followed. */
final class CallbackClient {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  private final Duration limit;
  private final HttpClient http;

  CallbackClient(Duration limit, Executor executor) {
    this.limit = limit;
    this.http = HttpClient.newBuilder()
        .executor(executor)
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT_LIMIT)
        .build();
  }

  int deliver(URI callback, SignedWebhook webhook) {
    HttpRequest request = HttpRequest.newBuilder(callback)
        .header("Content-Type", "application/json")
        .header("X-Hub-Signature-256", webhook.signature())
        .POST(HttpRequest.BodyPublishers.ofByteArray(webhook.body()))
        .build();
    return exchange(request, BodyHandlers.discarding()).statusCode();
  }

  boolean verify(URI callback, String verifyToken, String challenge) {
    String query = "hub.mode=subscribe&hub.challenge="
        + challenge
        + "&hub.verify_token="
        + URLEncoder.encode(verifyToken, StandardCharsets.UTF_8);
    String separator = callback.getRawQuery() == null ? "?" : "&";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(callback + separator + query)).build();
    HttpResponse<String> response = exchange(request, BodyHandlers.ofString());
    return response.statusCode() == 200 && response.body().equals(challenge);
  }

  /** The time-out of a request ends with the response's head, so the body is bounded here. */
  private <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler) {
    CompletableFuture<HttpResponse<T>> response = http.sendAsync(request, handler);
    try {
      return response.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw new UncheckedIOException(
          "the callback could not be reached",
          cause instanceof IOException io ? io : new IOException(cause));
    } catch (TimeoutException e) {
      throw new UncheckedIOException(
          new HttpTimeoutException("the callback did not answer within " + limit));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("interrupted at the callback"));
    } finally {
      response.cancel(true);
    }
  }
}
