package io.waxseal.graph.media;

import io.waxseal.graph.GraphEndpoint;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The two lists: which addresses may see the token, and which may be followed without it. By https and its own port only,
 * except where a simulator stands in: then it is the simulator alone. Source: Meta, Cloud API, media.
 */
final class MediaHosts {
  private static final String LOOKASIDE = "lookaside.fbsbx.com";
  private static final Set<String> META = Set.of("fbcdn.net", "fbsbx.com", "whatsapp.net");
  private static final int HTTPS = 443;

  private final URI graph;
  private final boolean loopback;
  private final Set<String> domains;

  MediaHosts(GraphEndpoint endpoint, Set<String> more) {
    graph = endpoint.uri();
    loopback = endpoint.loopback();
    domains = new LinkedHashSet<>(META);
    domains.addAll(more);
  }

  /** Reads an address without showing it; empty for what is none. */
  static Optional<URI> address(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  boolean seesToken(URI address) {
    if (loopback) {
      return isSimulator(address);
    }
    String host = httpsHost(address);
    return host.equals(LOOKASIDE) || host.equals(graph.getHost());
  }

  boolean followed(URI address) {
    if (loopback) {
      return isSimulator(address);
    }
    String host = httpsHost(address);
    return domains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
  }

  private boolean isSimulator(URI address) {
    return "http".equals(address.getScheme())
        && graph.getHost().equals(address.getHost())
        && graph.getPort() == address.getPort()
        && address.getUserInfo() == null;
  }

  /** Empty if the address is not plainly https: with a port of its own, a user, or a name that is none. */
  private static String httpsHost(URI address) {
    String host = address.getHost();
    boolean plain = "https".equalsIgnoreCase(address.getScheme())
        && host != null
        && address.getUserInfo() == null
        && (address.getPort() < 0 || address.getPort() == HTTPS);
    return plain ? host.toLowerCase(Locale.ROOT) : "";
  }
}
