package io.waxseal.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A WhatsApp Cloud API that listens on the loopback address: accepts messages as Meta would, fails as told, and makes
 * and delivers the signed webhooks that Meta would send.
 *
 * <p>What it checks and where it differs from Meta is said in the {@linkplain io.waxseal.simulator package
 * description}. Time is that of its {@link #clock}, which {@link #advance} moves on: nothing in it sleeps. It owns its
 * threads and ends them in {@link #close()}. All methods are thread-safe.
 */
public final class Simulator implements AutoCloseable {
  private final SimulatedTime time;
  private final Ids ids = new Ids();
  private final Outbox outbox = new Outbox();
  private final People people = new People();
  private final Scripts scripts = new Scripts();
  private final RequestBook requests;
  private final SimulatedMedia media;
  private final Courier courier;
  private final Portfolio portfolio = new Portfolio();
  private final SimulatedNumber firstNumber;
  private final ExecutorService executor;
  private final HttpListener listener;

  private Simulator(Builder builder, List<AppSettings> settings) throws IOException {
    time = new SimulatedTime(Once.orElse(builder.clock, Clock.systemUTC()));
    int keepLast = Once.orElse(builder.keepLast, 10_000);
    requests = new RequestBook(keepLast);
    media = new SimulatedMedia(ids, time);
    executor = HttpListener.threads();
    courier = new Courier(
        time,
        ids,
        executor,
        Once.orElse(builder.callbackTimeout, Duration.ofSeconds(20)),
        Once.orElse(builder.redeliverFor, Duration.ofDays(7)),
        keepLast);
    Limits limits = Once.orElse(builder.limits, Limits.none());
    for (AppSettings app : settings) {
      SimulatedApp opened = new SimulatedApp(app, courier, time);
      portfolio.add(opened, app);
      app.numbers().forEach((id, name) -> portfolio.add(number(id, name, opened, limits)));
    }
    firstNumber = portfolio.firstNumber();
    listener = new HttpListener(
        Once.orElse(builder.port, 0),
        new MediaHandler(
            portfolio.access(),
            media,
            requests,
            ids,
            time,
            new GraphHandler(
                portfolio.access(), scripts, requests, outbox, people, media, ids, time)),
        executor);
  }

  private SimulatedNumber number(String id, String display, SimulatedApp app, Limits limits) {
    Envelope envelope = new Envelope(id, display, app, people, time, ids);
    Meter meter = new Meter(time, limits, app.templates());
    return new SimulatedNumber(envelope, this, scripts.number(id), meter);
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
    return URI.create("http://localhost:" + listener.port());
  }

  /**
   * Returns the clock of this simulator: the one it was given, moved ahead by every {@link #advance}. A host under test
   * that is given it lives in the same time.
   *
   * @return the clock
   */
  public Clock clock() {
    return time;
  }

  /**
   * Moves the clock on and does what becomes due on the way, each thing at its own time: webhooks that were delayed or
   * not acknowledged are delivered, answers that are slow are given. Returns when the callback has answered all of them.
   * {@code Duration.ZERO} does what is due already.
   *
   * @param by how far
   * @return how many things were done
   * @throws IllegalArgumentException if it is negative
   */
  public int advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("by must not be negative");
    }
    return time.advance(by);
  }

  /**
   * A business number.
   *
   * @param phoneNumberId its id
   * @return the number
   * @throws IllegalArgumentException if there is none with this id
   */
  public SimulatedNumber number(String phoneNumberId) {
    return portfolio.number(phoneNumberId);
  }

  /** {@return the files that were uploaded, or put there} */
  public SimulatedMedia media() {
    return media;
  }

  /**
   * An app.
   *
   * @param name its name; the one made of the builder's own settings is called {@code app}
   * @return the app
   * @throws IllegalArgumentException if there is none with this name
   */
  public SimulatedApp app(String name) {
    return portfolio.app(name);
  }

  /**
   * What is to go wrong with a template, whoever sends it.
   *
   * @param name the template's name
   * @return its script
   */
  public Script template(String name) {
    return scripts.template(Once.filled("name", name));
  }

  /**
   * What is to go wrong with messages to a customer. A customer unknown to WhatsApp is {@code
   * customer("16505551234").failAlways(Failure.undeliverable().asStatus())}.
   *
   * @param customer a phone number, in any writing, or a business-scoped user id
   * @return the customer's script
   */
  public Script customer(String customer) {
    String digits = MessageRules.digits(Once.filled("customer", customer));
    return scripts.customer(digits.isEmpty() ? customer : digits);
  }

  /**
   * Returns the person who has a number now: somebody new if the number was never mentioned, or if the one who had it
   * {@linkplain SimulatedPerson#changesNumber moved}.
   *
   * @param phone a phone number, in any writing
   * @return the person, in front of the first business number
   * @throws IllegalArgumentException if it is not a phone number
   */
  public SimulatedPerson person(String phone) {
    return new SimulatedPerson(people.holder(phone), firstNumber);
  }

  /**
   * Gives a number to somebody new, as a carrier does with a number that was given up: same number, other user id. Meta
   * tells nobody.
   *
   * @param phone a phone number, in any writing
   * @return the stranger, in front of the first business number
   * @throws IllegalArgumentException if it is not a phone number
   */
  public SimulatedPerson stranger(String phone) {
    return new SimulatedPerson(people.stranger(phone), firstNumber);
  }

  /**
   * Lets the next message fail, whoever sends what to whom; see {@link Script}.
   *
   * @param failure what is to happen
   */
  public void failNext(Failure failure) {
    scripts.all().failNext(failure);
  }

  /**
   * Lets the next messages fail, whoever sends what to whom; see {@link Script}.
   *
   * @param messages how many, 1 or more
   * @param failure what is to happen
   * @throws IllegalArgumentException if it is less than 1
   */
  public void failNext(int messages, Failure failure) {
    scripts.all().failNext(messages, failure);
  }

  /**
   * Lets every message fail, whoever sends what to whom, until {@link #recover}.
   *
   * @param failure what is to happen
   */
  public void failAlways(Failure failure) {
    scripts.all().failAlways(failure);
  }

  /** Forgets every failure that is left in any script. */
  public void recover() {
    scripts.recover();
  }

  /** {@return the messages accepted so far, oldest first; a copy} */
  public List<AcceptedMessage> accepted() {
    return outbox.accepted();
  }

  /**
   * Returns the requests that arrived so far with a complete head, whatever was answered; the newest of them if there
   * were more than are kept.
   *
   * @return a log to ask
   */
  public RequestLog requests() {
    return requests.log();
  }

  /** {@return how many requests arrived so far with a complete head, whatever was answered} */
  public long requestsReceived() {
    return requests.count();
  }

  /** {@return the deliveries so far, oldest first; the newest of them if there were more than are kept} */
  public List<Delivery> deliveries() {
    return courier.deliveries();
  }

  /**
   * Makes the webhook of a text message a customer writes to the first number; see {@link
   * SimulatedNumber#customerWrites}.
   *
   * @param customer the customer's phone number or business-scoped user id
   * @param profileName the customer's profile name
   * @param text the text, as it is
   * @return the signed webhook, not yet delivered
   * @throws IllegalArgumentException if {@code customer} is neither
   */
  public SignedWebhook customerWrites(String customer, String profileName, String text) {
    return firstNumber.customerWrites(customer, profileName, text);
  }

  /**
   * Makes the webhook of a customer who stops or resumes marketing messages of the first number.
   *
   * @param customer the customer's phone number or business-scoped user id
   * @param value {@code stop} or {@code resume}
   * @return the signed webhook, not yet delivered
   * @throws IllegalArgumentException if one of the two has another form
   */
  public SignedWebhook preference(String customer, String value) {
    return firstNumber.preference(customer, value);
  }

  /**
   * Makes the webhook of a delivery status. Any order and repetition is possible, as on Meta's wire.
   *
   * @param messageId the id of an accepted message
   * @param status {@code sent}, {@code delivered}, {@code read} or {@code failed}; a failed one has code 131026,
   *     message undeliverable
   * @return the signed webhook, not yet delivered
   * @throws IllegalArgumentException if no accepted message has this id, it went nowhere, or the status is another
   */
  public SignedWebhook status(String messageId, String status) {
    AcceptedMessage message = outbox.get(messageId);
    return statuses(message).status(message, status);
  }

  /**
   * Makes the webhook of a failed delivery with a chosen code, for example {@code failed(id, 131049, "…")}.
   *
   * @param messageId the id of an accepted message
   * @param code Meta's error code
   * @param title the error text
   * @return the signed webhook, not yet delivered
   * @throws IllegalArgumentException if no accepted message has this id, or it went nowhere
   */
  public SignedWebhook failed(String messageId, int code, String title) {
    Objects.requireNonNull(title, "title");
    AcceptedMessage message = outbox.get(messageId);
    return statuses(message).failed(message, GraphError.scripted(400, code, title));
  }

  /**
   * Makes all the status webhooks of a message, in the order in which things happen: sent, delivered, read; or one
   * failed, if its {@link Script} says so; or none, if a user id in its {@code to} made it go nowhere.
   *
   * @param messageId the id of an accepted message
   * @return the signed webhooks, not yet delivered
   * @throws IllegalArgumentException if no accepted message has this id
   */
  public List<SignedWebhook> statuses(String messageId) {
    AcceptedMessage message = outbox.get(messageId);
    return statuses(message).all(message);
  }

  private Statuses statuses(AcceptedMessage message) {
    return number(message.numberId()).statuses();
  }

  /**
   * Puts several webhooks of one app into one signed body, packed as tightly as Meta does: {@link Packing#ELEMENTS}.
   *
   * @param webhooks one or more
   * @return the signed body, not yet delivered
   * @throws IllegalArgumentException if there is none, more than 1000, or one of another app
   */
  public SignedWebhook batch(SignedWebhook... webhooks) {
    return batch(Packing.ELEMENTS, webhooks);
  }

  /**
   * Puts several webhooks of one app into one signed body.
   *
   * @param packing how they stand together
   * @param webhooks one or more
   * @return the signed body, not yet delivered
   * @throws IllegalArgumentException if there is none, more than 1000, or one of another app
   */
  public SignedWebhook batch(Packing packing, SignedWebhook... webhooks) {
    return packing.pack(List.of(webhooks));
  }

  /**
   * Posts a webhook to its app's callback once and waits for the answer, at most 20 seconds unless set otherwise. The
   * same webhook may be delivered several times; nothing is repeated by itself.
   *
   * @param webhook what to deliver
   * @return the HTTP status of the answer
   * @throws IllegalStateException if the app has no callback, the callback does not pass the handshake, or the
   *     simulator is closed
   * @throws UncheckedIOException if the callback cannot be reached or does not answer in time
   */
  public int deliver(SignedWebhook webhook) {
    return courier.once(Objects.requireNonNull(webhook, "webhook"));
  }

  /**
   * Delivers webhooks as Meta does: at once, and whatever is not answered with 200 again as the clock is {@linkplain
   * #advance moved on}, after 10 seconds, then twice as long each time up to 6 hours, until 7 days after the first
   * attempt unless set otherwise.
   *
   * @param webhooks what to deliver
   * @return a delivery for each, which goes on
   * @throws IllegalStateException if an app has no callback, a callback does not pass the handshake, or the simulator
   *     is closed
   */
  public List<Delivery> deliverUntilAcknowledged(SignedWebhook... webhooks) {
    return deliver(Turbulence.none(), List.of(webhooks));
  }

  /**
   * Delivers webhooks through a turbulence, each body {@linkplain #deliverUntilAcknowledged until it is acknowledged}.
   * What is not delayed is delivered before this returns.
   *
   * @param turbulence what happens to them on the way
   * @param webhooks what to deliver
   * @return a delivery for each body, and one for each webhook that was dropped
   * @throws IllegalStateException if an app has no callback, a callback does not pass the handshake, or the simulator
   *     is closed
   */
  public List<Delivery> deliver(Turbulence turbulence, List<SignedWebhook> webhooks) {
    List<Delivery> deliveries = courier.untilAcknowledged(turbulence.plan(webhooks));
    time.advance(Duration.ZERO);
    return deliveries;
  }

  /**
   * Delivers a webhook later, {@linkplain #deliverUntilAcknowledged until it is acknowledged}.
   *
   * @param delay how long after now on the simulator's clock
   * @param webhook what to deliver
   * @return the delivery, which waits for {@link #advance}
   * @throws IllegalArgumentException if the delay is negative
   * @throws IllegalStateException if the app has no callback, the callback does not pass the handshake, or the
   *     simulator is closed
   */
  public Delivery deliverLater(Duration delay, SignedWebhook webhook) {
    return courier.later(delay, Objects.requireNonNull(webhook, "webhook"));
  }

  /**
   * Does the handshake with which Meta checks a callback address, for the first app and any verify token.
   *
   * @param verifyToken the verify token the callback should know
   * @return whether the answer was HTTP 200 with exactly the challenge, which is a random number
   * @throws IllegalStateException if there is no callback or the simulator is closed
   * @throws UncheckedIOException if the callback cannot be reached or does not answer in time
   * @see SimulatedApp#subscribe
   */
  public boolean verifyCallback(String verifyToken) {
    Objects.requireNonNull(verifyToken, "verifyToken");
    return courier.handshake(firstNumber.app().requiredCallback(), verifyToken);
  }

  /**
   * Forgets what happened and what is still to happen: accepted messages, both logs, people, scripts, waiting deliveries; slow
   * answers are given. Apps, subscriptions, limits and the clock stay as they are. For tests that share a simulator.
   */
  public void reset() {
    scripts.recover();
    time.forgetAll();
    outbox.forgetAll();
    portfolio.forgetAll();
    people.forgetAll();
    requests.forgetAll();
    courier.forgetAll();
  }

  /**
   * Stops listening and ends all connections, held ones too, and the threads behind them; only the idle selector
   * thread of the client that called the callback, if any, ends as late as with a garbage collection. What was
   * accepted and logged stays readable, and webhooks can still be made. A second call does nothing.
   */
  @Override
  public void close() {
    courier.close();
    listener.close();
    executor.shutdownNow();
    try {
      executor.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The settings of a {@link Simulator} to be. Not thread-safe. Each setting can be given once.
   *
   * <p>The settings of an app given here make the first app, called {@code app}, with the first number.
   */
  public static final class Builder {
    private final AppSettings.Builder first = AppSettings.builder("app");
    private final Map<String, String> moreNumbers = new LinkedHashMap<>();
    private final List<AppSettings> moreApps = new ArrayList<>();
    private @Nullable String phoneNumberId;
    private @Nullable String displayPhoneNumber;
    private @Nullable Integer port;
    private @Nullable Clock clock;
    private @Nullable Limits limits;
    private @Nullable Duration callbackTimeout;
    private @Nullable Duration redeliverFor;
    private @Nullable Integer keepLast;

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
      this.port = Once.once("port", this.port, port);
      return this;
    }

    /**
     * Sets the id of the first business number. Default: {@code 106540352242922}.
     *
     * @param phoneNumberId the id, digits
     * @return this builder
     */
    public Builder phoneNumberId(String phoneNumberId) {
      this.phoneNumberId = Once.once(
          "phoneNumberId", this.phoneNumberId, Once.filled("phoneNumberId", phoneNumberId));
      return this;
    }

    /**
     * Sets the id of the WhatsApp Business Account, as it stands in webhooks. Default: {@code 102290129340398}.
     *
     * @param wabaId the id, digits
     * @return this builder
     */
    public Builder wabaId(String wabaId) {
      first.wabaId(wabaId);
      return this;
    }

    /**
     * Sets the first business number itself, as it stands in webhooks. Default: {@code 15550783881}.
     *
     * @param displayPhoneNumber the number
     * @return this builder
     */
    public Builder displayPhoneNumber(String displayPhoneNumber) {
      this.displayPhoneNumber = Once.once(
          "displayPhoneNumber",
          this.displayPhoneNumber,
          Once.filled("displayPhoneNumber", displayPhoneNumber));
      return this;
    }

    /**
     * Adds another business number to the first app; call it once for each.
     *
     * @param phoneNumberId Meta's id of the number, digits
     * @param displayPhoneNumber the phone number itself, as it stands in webhooks
     * @return this builder
     * @throws IllegalStateException if the id was added before
     */
    public Builder addNumber(String phoneNumberId, String displayPhoneNumber) {
      Once.once(
          "number " + phoneNumberId,
          moreNumbers.putIfAbsent(phoneNumberId, displayPhoneNumber),
          displayPhoneNumber);
      return this;
    }

    /**
     * Adds another app with its own secrets, callback and numbers; call it once for each.
     *
     * @param app the app
     * @return this builder
     */
    public Builder addApp(AppSettings app) {
      moreApps.add(Objects.requireNonNull(app, "app"));
      return this;
    }

    /**
     * Sets the access token a client must send. Required.
     *
     * @param accessToken a made-up token, never a real one
     * @return this builder
     */
    public Builder accessToken(String accessToken) {
      first.accessToken(accessToken);
      return this;
    }

    /**
     * Sets the app secret, which keys the {@code appsecret_proof} and the webhook signatures. Required.
     *
     * @param appSecret a made-up secret, never a real one
     * @return this builder
     */
    public Builder appSecret(String appSecret) {
      first.appSecret(appSecret);
      return this;
    }

    /**
     * Sets the token of the handshake that must pass before the first delivery. Default: none, and no handshake.
     *
     * @param verifyToken a made-up token
     * @return this builder
     */
    public Builder verifyToken(String verifyToken) {
      first.verifyToken(verifyToken);
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
      first.requireAppSecretProof(requireAppSecretProof);
      return this;
    }

    /**
     * Sets where the webhooks go; {@link SimulatedApp#callback} can set it later. Default: none.
     *
     * @param callback an http or https address on this machine, without user and fragment
     * @return this builder
     * @throws IllegalArgumentException if it is another kind of address
     */
    public Builder callback(URI callback) {
      first.callback(callback);
      return this;
    }

    /**
     * Sets where the webhooks go when a container is on either side; see {@link AppSettings.Builder#containerCallback}.
     *
     * @param callback such as {@code http://host.docker.internal:8080/webhook}
     * @return this builder
     * @throws IllegalArgumentException if it is another kind of address
     */
    public Builder containerCallback(URI callback) {
      first.containerCallback(callback);
      return this;
    }

    /**
     * Sets the clock from which {@link Simulator#clock} starts: behind timestamps, limits and whatever is due. Default:
     * the system clock in UTC.
     *
     * @param clock the clock; a fixed one makes a test independent of the time that passes
     * @return this builder
     */
    public Builder clock(Clock clock) {
      this.clock = Once.once("clock", this.clock, clock);
      return this;
    }

    /**
     * Sets how much each business number may send. Default: {@link Limits#none}.
     *
     * @param limits such as {@link Limits#documented}
     * @return this builder
     */
    public Builder limits(Limits limits) {
      this.limits = Once.once("limits", this.limits, limits);
      return this;
    }

    /**
     * Sets how long a callback may take to answer, in real time. Default: 20 seconds.
     *
     * @param timeout the time
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder callbackTimeout(Duration timeout) {
      if (timeout.isNegative() || timeout.isZero()) {
        throw new IllegalArgumentException("callbackTimeout must be positive");
      }
      this.callbackTimeout = Once.once("callbackTimeout", this.callbackTimeout, timeout);
      return this;
    }

    /**
     * Sets how long after the first attempt a webhook is still delivered again. Default: 7 days; a number without
     * storage at Meta has 1 hour.
     *
     * @param time the time on the simulator's clock; zero for no redelivery
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder redeliverFor(Duration time) {
      if (time.isNegative()) {
        throw new IllegalArgumentException("redeliverFor must not be negative");
      }
      this.redeliverFor = Once.once("redeliverFor", this.redeliverFor, time);
      return this;
    }

    /**
     * Sets how many requests and how many deliveries the logs keep. Default: 10,000 of each.
     *
     * @param newest how many, 1 or more
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder keepLast(int newest) {
      if (newest < 1) {
        throw new IllegalArgumentException("keepLast must be 1 or more");
      }
      this.keepLast = Once.once("keepLast", this.keepLast, newest);
      return this;
    }

    /**
     * Starts to listen.
     *
     * @return the running simulator; the caller closes it
     * @throws IllegalStateException if the access token or the app secret is missing; or if two apps share a name, an
     *     access token or a number
     * @throws UncheckedIOException if the port cannot be bound
     */
    public Simulator start() {
      if (!first.hasNumbers()) {
        first.addNumber(
            Once.orElse(phoneNumberId, "106540352242922"),
            Once.orElse(displayPhoneNumber, "15550783881"));
        moreNumbers.forEach(first::addNumber);
      }
      List<AppSettings> apps = new ArrayList<>();
      apps.add(first.build());
      apps.addAll(moreApps);
      try {
        return new Simulator(this, apps);
      } catch (IOException e) {
        throw new UncheckedIOException("the simulator cannot listen", e);
      }
    }
  }
}
