package io.waxseal.internal.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Response;

/** An answer whose body is still on its way. Whoever gets it closes it. */
public final class Download implements Closeable {
  private final Call call;
  private final Response response;

  Download(Call call) throws IOException {
    this.call = call;
    response = call.execute();
  }

  /** {@return the HTTP status} */
  public int status() {
    return response.code();
  }

  /**
   * A header.
   *
   * @param name its name
   * @return its value; empty if there is none
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(response.header(name));
  }

  /** {@return the length of the body, or -1 if the server does not say} */
  public long length() {
    return response.body().contentLength();
  }

  /** {@return the body; it ends with an {@link IOException} when the time is over} */
  public InputStream body() {
    return response.body().byteStream();
  }

  /** Ends it where it is: what was not read stays unread. */
  @Override
  public void close() {
    // a response that is only closed reads on for a while, so that the connection can be used again
    call.cancel();
    response.close();
  }

  @Override
  public String toString() {
    return "Download[" + status() + "]";
  }
}
