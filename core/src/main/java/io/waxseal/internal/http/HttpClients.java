package io.waxseal.internal.http;

import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** Makes of a client one that carries a request exactly once and shows its token to nobody on the way. */
final class HttpClients {
  private static final Duration CALL = Duration.ofSeconds(30);

  /** What fences mark as on its way grows stale after two minutes, so no call may last so long. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

  private HttpClients() {}

  static OkHttpClient standard() {
    return new OkHttpClient.Builder()
        .connectTimeout(Duration.ofSeconds(4))
        .readTimeout(CALL)
        .callTimeout(CALL)
        .build();
  }

  /** The interceptors stand at the wire in this order, behind that which lets nothing leave this machine. */
  static OkHttpClient derive(OkHttpClient client, boolean loopback, List<Interceptor> atTheWire) {
    OkHttpClient.Builder builder = client
        .newBuilder()
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .eventListener(EventListener.NONE)
        .addNetworkInterceptor(new FinalAnswers());
    if (loopback) {
      builder.addNetworkInterceptor(new LoopbackOnly());
    }
    atTheWire.forEach(builder::addNetworkInterceptor);
    if (client.callTimeoutMillis() == 0) {
      builder.callTimeout(CALL);
    } else if (client.callTimeoutMillis() > LONGEST_CALL.toMillis()) {
      builder.callTimeout(LONGEST_CALL);
    }
    if (loopback) {
      builder.proxy(Proxy.NO_PROXY);
    }
    return builder.build();
  }
}
