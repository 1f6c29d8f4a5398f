package io.waxseal.send;

import java.net.Proxy;
import java.time.Duration;
import okhttp3.Authenticator;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;

/** Makes of a client one that carries a message exactly once and shows its token to nobody on the way. */
final class HttpClients {
  private static final Duration CALL = Duration.ofSeconds(30);

  private HttpClients() {}

  static OkHttpClient standard() {
    return new OkHttpClient.Builder()
        .connectTimeout(Duration.ofSeconds(4))
        .callTimeout(CALL)
        .build();
  }

  /** A host may bring pool, proxy, TLS and DNS; what sees or repeats requests is refused. */
  static OkHttpClient checked(OkHttpClient client) {
    refuseIf(
        !client.interceptors().isEmpty(),
        "interceptors",
        "they would see the token and the message");
    refuseIf(
        !client.networkInterceptors().isEmpty(),
        "network interceptors",
        "they would see the token and the message");
    refuseIf(
        client.authenticator() != Authenticator.NONE,
        "an authenticator",
        "it would repeat the message");
    refuseIf(client.cookieJar() != CookieJar.NO_COOKIES, "cookies", "the Graph API has none");
    refuseIf(client.cache() != null, "a cache", "answers hold personal data");
    return client;
  }

  private static void refuseIf(boolean present, String what, String why) {
    if (present) {
      throw new IllegalArgumentException("the OkHttpClient has " + what + ": " + why
          + "; pass one with pool, proxy, TLS and DNS settings only");
    }
  }

  static OkHttpClient derive(
      OkHttpClient client, PassageInterceptor passage, GraphEndpoint endpoint) {
    OkHttpClient.Builder builder = client
        .newBuilder()
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .addNetworkInterceptor(passage);
    if (client.callTimeoutMillis() == 0) {
      builder.callTimeout(CALL);
    }
    if (endpoint.loopback()) {
      builder.proxy(Proxy.NO_PROXY);
    }
    return builder.build();
  }
}
