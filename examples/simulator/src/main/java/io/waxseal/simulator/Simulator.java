package io.waxseal.simulator;

import com.sun.net.httpserver.HttpServer;
import io.waxseal.simulator.Outbox.ScriptedFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A WhatsApp Cloud API that listens on the loopback address: accepts messages as Meta would, fails as told, and makes
 * the signed webhooks that Meta would send.
 *
 * <p>What it checks and where it differs from Meta is said in the {@linkplain io.waxseal.simulator package
 * description}. It owns its threads and ends them in {@link #close()}. All methods are thread-safe. Loading
 * this class sets the system property {@code sun.net.httpserver.nodelay}, unless it is set.
 */
public final class Simulator implements AutoCloseable {
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  static {
    // The JDK's server writes head and body separately: with Nagle's algorithm every answer waits
    // for a delayed
    // acknowledgement. It offers no other switch, and reads this one once per JVM.
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
  }

  private final Settings settings;
  private final Outbox outbox = new Outbox();
  private final Ids ids = new Ids();
  private final HeldExchanges held = new HeldExchanges();
  private final GraphHandler handler;
  private final Webhooks webhooks;
  private final ExecutorService executor;
  private final HttpServer server;
  private final URI endpoint;
  private @Nullable CallbackClient callback;
  private boolean closed;

  private Simulator(Settings settings, int port) throws IOException {
    this.settings = settings;
    this.handler = new GraphHandler(settings, outbox, ids, held);
    this.webhooks = new Webhooks(settings, ids);
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    this.endpoint = URI.create("http://localhost:" + server.getAddress().getPort());
    this.executor = Executors.newCachedThreadPool(task -> {
      Thread thread = new Thread(task, "waxseal-simulator");
      thread.setDaemon(true);
      return thread;
    });
    server.createContext("/", handler);
    server.setExecutor(executor);
    server.start();
  }

  /** {@return a new builder} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the base address, to be used where a client would use {@code https://graph.facebook.com}. It has the name
   * {@code localhost}, not its number, so that a client which resolves names itself is asked.
   *
   * @return {@code http://localhost:<port>}
   */
  public URI endpoint() {
    return endpoint;
  }

  /** {@return the messages accepted so far, oldest first; a copy} */
  public List<AcceptedMessage> accepted() {
    return outbox.accepted();
  }

  /** {@return how many HTTP requests arrived so far with a complete head, whatever was answered} */
  public long requestsReceived() {
    return handler.requestsReceived();
  }

  /**
   * Scripts a failure for the next send that would otherwise be accepted. Several are used up in the order given.
   *
   * @param fault what is to happen
   */
  public void failNext(Fault fault) {
    outbox.script(ScriptedFault.of(Objects.requireNonNull(fault, "fault")));
  }

  /**
   * Scripts an error of the Graph API for the next send that would otherwise be accepted, for example {@code
   * failNext(400, 131047, "Re-engagement message")}. The message is not accepted.
   *
   * @param httpStatus 400 to 599; 503 carries {@code Retry-After: 0}
   * @param code Meta's error code; from 130000 on the text gets the code as prefix and {@code error_data.details}
   * @param message the error text
   * @throws IllegalArgumentException if the HTTP status is not that of an error, or the code is negative
   */
  public void failNext(int httpStatus, int code, String message) {
    Objects.requireNonNull(message, "message");
    if (httpStatus < 400 || httpStatus > 599 || code < 0) {
      throw new IllegalArgumentException("httpStatus must be 400 to 599 and code not negative");
    }
    outbox.script(ScriptedFault.answer(GraphError.scripted(httpStatus, code, message)));
  }

  /**
   * Makes the webhook of a text message a customer writes, with a new message id at each call.
   *
   * @param customer the customer's phone number; or, for a customer whose phone is hidden, the business-scoped user
   *     id, such as {@code US.13491208655302741918}: the webhook then has no {@code wa_id} and no {@code from}
   * @param profileName the customer's profile name, repeated in later webhooks about the same customer
   * @param text the text, as it is
   * @return the signed webhook, not yet delivered
   * @throws IllegalArgumentException if {@code customer} is neither
   */
  public SignedWebhook customerWrites(String customer, String profileName, String text) {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(profileName, "profileName");
    Objects.requireNonNull(text, "text");
    return sign(webhooks.text(customer, profileName, text));
  }

  /**
   * Makes the webhook of a delivery status. Any order and repetition is possible, as on Meta's wire.
   *
   * @param messageId the id of an accepted message
   * @param status {@code sent}, {@code delivered}, {@code read} or {@code failed}; a failed one has code 131026,
   *     message undeliverable
   * @return the signed webhook, not yet delivered
   * @throws IllegalArgumentException if no accepted message has this id, or the status is another
   */
  public SignedWebhook status(String messageId, String status) {
    Objects.requireNonNull(status, "status");
    return sign(webhooks.status(find(messageId), status));
  }

  /**
   * Makes the webhook of a failed delivery with a chosen code, for example {@code failed(id, 131049, "…")}.
   *
   * @param messageId the id of an accepted message
   * @param code Meta's error code
   * @param title the error text
   * @return the signed webhook, not yet delivered
   * @throws IllegalArgumentException if no accepted message has this id
   */
  public SignedWebhook failed(String messageId, int code, String title) {
    Objects.requireNonNull(title, "title");
    return sign(webhooks.failed(find(messageId), code, title));
  }

  /**
   * Makes the webhook of a customer who stops or resumes marketing messages.
   *
   * @param customer the customer's phone number or business-scoped user id, as in {@link #customerWrites}
   * @param value {@code stop} or {@code resume}
   * @return the signed webhook, not yet delivered
   * @throws IllegalArgumentException if one of the two has another form
   */
  public SignedWebhook preference(String customer, String value) {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(value, "value");
    return sign(webhooks.preference(customer, value));
  }

  /**
   * Posts a webhook to the callback and waits for the answer, at most 20 seconds. The same webhook may be delivered
   * several times; nothing is repeated by itself.
   *
   * @param webhook what to deliver
   * @return the HTTP status of the answer
   * @throws IllegalStateException if there is no callback or the simulator is closed
   * @throws UncheckedIOException if the callback cannot be reached or does not answer in time
   */
  public int deliver(SignedWebhook webhook) {
    return callback().deliver(Objects.requireNonNull(webhook, "webhook"));
  }

  /**
   * Does the handshake with which Meta checks a callback address: a GET with {@code hub.mode}, {@code hub.challenge}
   * and {@code hub.verify_token}, at most 20 seconds.
   *
   * @param verifyToken the verify token the callback should know
   * @return whether the answer was HTTP 200 with exactly the challenge, which is a random number
   * @throws IllegalStateException if there is no callback or the simulator is closed
   * @throws UncheckedIOException if the callback cannot be reached or does not answer in time
   */
  public boolean verifyCallback(String verifyToken) {
    return callback().verify(Objects.requireNonNull(verifyToken, "verifyToken"), ids.challenge());
  }

  /**
   * Stops listening and ends all connections, held ones too, and the threads behind them; only the idle selector
   * thread of the client that called the callback, if any, ends as late as with a garbage collection. What was
   * accepted stays readable, and webhooks can still be made. A second call does nothing.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      callback = null;
    }
    held.close();
    server.stop(0);
    executor.shutdownNow();
    awaitExecutor();
  }

  private void awaitExecutor() {
    try {
      executor.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized CallbackClient callback() {
    if (closed) {
      throw new IllegalStateException("the simulator is closed");
    }
    if (callback == null) {
      if (settings.callback() == null) {
        throw new IllegalStateException("the simulator was started without a callback");
      }
      callback = new CallbackClient(settings.callback(), executor);
    }
    return callback;
  }

  private AcceptedMessage find(String messageId) {
    return outbox
        .find(Objects.requireNonNull(messageId, "messageId"))
        .orElseThrow(() -> new IllegalArgumentException("no accepted message has this id"));
  }

  private SignedWebhook sign(Map<String, ?> payload) {
    return SignedWebhook.of(payload, settings.appSecret());
  }

  /** The settings of a {@link Simulator} to be. Not thread-safe. Each setting can be given once. */
  public static final class Builder {
    private @Nullable Integer port;
    private @Nullable String phoneNumberId;
    private @Nullable String wabaId;
    private @Nullable String displayPhoneNumber;
    private @Nullable String accessToken;
    private @Nullable String appSecret;
    private @Nullable Boolean requireAppSecretProof;
    private @Nullable URI callback;
    private @Nullable Clock clock;

    private Builder() {}

    /**
     * Sets the TCP port. Default: 0, any free one.
     *
     * @param port 0 to 65535
     * @return this builder
     */
    public Builder port(int port) {
      if (port < 0 || port > 65535) {
        throw new IllegalArgumentException("port must be 0 to 65535");
      }
      this.port = once("port", this.port, port);
      return this;
    }

    /**
     * Sets the id of the one business phone number that can send. Default: {@code 106540352242922}.
     *
     * @param phoneNumberId the id, digits
     * @return this builder
     */
    public Builder phoneNumberId(String phoneNumberId) {
      this.phoneNumberId =
          once("phoneNumberId", this.phoneNumberId, filled("phoneNumberId", phoneNumberId));
      return this;
    }

    /**
     * Sets the id of the WhatsApp Business Account, as it stands in webhooks. Default: {@code 102290129340398}.
     *
     * @param wabaId the id, digits
     * @return this builder
     */
    public Builder wabaId(String wabaId) {
      this.wabaId = once("wabaId", this.wabaId, filled("wabaId", wabaId));
      return this;
    }

    /**
     * Sets the business's own phone number, as it stands in webhooks. Default: {@code 15550783881}.
     *
     * @param displayPhoneNumber the number
     * @return this builder
     */
    public Builder displayPhoneNumber(String displayPhoneNumber) {
      this.displayPhoneNumber = once(
          "displayPhoneNumber",
          this.displayPhoneNumber,
          filled("displayPhoneNumber", displayPhoneNumber));
      return this;
    }

    /**
     * Sets the access token a client must send. Required.
     *
     * @param accessToken a made-up token, never a real one
     * @return this builder
     */
    public Builder accessToken(String accessToken) {
      this.accessToken = once("accessToken", this.accessToken, filled("accessToken", accessToken));
      return this;
    }

    /**
     * Sets the app secret, which keys the {@code appsecret_proof} and the webhook signatures. Required.
     *
     * @param appSecret a made-up secret, never a real one
     * @return this builder
     */
    public Builder appSecret(String appSecret) {
      this.appSecret = once("appSecret", this.appSecret, filled("appSecret", appSecret));
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
          once("requireAppSecretProof", this.requireAppSecretProof, requireAppSecretProof);
      return this;
    }

    /**
     * Sets where {@link Simulator#deliver} and {@link Simulator#verifyCallback} call. Default: none.
     *
     * @param callback an absolute http or https address without fragment
     * @return this builder
     * @throws IllegalArgumentException if it is another kind of address
     */
    public Builder callback(URI callback) {
      String scheme = callback.getScheme();
      if (callback.getHost() == null
          || callback.getRawFragment() != null
          || !("http".equals(scheme) || "https".equals(scheme))) {
        throw new IllegalArgumentException(
            "callback must be an absolute http or https address without fragment");
      }
      this.callback = once("callback", this.callback, callback);
      return this;
    }

    /**
     * Sets the clock behind the timestamps of webhooks and accepted messages. Default: the system clock.
     *
     * @param clock the clock
     * @return this builder
     */
    public Builder clock(Clock clock) {
      this.clock = once("clock", this.clock, clock);
      return this;
    }

    /**
     * Starts to listen.
     *
     * @return the running simulator; the caller closes it
     * @throws IllegalStateException if the access token or the app secret is missing
     * @throws UncheckedIOException if the port cannot be bound
     */
    public Simulator start() {
      String token = accessToken;
      String secret = appSecret;
      if (token == null || secret == null) {
        throw new IllegalStateException("missing:" + (token == null ? " accessToken" : "")
            + (secret == null ? " appSecret" : ""));
      }
      Settings settings = new Settings(
          orElse(phoneNumberId, "106540352242922"),
          orElse(wabaId, "102290129340398"),
          orElse(displayPhoneNumber, "15550783881"),
          token,
          secret,
          orElse(requireAppSecretProof, true),
          callback,
          orElse(clock, Clock.systemUTC()));
      try {
        return new Simulator(settings, orElse(port, 0));
      } catch (IOException e) {
        throw new UncheckedIOException("the simulator cannot listen", e);
      }
    }

    private static String filled(String name, String value) {
      if (value.isBlank()) {
        throw new IllegalArgumentException(name + " must not be blank");
      }
      return value;
    }

    private static <T> T once(String name, @Nullable T before, T value) {
      Objects.requireNonNull(value, name);
      if (before != null) {
        throw new IllegalStateException(name + " was already given");
      }
      return value;
    }

    private static <T> T orElse(@Nullable T given, T standard) {
      return given != null ? given : standard;
    }
  }
}
