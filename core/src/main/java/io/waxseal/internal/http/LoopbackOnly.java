package io.waxseal.internal.http;

import java.io.IOException;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Lets a request that is meant for a stand-in of Meta's go nowhere but to this machine, whatever its name resolves to. */
final class LoopbackOnly implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Connection connection = chain.connection();
    if (connection == null
        || !connection.route().socketAddress().getAddress().isLoopbackAddress()) {
      throw new IOException("a simulator stands on this machine");
    }
    return chain.proceed(chain.request());
  }
}
