package io.waxseal.internal.http;

import okhttp3.Authenticator;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;

/**
 * A host's HTTP client that may carry messages. A host may bring pool, proxy, TLS and DNS; what sees or repeats requests
 * is refused.
 *
 * @param client the client; stays the host's to close
 */
public record HostHttp(OkHttpClient client) {
  /**
   * Checks the client.
   *
   * @param client the client; stays the host's to close
   * @throws IllegalArgumentException if it has interceptors, an authenticator, cookies or a cache
   */
  public HostHttp {
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
  }

  private static void refuseIf(boolean present, String what, String why) {
    if (present) {
      throw new IllegalArgumentException("the OkHttpClient has " + what + ": " + why
          + "; pass one with pool, proxy, TLS and DNS settings only");
    }
  }

  @Override
  public String toString() {
    return "HostHttp";
  }
}
