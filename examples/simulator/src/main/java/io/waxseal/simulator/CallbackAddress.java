package io.waxseal.simulator;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which addresses webhooks may go to: this machine, and on request the names that containers give each other. */
final class CallbackAddress {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|[a-z0-9.-]+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]");

  /** A service's name of one label, or a name below {@code internal}, such as {@code host.docker.internal}. */
  private static final Pattern CONTAINER =
      Pattern.compile("[a-z0-9][a-z0-9_-]*|[a-z0-9][a-z0-9.-]*\\.internal");

  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]+");

  private CallbackAddress() {}

  static URI local(URI callback) {
    if (!LOOPBACK.matcher(host(callback)).matches()) {
      throw new IllegalArgumentException(
          "callback must be on this machine, such as http://localhost:8080/webhook; a container is"
              + " reached with containerCallback");
    }
    return callback;
  }

  static URI container(URI callback) {
    String host = host(callback);
    boolean named = CONTAINER.matcher(host).matches() && !NUMBER.matcher(host).matches();
    if (!named && !LOOPBACK.matcher(host).matches()) {
      throw new IllegalArgumentException(
          "containerCallback must name a container or its host, such as"
              + " http://host.docker.internal:8080/webhook or http://app:8080/webhook");
    }
    return callback;
  }

  /** Names with an underscore are no hosts to {@code URI}, but to containers. */
  private static String host(URI callback) {
    String scheme = callback.getScheme();
    String authority = callback.getRawAuthority();
    if (authority == null
        || authority.contains("@")
        || callback.getRawFragment() != null
        || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new IllegalArgumentException(
          "callback must be an absolute http or https address without user and fragment");
    }
    String host = callback.getHost();
    return (host == null ? authority.replaceFirst(":\\d+$", "") : host).toLowerCase(Locale.ROOT);
  }
}
