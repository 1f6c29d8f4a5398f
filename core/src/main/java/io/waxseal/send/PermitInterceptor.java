package io.waxseal.send;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * The fence's place on the wire: OkHttp calls a network interceptor with the connection open and the request unwritten.
 * In a request body it would be too late, since HTTP/2 has sent the request line and the token by then.
 */
final class PermitInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    if (!(chain.request().tag(Object.class) instanceof Permit permit)) {
      throw new IOException("a message needs a permit");
    }
    permit.burn();
    return chain.proceed(chain.request());
  }
}
