package io.waxseal.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.Account;
import io.waxseal.account.Secret;
import io.waxseal.account.SecretAccess;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.Secrets;
import io.waxseal.internal.crypto.Digests;
import java.io.IOException;
import java.util.HexFormat;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/** Carries what a permit holds to Meta once, and says what came back. Knows nothing of rules; the permit decides at the wire. */
final class MessageTransport implements AutoCloseable {
  private static final long LONGEST_ANSWER = 1_048_576;

  private final OkHttpClient client;
  private final GraphEndpoint endpoint;
  private final boolean ownsClient;

  MessageTransport(OkHttpClient client, GraphEndpoint endpoint, boolean ownsClient) {
    this.client = HttpClients.derive(client, new PermitInterceptor(endpoint.loopback()), endpoint);
    this.endpoint = endpoint;
    this.ownsClient = ownsClient;
  }

  /**
   * Sends.
   *
   * @throws SecretUnavailableException if the token or the app secret cannot be had; nothing was sent
   */
  SendResult send(Permit permit) {
    Account account = permit.account();
    // read once: a token that rotates in between would not fit its proof
    String token = token(account).text(SecretAccess.granted());
    Request request = new Request.Builder()
        .url(url(account, token))
        .header("Authorization", "Bearer " + token)
        .header("User-Agent", "waxseal")
        .post(new OneShotBody(permit.body()))
        .tag(Permit.class, permit)
        .build();
    try (Response response = client.newCall(request).execute()) {
      byte[] answer = body(response);
      permit.spelled(Answer.spelling(answer));
      return Answer.read(response.code(), answer, permit.transmission());
    } catch (IOException e) {
      return lost(permit);
    }
  }

  private static SendResult lost(Permit permit) {
    if (permit.granted()) {
      return Answer.undetermined(permit.transmission());
    }
    return permit.refusal().<SendResult>map(refused -> refused).orElseGet(Answer::noConnection);
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
  private HttpUrl url(Account account, String token) {
    HttpUrl url = endpoint.messages(account.phoneNumberId());
    if (account.appSecrets().isEmpty()) {
      return url;
    }
    Secret secret =
        Secrets.credential("app secret 1" + of(account), account.appSecrets().get(0));
    byte[] proof = Digests.hmacSha256(secret, token.getBytes(UTF_8));
    return url.newBuilder()
        .addQueryParameter("appsecret_proof", HexFormat.of().formatHex(proof))
        .build();
  }

  private static byte[] body(Response response) throws IOException {
    ResponseBody body = response.body();
    BufferedSource source = body.source();
    if (source.request(LONGEST_ANSWER + 1)) {
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
}
