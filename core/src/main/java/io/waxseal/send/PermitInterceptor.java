package io.waxseal.send;

import java.io.IOException;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * The fence's place on the wire: OkHttp calls a network interceptor with the connection open and the request unwritten.
 * In a request body it would be too late, since HTTP/2 has sent the request line and the token by then.
 */
final class PermitInterceptor implements Interceptor {
  private final boolean loopbackOnly;

  PermitInterceptor(boolean loopbackOnly) {
    this.loopbackOnly = loopbackOnly;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Permit permit = chain.request().tag(Permit.class);
    if (permit == null) {
      throw new IOException("a message needs a permit");
    }
    Connection connection = chain.connection();
    if (loopbackOnly
        && (connection == null
            || !connection.route().socketAddress().getAddress().isLoopbackAddress())) {
      throw new IOException("a simulator stands on this machine");
    }
    permit.burn();
    return chain.proceed(chain.request());
  }
}
