package io.waxseal.internal.http;

import io.waxseal.account.Account;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * The road by which files come in: one request, no redirect followed, no compression, to the public Internet only, or to
 * this machine only if a simulator stands in. Whom it may ask, its caller decides. Thread-safe.
 */
public final class DownloadRoad {
  private final OkHttpClient client;

  private DownloadRoad(OkHttpClient client) {
    this.client = client;
  }

  static DownloadRoad over(OkHttpClient client, boolean loopback) {
    OkHttpClient.Builder builder = client.newBuilder();
    if (!loopback) {
      PublicAddresses addresses = new PublicAddresses(client.dns());
      builder.dns(addresses).addNetworkInterceptor(addresses);
    }
    return new DownloadRoad(builder.build());
  }

  /**
   * Asks for a file.
   *
   * @param address where it is
   * @param bearer whose token the request carries; empty for none
   * @param within how long everything may take, to the last byte of the body
   * @return the answer, which the caller closes
   * @throws IOException if there is no connection, or none to such an address
   * @throws io.waxseal.account.SecretUnavailableException if the token cannot be had; nothing was sent
   */
  public Download open(URI address, Optional<Account> bearer, Duration within) throws IOException {
    HttpUrl url = HttpUrl.parse(address.toString());
    if (url == null) {
      // a name that DNS cannot have, for one
      throw new PublicAddresses.NotPublicException();
    }
    Request.Builder request = new Request.Builder()
        .url(url)
        .header("User-Agent", "waxseal")
        .header("Accept-Encoding", "identity");
    bearer.ifPresent(
        account -> request.header("Authorization", "Bearer " + GraphTransport.bearer(account)));
    Call call = client.newCall(request.build());
    call.timeout().timeout(Math.max(1, within.toNanos()), TimeUnit.NANOSECONDS);
    return new Download(call);
  }

  /**
   * Whether a request failed since it would have gone to an address that is not public.
   *
   * @param failure what {@link #open} threw
   * @return whether it did
   */
  public static boolean notPublic(IOException failure) {
    return failure instanceof PublicAddresses.NotPublicException;
  }

  @Override
  public String toString() {
    return "DownloadRoad";
  }
}
