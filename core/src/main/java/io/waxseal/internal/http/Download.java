package io.waxseal.internal.http;

import java.io.Closeable;
import java.io.InputStream;
import java.util.Optional;
import okhttp3.Response;

/** An answer whose body is still on its way. Whoever gets it closes it. */
public final class Download implements Closeable {
  private final Response response;

  Download(Response response) {
    this.response = response;
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

  /** {@return the body; it ends with an {@link java.io.IOException} when the time is over} */
  public InputStream body() {
    return response.body().byteStream();
  }

  @Override
  public void close() {
    response.close();
  }

  @Override
  public String toString() {
    return "Download[" + status() + "]";
  }
}
