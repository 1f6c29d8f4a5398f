package io.waxseal.internal.http;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Ends a connection whose answer has a head that no answer has: a status below 200, such as a switch to another protocol,
 * or a length below zero, at which the client itself would throw something undocumented.
 */
final class FinalAnswers implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.code() < 200 || response.body().contentLength() < -1) {
      chain.call().cancel();
      throw new ProtocolException("an answer whose head is none");
    }
    return response;
  }
}
