package io.waxseal.internal.wire;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses that a reader's browser opens. */
public final class WebAddress {
  private static final int LONGEST = 2_000;

  private WebAddress() {}

  /**
   * Checks an address.
   *
   * @param what its name
   * @param address the address
   * @return the address
   * @throws IllegalArgumentException if it is no absolute address of {@code http} or {@code https}, or too long
   */
  public static String checked(String what, String address) {
    Limits.text(what, address, LONGEST);
    if (!isWeb(address)) {
      throw new IllegalArgumentException(
          what + " is an address that begins with http:// or https://");
    }
    return address;
  }

  /** The exception of {@link URI} would show the address. */
  private static boolean isWeb(String address) {
    try {
      URI uri = new URI(address);
      return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
          && uri.getRawAuthority() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
