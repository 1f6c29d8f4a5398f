package io.waxseal.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A client that can be made to send anything. */
record Caller(Simulator simulator) {
  static final String TOKEN = "dummy_access_token";
  static final String SECRET = "test_app_secret";
  static final String PROOF = "984c98d11741cc9e2084a4cf8e5e9ae300ad3976c466bd311eed39599ce7345d";
  static final String MESSAGES = "/v25.0/106540352242922/messages";
  static final String TEXT = """
      {"messaging_product":"whatsapp","to":"+1 (650) 555-1234","type":"text","text":{"body":"Hi"}}""";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  static Simulator.Builder builder() {
    return Simulator.builder().accessToken(TOKEN).appSecret(SECRET);
  }

  Reply send(String body) {
    return send(body.getBytes(StandardCharsets.UTF_8));
  }

  Reply send(byte[] body) {
    return call(post(MESSAGES + "?appsecret_proof=" + PROOF, body).build());
  }

  CompletableFuture<HttpResponse<byte[]>> sendLater(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return HTTP.sendAsync(
        post(MESSAGES + "?appsecret_proof=" + PROOF, bytes).build(), BodyHandlers.ofByteArray());
  }

  HttpRequest.Builder post(String pathAndQuery, byte[] body) {
    return HttpRequest.newBuilder(URI.create(simulator.endpoint() + pathAndQuery))
        .header("Authorization", "Bearer " + TOKEN)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(body));
  }

  Reply call(HttpRequest request) {
    try {
      return new Reply(HTTP.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  record Reply(HttpResponse<byte[]> http) {
    int status() {
      return http.statusCode();
    }

    byte[] body() {
      return http.body();
    }

    Object at(String path) {
      return Shape.value(body(), path);
    }

    int code() {
      return ((Number) at("error.code")).intValue();
    }

    String details() {
      return String.valueOf(at("error.error_data.details"));
    }

    Map<String, String> shape() {
      return Shape.of(body());
    }
  }
}
