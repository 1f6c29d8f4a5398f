package io.waxseal.simulator;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An app at Meta with its secrets, its webhook address and the business numbers that belong to it; given to {@link
 * Simulator.Builder#addApp}. Immutable; {@code toString} names only the app.
 */
public final class AppSettings {
  private final String name;
  private final String wabaId;
  private final String accessToken;
  private final String appSecret;
  private final @Nullable String verifyToken;
  private final boolean requireAppSecretProof;
  private final @Nullable URI callback;
  private final Map<String, String> numbers;

  private AppSettings(Builder builder, String accessToken, String appSecret) {
    this.name = builder.name;
    this.wabaId = Once.orElse(builder.wabaId, "102290129340398");
    this.accessToken = accessToken;
    this.appSecret = appSecret;
    this.verifyToken = builder.verifyToken;
    this.requireAppSecretProof = Once.orElse(builder.requireAppSecretProof, true);
    this.callback = builder.callback;
    this.numbers = new LinkedHashMap<>(builder.numbers);
  }

  /**
   * Begins an app.
   *
   * @param name how the test calls it, as in {@link Simulator#app}
   * @return a new builder
   */
  public static Builder builder(String name) {
    return new Builder(Once.filled("name", name));
  }

  String name() {
    return name;
  }

  String wabaId() {
    return wabaId;
  }

  String accessToken() {
    return accessToken;
  }

  String appSecret() {
    return appSecret;
  }

  @Nullable
  String verifyToken() {
    return verifyToken;
  }

  boolean requireAppSecretProof() {
    return requireAppSecretProof;
  }

  @Nullable
  URI callback() {
    return callback;
  }

  /** Display phone numbers by phone number id. */
  Map<String, String> numbers() {
    return numbers;
  }

  @Override
  public String toString() {
    return "AppSettings[" + name + "]";
  }

  /** The settings of an app to be. Not thread-safe. Each setting can be given once. */
  public static final class Builder {
    private final String name;
    private final Map<String, String> numbers = new LinkedHashMap<>();
    private @Nullable String wabaId;
    private @Nullable String accessToken;
    private @Nullable String appSecret;
    private @Nullable String verifyToken;
    private @Nullable Boolean requireAppSecretProof;
    private @Nullable URI callback;

    private Builder(String name) {
      this.name = name;
    }

    /**
     * Sets the id of the WhatsApp Business Account of the app's numbers, as it stands in webhooks. Default: {@code
     * 102290129340398}.
     *
     * @param wabaId the id, digits
     * @return this builder
     */
    public Builder wabaId(String wabaId) {
      this.wabaId = Once.once("wabaId", this.wabaId, Once.filled("wabaId", wabaId));
      return this;
    }

    /**
     * Sets the access token a client must send. Required.
     *
     * @param accessToken a made-up token, never a real one
     * @return this builder
     */
    public Builder accessToken(String accessToken) {
      this.accessToken =
          Once.once("accessToken", this.accessToken, Once.filled("accessToken", accessToken));
      return this;
    }

    /**
     * Sets the app secret, which keys the {@code appsecret_proof} and the webhook signatures. Required.
     *
     * @param appSecret a made-up secret, never a real one
     * @return this builder
     */
    public Builder appSecret(String appSecret) {
      this.appSecret = Once.once("appSecret", this.appSecret, Once.filled("appSecret", appSecret));
      return this;
    }

    /**
     * Sets the token shown in the handshake. With one, nothing is delivered before the callback has passed the
     * handshake; without one there is no handshake by itself. Default: none.
     *
     * @param verifyToken a made-up token
     * @return this builder
     */
    public Builder verifyToken(String verifyToken) {
      this.verifyToken =
          Once.once("verifyToken", this.verifyToken, Once.filled("verifyToken", verifyToken));
      return this;
    }

    /**
     * Says whether a call without {@code appsecret_proof} is refused, like Meta's setting "Require App Secret". A
     * proof that was sent is always checked. Default: true.
     *
     * @param requireAppSecretProof whether the proof is required
     * @return this builder
     */
    public Builder requireAppSecretProof(boolean requireAppSecretProof) {
      this.requireAppSecretProof =
          Once.once("requireAppSecretProof", this.requireAppSecretProof, requireAppSecretProof);
      return this;
    }

    /**
     * Sets where the app's webhooks go; {@link SimulatedApp#callback} can set it later. Default: none.
     *
     * @param callback an http or https address on this machine, without user and fragment
     * @return this builder
     * @throws IllegalArgumentException if it is another kind of address
     */
    public Builder callback(URI callback) {
      this.callback = Once.once("callback", this.callback, CallbackAddress.local(callback));
      return this;
    }

    /**
     * Sets where the app's webhooks go when the host runs in a container, or the simulator does. The name is resolved
     * at each delivery; whoever answers to it gets the webhooks.
     *
     * @param callback as for {@link #callback}, or under a name of one label, such as {@code http://app:8080/webhook},
     *     or below {@code internal}, such as {@code http://host.docker.internal:8080/webhook}
     * @return this builder
     * @throws IllegalArgumentException if it is another kind of address
     */
    public Builder containerCallback(URI callback) {
      this.callback = Once.once("callback", this.callback, CallbackAddress.container(callback));
      return this;
    }

    /**
     * Adds a business number; call it once for each.
     *
     * @param phoneNumberId Meta's id of the number, digits
     * @param displayPhoneNumber the phone number itself, as it stands in webhooks
     * @return this builder
     * @throws IllegalStateException if the id was added before
     */
    public Builder addNumber(String phoneNumberId, String displayPhoneNumber) {
      Once.filled("displayPhoneNumber", displayPhoneNumber);
      Once.once(
          "number " + phoneNumberId,
          numbers.putIfAbsent(Once.filled("phoneNumberId", phoneNumberId), displayPhoneNumber),
          displayPhoneNumber);
      return this;
    }

    boolean hasNumbers() {
      return !numbers.isEmpty();
    }

    /**
     * Makes the app.
     *
     * @return the settings
     * @throws IllegalStateException if the access token, the app secret or every number is missing
     */
    public AppSettings build() {
      String token = accessToken;
      String secret = appSecret;
      if (token == null || secret == null || numbers.isEmpty()) {
        throw new IllegalStateException("missing:" + (token == null ? " accessToken" : "")
            + (secret == null ? " appSecret" : "")
            + (numbers.isEmpty() ? " addNumber" : ""));
      }
      return new AppSettings(this, token, secret);
    }
  }
}
