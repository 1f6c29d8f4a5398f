package io.waxseal.send;

import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.Tenant;
import io.waxseal.audit.AuditEntry;
import io.waxseal.audit.AuditTrail;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.graph.media.Media;
import io.waxseal.internal.http.GraphTransport;
import io.waxseal.internal.log.Thrown;
import io.waxseal.message.Message;
import io.waxseal.message.Purposes;
import io.waxseal.message.Templates;
import io.waxseal.person.Group;
import io.waxseal.person.IndexedPoint;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.PersonDirectory.Address;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way out. A message passes the rules, is serialised once, gets a permit, is written into the journal, and when a
 * connection is open asks the fences, all before its first byte leaves. Thread-safe.
 *
 * <p>Threat: no message leaves without the rules' consent, and none leaves after a stop was acknowledged, whichever
 * thread or process recorded it. Whatever fails on the way is a refusal. Not stopped: a message whose first byte left
 * before the stop was acknowledged.
 */
public final class SendGate implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SendGate.class);

  /** No call lasts so long; what is still unsettled then was left by a process that died. */
  private static final Duration ABANDONED = Duration.ofMinutes(10);

  private static final String AUTHENTICATION = "auth";

  private final Map<PhoneNumberId, Account> accounts;
  private final Database database;
  private final PersonDirectory people;
  private final AuditTrail trail;
  private final Clock clock;
  private final RuleBook rules;
  private final Purposes purposes;
  private final JdbcJournal journal;
  private final GraphTransport graph;
  private final Uploads uploads;
  private final AccountTroubles troubles = new AccountTroubles();
  private final Transmitter transmitter;

  private SendGate(Builder builder, List<SendRule> rules) {
    accounts = Map.copyOf(builder.accounts);
    database = Objects.requireNonNull(builder.database, "database");
    people = Objects.requireNonNull(builder.people, "people");
    trail = Objects.requireNonNull(builder.trail, "trail");
    clock = builder.clock;
    purposes = builder.purposes;
    TemplateCatalog templates = builder.templates == null
        ? TemplateCatalog.on(database, Templates.of())
        : builder.templates;
    List<SendRule> all = new ArrayList<>(rules);
    all.add(new CategoryRule(purposes, templates));
    this.rules = new RuleBook(all);
    new PurposeBook(database).keep(purposes);
    journal = new JdbcJournal(database, Objects.requireNonNull(builder.vault, "vault"), clock);
    graph = builder.graph == null
        ? GraphTransport.to(null, GraphEndpoint.META.uri(), GraphEndpoint.META.loopback())
        : builder.graph;
    uploads = new Uploads(builder.media);
    TransmissionLog log = new TransmissionLog(database, people, journal, trail);
    transmitter = new Transmitter(log, new MessageTransport(graph), troubles, clock);
  }

  /**
   * Makes sure that the tables of all gates exist, for a tool that sends nothing.
   *
   * @param database where
   * @param vault as for {@link Builder#stores}
   * @throws io.waxseal.account.StoreException as {@link Database#require} throws it
   */
  public static void requireTables(Database database, Vault vault) {
    new PurposeBook(database);
    new JdbcJournal(database, vault, Clock.systemUTC());
  }

  /**
   * Starts a gate.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the record of intents to send} */
  public Journal journal() {
    return journal;
  }

  /**
   * What Meta last refused whole accounts for, such as an expired token, until it accepts a message of theirs again.
   *
   * @return what is wrong and what to do, by Meta's id of the number; no secret and nothing of a person
   */
  public Map<String, String> troubles() {
    return troubles.all();
  }

  /** {@return what marks received messages as read, over the same connections} */
  public ReadMarks readMarks() {
    return new ReadMarks(graph, accounts, database, people, trail);
  }

  /**
   * Settles an intent by a status webhook, in any order and any number of times. The intent is found by what travelled
   * with it, or by the blind index of Meta's id; a status of a message that is not ours changes nothing.
   *
   * @param transaction where
   * @param tenant whose
   * @param messageId Meta's id
   * @param callbackData what came back with the status, if anything did
   * @param status Meta's word, such as {@code delivered}
   */
  public void settle(
      Transaction transaction,
      Tenant tenant,
      MessageId messageId,
      Optional<String> callbackData,
      String status) {
    journal.settle(transaction, tenant, messageId, callbackData, status);
  }

  /**
   * Settles intents whose process has died: what never reached the fence has failed, what passed it is undetermined.
   *
   * @return how many were settled
   */
  public int abandonOld() {
    return journal.abandon(ABANDONED);
  }

  /** {@return the source whose erasure deletes a person's intents} */
  public PersonalDataSource personalData() {
    return journal.personalData();
  }

  /**
   * Sends a message, or says why not. Returns when Meta has answered, or the deadline is over. Two calls are two messages:
   * there is no key that tells a repeated call from a new one. A thread that is interrupted keeps its flag; the result says
   * whether a byte can have left.
   *
   * @param message what to send
   * @param by who sends it
   * @return what became of it; nothing is thrown for what can go wrong outside the program, nor for what a rule, a store
   *     or a secret source of the host throws
   * @throws IllegalArgumentException if the message names no number and there are several, or one that is not ours; or if
   *     it lacks something that its kind needs, such as buttons without a button; or goes to a group, which takes no message
   *     of its kind
   * @throws IllegalStateException if this thread has a transaction open, in which a stop could not be seen
   * @throws NullPointerException if an argument is null
   */
  public SendResult send(Message message, By by) {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(by, "by");
    if (database.transactionOpen()) {
      throw new IllegalStateException(
          "send() cannot run inside a transaction; call it after the commit");
    }
    Account account = account(message);
    message.requireWhole();
    if (message.to() instanceof Group && !message.reachesGroups()) {
      throw new IllegalArgumentException("a group can be sent texts, files, templates and pins, no "
          + message.type() + "; send it to one of those who are in it");
    }
    if (!declared(message)) {
      return refused(account, Optional.empty(), message, by, unknownPurpose());
    }
    UUID transmission = UUID.randomUUID();
    try {
      return pass(account, transmission, message, by);
    } catch (Exception | Error e) {
      // the transmitter throws nothing once it has asked the fence, so nothing was sent
      LOG.warn("a message was refused: {}", Thrown.named(e));
      return refused(account, Optional.empty(), message, by, Outage.refusal(e));
    }
  }

  private Account account(Message message) {
    if (message.from().isEmpty()) {
      if (accounts.size() != 1) {
        throw new IllegalArgumentException(
            "there are " + accounts.size() + " accounts; say which with from(…)");
      }
      return accounts.values().iterator().next();
    }
    Account account = accounts.get(message.from().get());
    if (account == null) {
      throw new IllegalArgumentException(
          "the message is from a number that is not an account of this WhatsApp");
    }
    return account;
  }

  private boolean declared(Message message) {
    return message.purpose().flatMap(purposes::find).isPresent()
        || message.purpose().isEmpty();
  }

  private SendResult pass(Account account, UUID transmission, Message message, By by) {
    if (message.to() instanceof Group) {
      return pass(
          new SendRequest(account, Set.of(), Optional.empty(), message, by, clock.instant()),
          transmission);
    }
    Address address = people.address(account.tenant(), message.to(), needsPhone(message));
    if (address.certainty() != Address.Certainty.KNOWN) {
      return refused(
          account, address.person(), message, by, Unreachable.because(address.certainty()));
    }
    return pass(
        new SendRequest(
            account,
            new LinkedHashSet<>(address.points()),
            address.person(),
            message,
            by,
            clock.instant()),
        transmission);
  }

  private SendResult pass(SendRequest request, UUID transmission) {
    Account account = request.account();
    Message message = request.message();
    By by = request.by();
    RuleBook.Judgement judgement = rules.judge(request);
    if (judgement.refusal().isPresent()) {
      return refused(account, request.person(), message, by, judgement.refusal().get());
    }
    Uploads.Result files = uploads.upload(account, judgement.request().message());
    if (files.failed() != null) {
      audit("send.failed", "FILE_NOT_UPLOADED", account, request.person(), message, by);
      return files.failed();
    }
    return transmitter.transmit(judgement.uploaded(files.message()), transmission);
  }

  /** Meta takes an authentication template by phone only. Source: Meta, error 131062. */
  private static boolean needsPhone(Message message) {
    return message.isTemplate()
        && message
            .purpose()
            .filter(purpose -> purpose.startsWith(AUTHENTICATION))
            .isPresent();
  }

  /**
   * The phone that a message was sent to, by what travelled with it and came back.
   *
   * @param transaction where
   * @param tenant whose
   * @param callbackData what came back with a status
   * @return the phone; empty if the message is not ours or went to an account
   */
  public Optional<IndexedPoint> phoneOf(
      Transaction transaction, Tenant tenant, String callbackData) {
    return journal.phoneOf(transaction, tenant, callbackData);
  }

  private Refused refused(
      Account account, Optional<Person> person, Message message, By by, Refused refused) {
    audit("send.refused", refused.reason().code(), account, person, message, by);
    return refused;
  }

  /** What was decided stands even if it cannot be recorded. */
  private void audit(
      String type,
      String reason,
      Account account,
      Optional<Person> person,
      Message message,
      By by) {
    AuditEntry entry = AuditEntry.of(type, account.tenant(), by)
        .with("reason", reason)
        .with("purpose", message.purpose().filter(name -> declared(message)).orElse(""))
        .with("kind", message.type());
    try {
      database.useTransaction(tx -> {
        trail.record(tx, person.map(entry::about).orElse(entry));
      });
    } catch (Exception | Error e) {
      LOG.error("a refusal could not be written to the audit trail: {}", Thrown.named(e));
    }
  }

  private static Refused unknownPurpose() {
    return Refused.because(
        Reason.PURPOSE_UNKNOWN,
        Guidance.of(
            "The message was not sent because it is for a purpose that nobody has set up. Tell the administrators.",
            "The purpose is not declared; name a declared one, or add it with"
                + " WhatsApp.Builder.purposes(Purposes.standard().utility(\"order\")) or marketing, auth, notice, declare."));
  }

  @Override
  public void close() {
    graph.close();
  }

  /** Collects the parts of a gate; not thread-safe. */
  public static final class Builder {
    private final Map<PhoneNumberId, Account> accounts = new LinkedHashMap<>();
    private final List<SendRule> rules = new ArrayList<>();
    private @Nullable Database database;
    private @Nullable PersonDirectory people;
    private @Nullable Vault vault;
    private @Nullable AuditTrail trail;
    private @Nullable GraphTransport graph;
    private @Nullable Media media;
    private @Nullable String ungated;
    private @Nullable TemplateCatalog templates;
    private Purposes purposes = Purposes.standard();
    private Clock clock = Clock.systemUTC();

    private Builder() {}

    /**
     * The accounts that may send.
     *
     * @param all the accounts
     * @return this builder
     */
    public Builder accounts(Map<PhoneNumberId, Account> all) {
      accounts.putAll(all);
      return this;
    }

    /**
     * Where it stores, and who seals.
     *
     * @param store the database
     * @param directory the persons
     * @param seals the vault
     * @param records the audit trail
     * @return this builder
     */
    public Builder stores(
        Database store, PersonDirectory directory, Vault seals, AuditTrail records) {
      database = store;
      people = directory;
      vault = seals;
      trail = records;
      return this;
    }

    /**
     * More rules.
     *
     * @param more the rules, in any order
     * @return this builder
     */
    public Builder rules(List<SendRule> more) {
      rules.addAll(more);
      return this;
    }

    /**
     * What messages may be sent for, and what is known of templates; by default the standard purposes, and of templates
     * what Meta told.
     *
     * @param declared the purposes
     * @param catalog the templates
     * @return this builder
     */
    public Builder purposes(Purposes declared, TemplateCatalog catalog) {
      purposes = declared;
      templates = catalog;
      return this;
    }

    /**
     * Goes without a rule of stage CONSENT. {@link #build} says so in the log each time; who calls this writes it into the
     * trail, as {@code WhatsApp.Builder} does.
     *
     * @param reason why, not blank
     * @return this builder
     * @throws IllegalArgumentException if the reason is blank
     */
    public Builder ungated(String reason) {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("ungated needs a reason");
      }
      ungated = reason;
      return this;
    }

    /**
     * The road to the Graph API, which the gate closes; Meta's with a client of our own by default.
     *
     * @param transport the road
     * @return this builder
     */
    @SuppressWarnings("exports") // nobody outside can call it, which is the point
    public Builder graph(GraphTransport transport) {
      graph = transport;
      return this;
    }

    /**
     * Who uploads the files that messages attach; without one such a message is refused.
     *
     * @param files the client
     * @return this builder
     */
    public Builder media(Media files) {
      media = files;
      return this;
    }

    /**
     * The clock; the system's by default.
     *
     * @param time the clock
     * @return this builder
     */
    public Builder clock(Clock time) {
      clock = time;
      return this;
    }

    /**
     * Makes the gate.
     *
     * @return the gate
     * @throws IllegalStateException if no rule has stage CONSENT and {@link #ungated} was not called, or a purpose has
     *     changed and its version has not
     * @throws NullPointerException if a store is missing
     */
    public SendGate build() {
      boolean gated = rules.stream().anyMatch(rule -> rule.stage() == Stage.CONSENT);
      if (!gated && ungated == null) {
        throw new IllegalStateException(
            "a gate has a rule of stage CONSENT, or ungated(\"reason\") says why not");
      }
      SendGate gate = new SendGate(this, rules);
      if (!gated) {
        LOG.warn("messages are sent without a rule of stage CONSENT, because: {}", ungated);
      }
      return gate;
    }
  }
}
