package io.waxseal.simulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An app at Meta while the simulator runs: its webhook subscription and its secrets, which can change. Thread-safe;
 * {@code toString} names only the app.
 */
public final class SimulatedApp {
  private final AppSettings settings;
  private final Courier courier;
  private final Clock clock;
  private final Templates templates = new Templates();
  private final List<String> secrets = new ArrayList<>();
  private String accessToken;
  private @Nullable URI callback;
  private boolean subscribed;

  SimulatedApp(AppSettings settings, Courier courier, Clock clock) {
    this.settings = settings;
    this.courier = courier;
    this.clock = clock;
    secrets.add(settings.appSecret());
    accessToken = settings.accessToken();
    callback = settings.callback();
  }

  /** {@return the name it was given} */
  public String name() {
    return settings.name();
  }

  /**
   * Changes the webhook address, as in Meta's dashboard. If the app has a verify token, the new address must pass the
   * handshake before anything is delivered to it.
   *
   * @param address an http or https address on this machine, without user and fragment
   * @return this app
   * @throws IllegalArgumentException if it is another kind of address
   */
  public SimulatedApp callback(URI address) {
    return calls(CallbackAddress.local(address));
  }

  /**
   * Changes the webhook address to one in a container.
   *
   * @param address as for {@link AppSettings.Builder#containerCallback}
   * @return this app
   * @throws IllegalArgumentException if it is another kind of address
   */
  public SimulatedApp containerCallback(URI address) {
    return calls(CallbackAddress.container(address));
  }

  private synchronized SimulatedApp calls(URI address) {
    callback = address;
    subscribed = false;
    return this;
  }

  /**
   * Does the handshake with the app's verify token: a GET with {@code hub.mode}, {@code hub.challenge} and {@code
   * hub.verify_token}. Happens by itself before the first delivery.
   *
   * @return whether the answer was HTTP 200 with exactly the challenge
   * @throws IllegalStateException if the app has no verify token or no callback, or the simulator is closed
   * @throws java.io.UncheckedIOException if the callback cannot be reached or does not answer in time
   */
  public boolean subscribe() {
    String token = settings.verifyToken();
    if (token == null) {
      throw new IllegalStateException("the app has no verifyToken");
    }
    URI address = requiredCallback();
    boolean passed = courier.handshake(address, token);
    synchronized (this) {
      subscribed = passed && address.equals(callback);
    }
    return passed;
  }

  /**
   * Gives the app a new secret. Webhooks made from now on are signed with it, those made before keep their signature;
   * proofs by either are accepted until {@link #forgetOldSecret}.
   *
   * @param appSecret a made-up secret
   * @return this app
   */
  public synchronized SimulatedApp rotateSecret(String appSecret) {
    secrets.add(0, Once.filled("appSecret", appSecret));
    return this;
  }

  /**
   * Ends a rotation: only the newest secret counts.
   *
   * @return this app
   */
  public synchronized SimulatedApp forgetOldSecret() {
    secrets.subList(1, secrets.size()).clear();
    return this;
  }

  /**
   * Gives the app another access token; the old one is answered with code 190 from now on.
   *
   * @param token a made-up token
   * @return this app
   */
  public synchronized SimulatedApp accessToken(String token) {
    accessToken = Once.filled("token", token);
    return this;
  }

  /**
   * Returns a template of the app's account.
   *
   * @param name its name
   * @param language its language, such as {@code en_US}
   * @return the template
   */
  public SimulatedTemplate template(String name, String language) {
    return new SimulatedTemplate(
        Once.filled("name", name), Once.filled("language", language), this, clock);
  }

  /** {@return what Meta tells of the app's account, about its first number where one is named} */
  public AccountNews news() {
    String first = settings.numbers().values().iterator().next();
    return new AccountNews(this, first, clock);
  }

  Templates templates() {
    return templates;
  }

  String wabaId() {
    return settings.wabaId();
  }

  boolean requiresProof() {
    return settings.requireAppSecretProof();
  }

  synchronized String secret() {
    return secrets.get(0);
  }

  synchronized boolean isAccessToken(String candidate) {
    return same(accessToken, candidate);
  }

  synchronized boolean isAppSecretProof(String candidate) {
    return secrets.stream()
        .anyMatch(secret -> same(Hmac.appSecretProof(secret, accessToken), candidate));
  }

  synchronized URI requiredCallback() {
    if (callback == null) {
      throw new IllegalStateException("the simulator was started without a callback");
    }
    return Objects.requireNonNull(callback);
  }

  /** Whether a handshake must come first. */
  synchronized boolean awaitsHandshake() {
    return settings.verifyToken() != null && !subscribed;
  }

  private static boolean same(String expected, String candidate) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "SimulatedApp[" + name() + "]";
  }
}
