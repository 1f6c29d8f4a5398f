package io.waxseal.benchmarks;

import java.io.IOException;
import java.net.Proxy;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp as a host would use it by hand, posting the very bytes that Waxseal has sent. */
final class BareOkHttp {
  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient client;
  private final String url;
  private final byte[] body;

  BareOkHttp(OkHttpClient host) {
    client = host.newBuilder().proxy(Proxy.NO_PROXY).build();
    String head = CannedGraph.LastRequest.head();
    body = CannedGraph.LastRequest.body();
    url = "http://" + between(head, "Host: ", "\r\n") + between(head, "POST ", " HTTP/1.1");
  }

  private static String between(String head, String start, String end) {
    int from = head.indexOf(start) + start.length();
    return head.substring(from, head.indexOf(end, from));
  }

  int bodyLength() {
    return body.length;
  }

  byte[] post() throws IOException {
    Request request = new Request.Builder()
        .url(url)
        .header("Authorization", "Bearer " + Fixture.TOKEN)
        .header("User-Agent", "waxseal")
        .post(RequestBody.create(body, JSON))
        .build();
    try (Response response = client.newCall(request).execute()) {
      Fixture.require(response.code() == 200, "the answer is not 200");
      return response.body().bytes();
    }
  }
}
