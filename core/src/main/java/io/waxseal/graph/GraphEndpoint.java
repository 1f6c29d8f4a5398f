package io.waxseal.graph;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where the Graph API is. The bearer token travels to no other host: Meta's over https, or this machine itself, where a
 * simulator may stand in. Immutable.
 */
public final class GraphEndpoint {
  private static final Pattern VERSION = Pattern.compile("v\\d{1,3}\\.\\d");

  /** Meta's Graph API at {@code https://graph.facebook.com}, version 25.0. */
  public static final GraphEndpoint META =
      new GraphEndpoint("https://graph.facebook.com", "v25.0", false);

  private static final int MOST_PORT = 65_535;
  private static final String LOCALHOST = "localhost";

  private final String base;
  private final String version;
  private final boolean loopback;

  private GraphEndpoint(String base, String version, boolean loopback) {
    this.base = base;
    this.version = version;
    this.loopback = loopback;
  }

  /**
   * A stand-in for Meta on this machine.
   *
   * @param uri {@code http://localhost:<port>} or the same with a loopback address
   * @return the endpoint
   * @throws IllegalArgumentException if it names another machine
   */
  public static GraphEndpoint simulator(URI uri) {
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    boolean local = host.equals(LOCALHOST) || host.equals("127.0.0.1") || host.equals("[::1]");
    if (!local
        || !"http".equals(uri.getScheme())
        || uri.getUserInfo() != null
        || uri.getPort() > MOST_PORT) {
      throw new IllegalArgumentException(
          "a simulator is reached at http://localhost:<port>; real sends go to Meta only");
    }
    int port = uri.getPort() < 0 ? 80 : uri.getPort();
    return new GraphEndpoint("http://" + host + ":" + port, META.version, true);
  }

  /**
   * The endpoint at another version of the Graph API.
   *
   * @param graphVersion such as {@code v26.0}
   * @return a copy
   * @throws IllegalArgumentException if it has another shape
   */
  public GraphEndpoint version(String graphVersion) {
    if (!VERSION.matcher(graphVersion).matches()) {
      throw new IllegalArgumentException("a version of the Graph API reads like v25.0");
    }
    return new GraphEndpoint(base, graphVersion, loopback);
  }

  /** {@return the address with the version, without a slash at its end} */
  public URI uri() {
    return URI.create(base + "/" + version);
  }

  /** {@return whether only a connection to this machine itself may be used} */
  public boolean loopback() {
    return loopback;
  }

  @Override
  public String toString() {
    return "GraphEndpoint[" + base + "/" + version + "]";
  }
}
