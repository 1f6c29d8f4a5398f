package io.waxseal.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.Account;
import io.waxseal.account.Secret;
import io.waxseal.account.SecretAccess;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.Secrets;
import io.waxseal.internal.crypto.Digests;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * The one road to the Graph API: for messages, media and everything that a business manages. It adds token and proof,
 * follows no redirect, repeats nothing, and reads no more than a bound. Thread-safe.
 */
public final class GraphTransport implements AutoCloseable {
  private static final long LONGEST_ANSWER = 1_048_576;

  private final OkHttpClient client;
  private final HttpUrl base;
  private final boolean loopback;
  private final boolean ownsClient;

  private GraphTransport(OkHttpClient client, HttpUrl base, boolean loopback, boolean ownsClient) {
    this.client = client;
    this.base = base;
    this.loopback = loopback;
    this.ownsClient = ownsClient;
  }

  /**
   * The road to one endpoint.
   *
   * @param http the host's client; null for one of our own
   * @param base the address with the version, without a slash at its end
   * @param loopback whether only a connection to this machine itself may be used
   * @return the transport
   */
  public static GraphTransport to(@Nullable HostHttp http, URI base, boolean loopback) {
    OkHttpClient client = http == null ? HttpClients.standard() : http.client();
    return new GraphTransport(
        HttpClients.derive(client, loopback, List.of()),
        HttpUrl.get(base.toString()),
        loopback,
        http == null);
  }

  /**
   * The same road with something that stands at the wire: called with the connection open and the request unwritten.
   *
   * @param atTheWire what stands there
   * @return a transport over the same connections, closed with this one
   */
  public GraphTransport fenced(Interceptor atTheWire) {
    return new GraphTransport(
        client.newBuilder().addNetworkInterceptor(atTheWire).build(), base, loopback, false);
  }

  /**
   * The same road for calls that carry files and take longer.
   *
   * @param total how long a call may take
   * @return a transport over the same connections, closed with this one
   */
  public GraphTransport patient(Duration total) {
    return new GraphTransport(
        client.newBuilder().callTimeout(total).build(), base, loopback, false);
  }

  /** {@return the road by which files come in, over the same pool, closed with this one} */
  public DownloadRoad downloads() {
    return DownloadRoad.over(client, loopback);
  }

  /**
   * Sends one request and reads the answer.
   *
   * @param call the request
   * @return the answer, of at most 1 MiB
   * @throws IOException if there is no connection, it breaks, or the answer is longer
   * @throws SecretUnavailableException if the token or the app secret cannot be had; nothing was sent
   */
  public GraphAnswer exchange(GraphCall call) throws IOException {
    Call once = client.newCall(request(call));
    try (Response response = once.execute()) {
      return new GraphAnswer(response.code(), body(once, response), response.headers());
    }
  }

  private Request request(GraphCall call) {
    // read once: a token that rotates in between would not fit its proof
    String token = bearer(call.account());
    HttpUrl.Builder url = base.newBuilder().addPathSegments(call.path());
    call.query().forEach(url::addQueryParameter);
    proof(call.account(), token, url);
    Request.Builder request = new Request.Builder()
        .url(url.build())
        .header("Authorization", "Bearer " + token)
        .header("User-Agent", "waxseal")
        .method(call.method(), call.body().orElse(null));
    call.tag().ifPresent(tag -> request.tag(Object.class, tag));
    return request.build();
  }

  static String bearer(Account account) {
    return token(account).text(SecretAccess.granted());
  }

  private static Secret token(Account account) {
    return Secrets.credential(
        "the access token" + of(account),
        account
            .accessToken()
            .orElseThrow(() -> new SecretUnavailableException(
                "the account has no access token; set accessToken")));
  }

  private static String of(Account account) {
    return " of account " + account.phoneNumberId().value();
  }

  /** Proves that the token is used by the app it belongs to, if the app secret is known. */
  private static void proof(Account account, String token, HttpUrl.Builder url) {
    if (account.appSecrets().isEmpty()) {
      return;
    }
    Secret secret =
        Secrets.credential("app secret 1" + of(account), account.appSecrets().get(0));
    byte[] proof = Digests.hmacSha256(secret, token.getBytes(UTF_8));
    url.addQueryParameter("appsecret_proof", HexFormat.of().formatHex(proof));
  }

  private static byte[] body(Call call, Response response) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(LONGEST_ANSWER + 1)) {
      // closing alone reads on for a while, so that the connection can be used again
      call.cancel();
      throw new IOException("the answer is longer than any of Meta's");
    }
    return source.readByteArray();
  }

  @Override
  public void close() {
    if (ownsClient) {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  @Override
  public String toString() {
    return "GraphTransport";
  }
}
