package io.waxseal.internal.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Connection;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Lets a download connect to addresses of the public Internet only. The look-up of a name is checked, and again the
 * address that the connection has: a name may resolve to another address the second time. Behind a proxy of the host's it
 * is the proxy that resolves names.
 */
final class PublicAddresses implements Dns, Interceptor {
  /** First byte, second byte or -1: what IANA reserves besides what Java itself knows. */
  private static final int[][] RESERVED_V4 = {
    {0, -1}, {192, 0}, {198, 18}, {198, 19}, {198, 51}, {203, 0},
  };

  private final Dns dns;

  PublicAddresses(Dns dns) {
    this.dns = dns;
  }

  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    List<InetAddress> addresses = dns.lookup(hostname);
    for (InetAddress address : addresses) {
      if (!isPublic(address)) {
        throw new NotPublicException();
      }
    }
    return addresses;
  }

  @Override
  public Response intercept(Chain chain) throws java.io.IOException {
    Connection connection = chain.connection();
    if (connection == null) {
      throw new NotPublicException();
    }
    boolean proxied = connection.route().proxy().type() != Proxy.Type.DIRECT;
    if (!proxied && !isPublic(connection.route().socketAddress().getAddress())) {
      throw new NotPublicException();
    }
    return chain.proceed(chain.request());
  }

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? isPublicV4(bytes)
        : address instanceof Inet6Address && isPublicV6(bytes);
  }

  private static boolean isPublicV4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    for (int[] range : RESERVED_V4) {
      if (first == range[0] && (range[1] < 0 || second == range[1])) {
        return false;
      }
    }
    boolean carrier = first == 100 && second >= 64 && second < 128;
    return !carrier && first < 224;
  }

  /** 2000::/3 is all that is given out; in it 6to4, Teredo and the documentation's range lead elsewhere. */
  private static boolean isPublicV6(byte[] bytes) {
    int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
    boolean given = (first & 0xe000) == 0x2000;
    boolean tunnel = first == 0x2002 || (first == 0x2001 && (second == 0 || second == 0xdb8));
    return given && !tunnel;
  }

  /** The address is not of the public Internet. */
  static final class NotPublicException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    NotPublicException() {
      super("an address that is not of the public Internet");
    }
  }
}
