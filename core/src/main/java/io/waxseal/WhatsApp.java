package io.waxseal;

import io.waxseal.account.Account;
import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.account.SecretSource;
import io.waxseal.audit.AuditSink;
import io.waxseal.audit.AuditTrail;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.graph.media.Media;
import io.waxseal.graph.media.MediaPolicy;
import io.waxseal.guard.Guard;
import io.waxseal.guard.Sender;
import io.waxseal.guard.Wiring;
import io.waxseal.message.Message;
import io.waxseal.message.Purposes;
import io.waxseal.message.Templates;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.person.Vault;
import io.waxseal.send.Journal;
import io.waxseal.send.ReadMark;
import io.waxseal.send.SendGate;
import io.waxseal.send.SendResult;
import io.waxseal.store.Database;
import io.waxseal.webhook.Inbox;
import io.waxseal.webhook.MessageReceived;
import io.waxseal.webhook.Only;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.SignatureVerifier;
import io.waxseal.webhook.WebhookEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one object a host holds: it sends messages, receives webhooks, handles events and erases persons. Thread-safe;
 * made once by its {@link #builder}, closed by the host.
 *
 * <p>Threat: every message passes the gate, every event the signature check, everything stored the vault. Each of these
 * can be gone without only by a method whose name says so.
 */
public final class WhatsApp implements Sender, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WhatsApp.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Reply CLOSED = Reply.of(503, "try again later");

  private final Wiring wiring;
  private final SendGate gate;
  private final Media media;
  private final Inbox inbox;
  private final AnswerHalf answerHalf;
  private final WorkHalf workHalf;
  private final Eraser eraser;
  private final Handshake handshake;
  private final Background background;
  private final Checkup checkup;
  private final Calls calls = new Calls();

  WhatsApp(
      Wiring wiring,
      SendGate gate,
      Media media,
      Inbox inbox,
      AnswerHalf answerHalf,
      WorkHalf workHalf,
      Eraser eraser,
      Handshake handshake,
      Background background,
      Checkup checkup) {
    this.wiring = wiring;
    this.gate = gate;
    this.media = media;
    this.inbox = inbox;
    this.answerHalf = answerHalf;
    this.workHalf = workHalf;
    this.eraser = eraser;
    this.handshake = handshake;
    this.background = background;
    this.checkup = checkup;
  }

  /**
   * Starts a composition.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Sends a message, or says why not. Blocks until Meta has answered: the call takes at most 30 seconds, with the host's
   * own HTTP client at most 60, each wait for the database at most 10 more, and the upload of a file that it attaches as
   * long as {@link MediaPolicy#within}. Two calls are two messages: nothing
   * recognises a repetition.
   *
   * @param message what to send
   * @param by who sends it
   * @return what became of it
   * @throws IllegalArgumentException if the message names no number and there are several, or one that is not ours
   * @throws IllegalStateException if this thread has a transaction open on the database, or after {@link #close}
   */
  @Override
  public SendResult send(Message message, By by) {
    return inside(() -> gate.send(message, by));
  }

  /**
   * Marks a message as read, and with it all earlier ones of the conversation. It needs no consent, since the writer
   * began. Nothing is asked of Meta for a message under {@code standby} or of a history.
   *
   * @param message a message that was received
   * @param by who read it
   * @return what became of it
   * @throws IllegalArgumentException if it came to a number that is not an account of ours
   * @throws IllegalStateException if this thread has a transaction open on the database, or after {@link #close}
   * @throws io.waxseal.account.SecretUnavailableException if the token or the app secret cannot be had; Meta was not asked
   * @throws io.waxseal.account.StoreException if it cannot be audited; Meta was not asked
   */
  public ReadMark markRead(MessageReceived message, By by) {
    return inside(() -> gate.readMarks().markRead(message, by));
  }

  /**
   * Marks a message as read, as {@link #markRead}, and shows the writer that an answer is being written: until it comes,
   * for about 25 seconds at most.
   *
   * @param message a message that was received and will be answered
   * @param by who answers
   * @return what became of it
   * @throws IllegalArgumentException as {@link #markRead} throws it
   * @throws IllegalStateException as {@link #markRead} throws it
   * @throws io.waxseal.account.SecretUnavailableException as {@link #markRead} throws it
   * @throws io.waxseal.account.StoreException as {@link #markRead} throws it
   */
  public ReadMark showTyping(MessageReceived message, By by) {
    return inside(() -> gate.readMarks().showTyping(message, by));
  }

  /**
   * Receives a webhook: verifies, makes stops durable, keeps each event. Answer with what it returns, whatever it is.
   *
   * <p>An event of one of our accounts is taken only if an app secret of that account signed it. If only another
   * account's did, because its own source is down or not rotated yet, the event is held back: it is not kept, the others
   * of the webhook are, and the answer is 503, so that Meta delivers it again. An event of an account that is not ours is
   * dropped and audited.
   *
   * @param body the raw bytes of the request, before any decoding
   * @param header gives the value of a header by name, or null; such as {@code request::getHeader}, or {@code map::get}.
   *     It is asked for {@link SignatureVerifier#HEADER} with each word as Meta writes it, in lower case or in upper
   *     case, in all combinations. A map with names in stranger cases needs {@link String#CASE_INSENSITIVE_ORDER}
   * @return 200 if every event of ours is durable; 401 if it is not signed by a known app, 413 if too long, 400 if it is
   *     no webhook; 503 if something failed here, an event was held back, a secret that might have signed it is
   *     unavailable, or after {@link #close}; after 503 Meta delivers again
   * @throws IllegalStateException if this thread has a transaction open on the database: the answer must follow its
   *     commit
   */
  public Reply receive(byte[] body, Function<String, @Nullable String> header) {
    requireNoTransaction("receive()");
    if (!calls.enter()) {
      return CLOSED;
    }
    try {
      return answerHalf.receive(body, SignatureHeader.of(header));
    } finally {
      calls.leave();
    }
  }

  /**
   * Answers the request by which Meta checks the callback address.
   *
   * @param parameter gives the value of a query parameter by name, or null; such as {@code request::getParameter}
   * @return 200 with the challenge if the verify token is right, else 403; 503 if the token is unavailable now
   */
  public Reply handshake(Function<String, @Nullable String> parameter) {
    return handshake.answer(parameter);
  }

  /**
   * Does what is due, once: handles received events, settles intents of dead processes, gives audit entries their place
   * and signs. Any number of threads and processes may call it at once.
   *
   * @return how many events were handled
   * @throws IllegalStateException after {@link #close}
   */
  public int work() {
    return inside(this::workOnce);
  }

  /** Each step is done, whatever became of the one before it. */
  private int workOnce() {
    try {
      return workHalf.run(this, calls::closing);
    } finally {
      try {
        gate.abandonOld();
      } finally {
        wiring.people().tidy();
        media.tidy();
        wiring.trail().checkpoint();
      }
    }
  }

  /**
   * Does what is due in the background, every second until {@link #close}. On PostgreSQL an event that any node has kept
   * wakes every node that was started, so that it is handled within a tenth of a second or so and not within the second:
   * a short look every 50 milliseconds sees whether the server has said so. This holds one connection of the pool until
   * {@link #close}, so size the pool for one more, and needs PostgreSQL's own driver among the program's classes, a pool
   * that unwraps its connections and sessions of one's own; where one of these is missing, or the connection is lost,
   * the second counts.
   *
   * @param executor the host's, which stays the host's to shut down
   * @throws IllegalStateException if it was started or closed before
   */
  public void start(ScheduledExecutorService executor) {
    background.start(
        executor,
        unlessClosed(this::workOnce),
        unlessClosed(() -> workHalf.run(this, calls::closing)),
        workHalf.listen());
  }

  private Runnable unlessClosed(Runnable work) {
    return () -> {
      if (calls.enter()) {
        try {
          work.run();
        } finally {
          calls.leave();
        }
      }
    };
  }

  /**
   * Erases a person everywhere: the host's sources, the guards', archive, journal and inbox, then the person's key,
   * the directory last. Each is attempted whatever the others do; calling it again is safe and completes what was not.
   * It cannot recall a message from the customer's phone.
   *
   * @param person whom
   * @param because why
   * @return what happened in each place
   * @throws IllegalArgumentException if the person is the tenant's own place
   * @throws IllegalStateException if this thread has a transaction open on the database, or after {@link #close}
   */
  public Erasure erase(Person person, Because because) {
    requireNoTransaction("erase()");
    return inside(() -> eraser.erase(person, because));
  }

  private <T> T inside(Supplier<T> call) {
    if (!calls.enter()) {
      throw new IllegalStateException("close() was called before; make another WhatsApp");
    }
    try {
      return call.get();
    } finally {
      calls.leave();
    }
  }

  private void requireNoTransaction(String method) {
    if (wiring.database().transactionOpen()) {
      throw new IllegalStateException(
          method + " cannot run inside a transaction; call it after the commit");
    }
  }

  /** {@return who is reached where} */
  public PersonDirectory people() {
    return wiring.people();
  }

  /** {@return the events that were received; to count them, and to retry or discard those that were set aside} */
  public Inbox inbox() {
    return inbox;
  }

  /** {@return the record of intents to send and what became of them} */
  public Journal journal() {
    return gate.journal();
  }

  /** {@return the files at Meta: uploaded, fetched, kept in the vault} */
  public Media media() {
    return media;
  }

  /** {@return the audit trail} */
  public AuditTrail trail() {
    return wiring.trail();
  }

  /**
   * Looks at everything that is needed: the database, both clocks, every secret, the vault, what waits, and the work in
   * the background. It never throws; what cannot be had is {@link Health.Status#DOWN}. It asks the database and each
   * secret's source, so ask it every few seconds, not at each request.
   *
   * @return how it stands, here and now
   */
  public Health health() {
    return checkup.health();
  }

  /**
   * Closes in order: the background work takes up no further event, new calls are refused, and those under way get 20
   * seconds to end. See {@link #close(Duration)}.
   */
  @Override
  public void close() {
    close(PATIENCE);
  }

  /**
   * Closes in order: the background work takes up no further event, new calls are refused, and those under way, with
   * what handlers send, get time to end. Connections are closed then; data source, executor and HTTP client stay the
   * host's. What has not ended goes on by itself; if its process dies first, another process or the next start settles
   * it: a received event is handled again, a message that may have left counts as undetermined. Closing twice does
   * nothing more. A call that closes from inside, such as a handler, waits for nobody.
   *
   * @param most how long to wait; zero to wait for nobody
   * @return whether every call had ended
   */
  public boolean close(Duration most) {
    background.close();
    boolean ended = calls.close(most);
    if (!ended) {
      LOG.warn("closed while calls were under way; what they leave is settled by the next start");
    }
    gate.close();
    return ended;
  }

  @Override
  public String toString() {
    return "WhatsApp[" + wiring.accounts().size() + " accounts]";
  }

  /** Collects the parts; not thread-safe. What is missing is named, all at once, by {@link #build}. */
  public static final class Builder {
    private final Composition parts = new Composition();

    private Builder() {}

    /**
     * Adds an account; call it once for each number.
     *
     * @param account the account with its secrets
     * @return this builder
     * @throws IllegalStateException if the number was added before
     */
    public Builder account(Account account) {
      parts.account(account);
      return this;
    }

    /**
     * The token that Meta shows when it checks the callback address; without one every handshake is refused.
     *
     * @param source the token
     * @return this builder
     * @throws IllegalStateException if it was set before
     */
    public Builder verifyToken(SecretSource source) {
      parts.verifyToken(source);
      return this;
    }

    /**
     * The one database; inbox, directory, journal and audit trail live in it.
     *
     * @param database the database
     * @return this builder
     * @throws IllegalStateException if it was set before
     */
    public Builder database(Database database) {
      parts.database(database);
      return this;
    }

    /**
     * The vault; there is no going without one.
     *
     * @param vault the vault, over the same database
     * @return this builder
     * @throws IllegalStateException if it was set before
     */
    public Builder vault(Vault vault) {
      parts.vault(vault);
      return this;
    }

    /**
     * What messages are sent for; {@link Purposes#standard()} by default. A message for another purpose is refused.
     *
     * @param declared the purposes
     * @return this builder
     * @throws IllegalStateException if they were set before
     */
    public Builder purposes(Purposes declared) {
      parts.purposes(declared);
      return this;
    }

    /**
     * The categories that Meta gave the host's templates, and the stop words they offer. A template that is not declared
     * counts as MARKETING; what Meta tells by the webhook {@code template_category_update} wins.
     *
     * @param declared the templates
     * @return this builder
     * @throws IllegalStateException if they were set before
     */
    public Builder templates(Templates declared) {
      parts.templates(declared);
      return this;
    }

    /**
     * Adds guards. Filters run in this order; rules run by their stage, whatever the order.
     *
     * @param guards modules and the host's own
     * @return this builder
     */
    public Builder guards(Guard... guards) {
      parts.guards(guards);
      return this;
    }

    /**
     * Adds a handler for a class of events. It gets events as the filters left them, at least once each, after the
     * answer, with no transaction open; an exception makes the event be tried again later, for a day or so, possibly
     * after events that came later. A handler that takes more than 2 minutes may be run again meanwhile, by another
     * thread or process, with the same event.
     *
     * @param type the class or interface, such as {@code MessageReceived.class}
     * @param handler what to do
     * @param <E> the class
     * @return this builder
     */
    public <E extends WebhookEvent> Builder on(Class<E> type, Consumer<? super E> handler) {
      return on(type, Only.all(), handler);
    }

    /**
     * Adds a handler for some events of a class, such as those at one number:
     * {@code on(TextReceived.class, Only.at(SALES).notStandby(), this::answer)}.
     *
     * @param type the class or interface
     * @param only which of its events
     * @param handler what to do
     * @param <E> the class
     * @return this builder
     */
    public <E extends WebhookEvent> Builder on(
        Class<E> type, Only only, Consumer<? super E> handler) {
      Objects.requireNonNull(handler, "handler");
      return onReceived(type, only, (event, received) -> handler.accept(event));
    }

    /**
     * Adds a handler that also gets what surrounds the event: the person, the number it came to, and {@link
     * Received#raw}, all that Meta said.
     *
     * @param type the class or interface, such as {@code UnknownEvent.class}
     * @param handler what to do
     * @param <E> the class
     * @return this builder
     */
    public <E extends WebhookEvent> Builder onReceived(
        Class<E> type, BiConsumer<? super E, ? super Received> handler) {
      return onReceived(type, Only.all(), handler);
    }

    /**
     * Adds a handler for some events of a class that also gets what surrounds them.
     *
     * @param type the class or interface
     * @param only which of its events
     * @param handler what to do
     * @param <E> the class
     * @return this builder
     */
    public <E extends WebhookEvent> Builder onReceived(
        Class<E> type, Only only, BiConsumer<? super E, ? super Received> handler) {
      parts.handler(new Handler<E>(type, Optional.empty(), only, handler));
      return this;
    }

    /**
     * Adds a handler for one kind of events, such as {@code message.image} or {@code security.PIN_CHANGED}.
     *
     * @param kind the kind, as {@link WebhookEvent#kind} tells it
     * @param handler what to do with the event and what surrounds it
     * @return this builder
     */
    public Builder onKind(String kind, BiConsumer<? super WebhookEvent, ? super Received> handler) {
      parts.handler(
          new Handler<WebhookEvent>(WebhookEvent.class, Optional.of(kind), Only.all(), handler));
      return this;
    }

    /**
     * Adds a place of the host's that holds something of persons; an erasure visits it first.
     *
     * @param source the place
     * @return this builder
     */
    public Builder addPersonalData(PersonalDataSource source) {
      parts.personalData(source);
      return this;
    }

    /**
     * Adds a place where signed audit checkpoints go.
     *
     * @param sink the place
     * @return this builder
     */
    public Builder addAuditSink(AuditSink sink) {
      parts.auditSink(sink);
      return this;
    }

    /**
     * The host's HTTP client, for its pool, proxy, TLS and DNS. It stays the host's to close; its event listener is
     * not told of messages, since it would see the token, and its calls last at most 60 seconds. By default one of
     * Waxseal's own, with 4 seconds to connect and 30 for a call.
     *
     * @param client the client
     * @return this builder
     * @throws IllegalArgumentException if it has interceptors, an authenticator, cookies or a cache
     * @throws IllegalStateException if it was set before
     */
    public Builder http(OkHttpClient client) {
      parts.http(client);
      return this;
    }

    /**
     * What the host wants of files; {@link MediaPolicy#standard()} by default.
     *
     * @param policy how long, from where, who looks at them, where they are kept
     * @return this builder
     * @throws IllegalStateException if it was set before
     */
    public Builder media(MediaPolicy policy) {
      parts.media(policy);
      return this;
    }

    /**
     * Where the Graph API is; Meta's by default.
     *
     * @param endpoint the endpoint
     * @return this builder
     * @throws IllegalStateException if it was set before
     */
    public Builder graph(GraphEndpoint endpoint) {
      parts.graph(endpoint);
      return this;
    }

    /**
     * How long a phone counts as that of the one human who was ever seen there, when a grant is attributed or a phone
     * addressed; two years by default. The quarantine of 45 days is the strict choice: then nobody else's grant is ever
     * used, and older grants for phones that were never seen must be asked for again. See docs/people.md.
     *
     * @param trust 45 days or more
     * @return this builder
     * @throws IllegalArgumentException if it is shorter
     * @throws IllegalStateException if it was set before
     */
    public Builder identityTrust(Duration trust) {
      parts.identityTrust(trust);
      return this;
    }

    /**
     * The clock; the system's in UTC by default.
     *
     * @param clock the clock
     * @return this builder
     * @throws IllegalStateException if it was set before
     */
    public Builder clock(Clock clock) {
      parts.clock(clock);
      return this;
    }

    /**
     * The longest webhook body that is read; longer ones are answered with 413. Meta's are at most 3 MB, which is the
     * default.
     *
     * @param bytes the limit, 1 or more
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder bodyLimit(int bytes) {
      parts.bodyLimit(bytes);
      return this;
    }

    /**
     * Goes without a rule that asks for consent: everybody can be written to. Logged at each start and audited.
     *
     * @param reason why
     * @return this builder
     * @throws IllegalArgumentException if the reason is blank
     */
    public Builder ungated(String reason) {
      parts.without("ungated", reason);
      return this;
    }

    /**
     * Goes without checking signatures: whoever reaches the endpoint can put events in. Logged at each start and
     * audited.
     *
     * @param reason why
     * @return this builder
     * @throws IllegalArgumentException if the reason is blank
     */
    public Builder acceptUnsigned(String reason) {
      parts.without("acceptUnsigned", reason);
      return this;
    }

    /**
     * Goes without an audit trail: nothing can be proven later. Logged at each start.
     *
     * @param reason why
     * @return this builder
     * @throws IllegalArgumentException if the reason is blank
     */
    public Builder unaudited(String reason) {
      parts.without("unaudited", reason);
      return this;
    }

    /**
     * Composes the object and opens its stores.
     *
     * @return the object
     * @throws IllegalStateException if something is missing or contradicts, the message names all of it; or if a purpose
     *     has changed and its version has not
     * @throws io.waxseal.account.WaxsealException if a store cannot be opened, or a secret cannot be had or has white space
     *     around it, a byte order mark or a second line; the message names which
     */
    public WhatsApp build() {
      return parts.compose();
    }
  }
}
