package io.waxseal.send;

import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.StoreException;
import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import io.waxseal.account.WaxsealException;
import io.waxseal.audit.AuditEntry;
import io.waxseal.audit.AuditTrail;
import io.waxseal.internal.http.HostHttp;
import io.waxseal.json.JsonObject;
import io.waxseal.message.Message;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.LinkEvidence;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.person.Recipient;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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

  private final Map<PhoneNumberId, Account> accounts;
  private final Database database;
  private final PersonDirectory people;
  private final AuditTrail trail;
  private final Clock clock;
  private final RuleBook rules;
  private final JdbcJournal journal;
  private final MessageTransport transport;

  private SendGate(Builder builder, List<SendRule> rules) {
    accounts = Map.copyOf(builder.accounts);
    database = Objects.requireNonNull(builder.database, "database");
    people = Objects.requireNonNull(builder.people, "people");
    trail = Objects.requireNonNull(builder.trail, "trail");
    clock = builder.clock;
    this.rules = new RuleBook(rules);
    journal = new JdbcJournal(database, Objects.requireNonNull(builder.vault, "vault"), clock);
    HostHttp http = builder.http;
    transport = new MessageTransport(
        http == null ? HttpClients.standard() : http.client(), builder.endpoint, http == null);
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
   * Sends a message, or says why not. Returns when Meta has answered, or the deadline is over.
   *
   * @param message what to send
   * @param by who sends it
   * @return what became of it; nothing is thrown for what can go wrong outside the program
   * @throws IllegalArgumentException if the message names no number and there are several, or one that is not ours
   * @throws IllegalStateException if this thread has a transaction open, in which a stop could not be seen
   */
  public SendResult send(Message message, By by) {
    if (database.transactionOpen()) {
      throw new IllegalStateException(
          "send() cannot run inside a transaction; call it after the commit");
    }
    Account account = account(message);
    UUID transmission = UUID.randomUUID();
    try {
      return pass(account, transmission, message, by);
    } catch (WaxsealException e) {
      LOG.warn("a message was refused: {}", e.getMessage());
      return refused(account, Optional.empty(), message, by, unavailable(e));
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

  private SendResult pass(Account account, UUID transmission, Message message, By by) {
    Optional<SendRequest> request = request(account, message, by);
    if (request.isEmpty()) {
      return refused(account, Optional.empty(), message, by, unknownRecipient());
    }
    RuleBook.Judgement judgement = rules.judge(request.get());
    if (judgement.refusal().isPresent()) {
      return refused(
          account, request.get().person(), message, by, judgement.refusal().get());
    }
    return transmit(judgement, transmission);
  }

  /** Gathers whom the message goes to; empty if no contact point is known. Creates nobody. */
  private Optional<SendRequest> request(Account account, Message message, By by) {
    Recipient to = message.to();
    Set<ContactPoint> points = new LinkedHashSet<>();
    Optional<Person> person;
    if (to instanceof ContactPoint point) {
      points.add(point);
      person = people.find(account.tenant(), points);
    } else {
      person = Optional.of((Person) to).filter(known -> known.tenant().equals(account.tenant()));
    }
    person.ifPresent(known -> points.addAll(people.points(known)));
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(new SendRequest(account, points, person, message, by, clock.instant()));
  }

  private Refused refused(
      Account account, Optional<Person> person, Message message, By by, Refused refused) {
    AuditEntry entry = AuditEntry.of("send.refused", account.tenant(), by)
        .with("reason", refused.reason().code())
        .with("purpose", message.purpose().orElse(""))
        .with("kind", message.type());
    audit(person.map(entry::about).orElse(entry));
    return refused;
  }

  private SendResult transmit(RuleBook.Judgement judgement, UUID transmission) {
    SendRequest request = judgement.request();
    byte[] body = body(request, transmission);
    Permit permit = Permit.forBody(body, clock.instant());
    Person person = database.inTransaction(tx -> intend(tx, request, transmission));
    Passage passage = new Passage(() -> atTheFence(judgement, person, transmission, permit, body));
    SendResult result;
    try {
      result = transport.send(request.account(), transmission, body, passage);
    } catch (Exception | Error e) {
      // a secret source, the host's DNS: whatever throws, the passage knows whether a byte can have
      // left
      LOG.warn("a transmission ended with {}", e.getClass().getName());
      result = ended(passage, transmission, e);
    }
    settle(judgement, person, transmission, result);
    return result;
  }

  private static SendResult ended(Passage passage, UUID transmission, Throwable e) {
    return passage.open()
        ? Answer.undetermined(transmission)
        : passage.refusal().orElseGet(() -> unavailable(e));
  }

  private Person intend(Transaction transaction, SendRequest request, UUID transmission)
      throws SQLException {
    Account account = request.account();
    Person person = request.person().isPresent()
        ? request.person().get()
        : people.findOrCreate(
            transaction, account.tenant(), request.points(), LinkEvidence.ASSERTED_BY_HOST);
    journal.intend(transaction, transmission, account, person, request.message());
    return person;
  }

  /** Serialises the message, once; what is hashed, permitted and sent are these bytes. */
  private static byte[] body(SendRequest request, UUID transmission) {
    JsonObject.Builder body = JsonObject.builder()
        .put("messaging_product", "whatsapp")
        .put("recipient_type", "individual");
    ContactPoint to = address(request);
    if (to instanceof ContactPoint.Phone phone) {
      body.put("to", phone.value());
    } else {
      body.put("recipient", to.value());
    }
    request.message().content().members().forEach(body::put);
    body.put("biz_opaque_callback_data", JdbcJournal.callbackData(transmission));
    return body.build().toBytes();
  }

  /** The point addressed; of a person the phone number, since it keeps the number visible to the business. */
  private static ContactPoint address(SendRequest request) {
    if (request.message().to() instanceof ContactPoint point) {
      return point;
    }
    return request.points().stream()
        .min(Comparator.comparing((ContactPoint point) -> !(point instanceof ContactPoint.Phone))
            .thenComparing(ContactPoint::field))
        .orElseThrow();
  }

  /** Runs with the connection open and nothing written: the last moment at which no is possible. */
  private Optional<Refused> atTheFence(
      RuleBook.Judgement judgement, Person person, UUID transmission, Permit permit, byte[] body) {
    if (permit.burn(body, clock.instant()) != Permit.State.GOOD) {
      return Optional.of(Refused.because(
          Reason.PERMIT_EXPIRED,
          Guidance.of(
              "The message was not sent because connecting took too long. Try again.",
              "The permit lives " + Permit.LIFE.toSeconds()
                  + " seconds and is good for one body once.")));
    }
    try {
      database.inTransaction(tx -> {
        for (Fence fence : judgement.fences()) {
          Optional<Refused> refusal = fence.ask(tx, transmission);
          if (refusal.isPresent()) {
            throw new FenceRefused(refusal.get());
          }
        }
        journal.sending(tx, transmission);
        // no byte leaves without an entry, whatever becomes of this process
        trail.record(tx, entry("send.started", judgement, person, transmission));
        return Boolean.TRUE;
      });
      return Optional.empty();
    } catch (FenceRefused e) {
      return Optional.of(e.refusal);
    } catch (Exception e) {
      LOG.error("a fence failed with {}; the message is refused", e.getClass().getName());
      return Optional.of(unavailable(e));
    }
  }

  private void settle(
      RuleBook.Judgement judgement, Person person, UUID transmission, SendResult result) {
    try {
      database.inTransaction(tx -> {
        for (Fence fence : judgement.fences()) {
          fence.settled(tx, transmission, result);
        }
        journal.settle(tx, person.tenant(), transmission, result);
        return Boolean.TRUE;
      });
      database.inTransaction(tx -> {
        AuditEntry entry = entry("send." + word(result), judgement, person, transmission);
        if (result instanceof Refused refused) {
          entry = entry.with("reason", refused.reason().code());
        }
        trail.record(tx, entry);
        return Boolean.TRUE;
      });
    } catch (Exception e) {
      // the outcome at Meta stands whether or not it can be written down; a status webhook settles
      // the journal later
      LOG.error(
          "the outcome of a transmission could not be written down: {}",
          e.getClass().getName());
    }
  }

  private static AuditEntry entry(
      String type, RuleBook.Judgement judgement, Person person, UUID transmission) {
    SendRequest request = judgement.request();
    AuditEntry entry = AuditEntry.of(type, person.tenant(), request.by())
        .about(person)
        .with("transmission", transmission.toString())
        .with("purpose", request.purpose().orElse(""))
        .with("kind", request.message().type());
    for (Reason basis : judgement.basis()) {
      entry = entry.with("basis." + basis.code(), "");
    }
    return entry;
  }

  private static String word(SendResult result) {
    if (result instanceof Accepted) {
      return "accepted";
    }
    if (result instanceof Refused) {
      return "refused";
    }
    return result instanceof Failed ? "failed" : "undetermined";
  }

  /** A refusal stands even if it cannot be recorded. */
  private void audit(AuditEntry entry) {
    try {
      database.inTransaction(tx -> {
        trail.record(tx, entry);
        return Boolean.TRUE;
      });
    } catch (Exception e) {
      LOG.error(
          "a refusal could not be written to the audit trail: {}", e.getClass().getName());
    }
  }

  private static Refused unknownRecipient() {
    return Refused.because(
        Reason.RECIPIENT_UNKNOWN,
        Guidance.of(
            "This customer cannot be reached: no number is known.",
            "No contact point is known for the person; an erasure removes them. Send to a ContactPoint."));
  }

  private static Refused unavailable(Throwable e) {
    Reason reason = Reason.INTERNAL_FAILURE;
    String why = "Something failed on the way to the wire; the log names it. Nothing was sent.";
    if (e instanceof StoreException) {
      reason = Reason.STORE_UNAVAILABLE;
      why = "The database cannot be had, so no stop could be seen; nothing was sent.";
    } else if (e instanceof VaultException || e instanceof SecretUnavailableException) {
      reason = Reason.KEY_UNAVAILABLE;
      why = "A key or secret cannot be had; the log says which. Nothing was sent.";
    }
    return Refused.because(
        reason, Guidance.of("Messages cannot be sent now. Try again in a moment.", why));
  }

  @Override
  public void close() {
    transport.close();
  }

  /** Carries a fence's refusal out of the transaction, so that the marks of its neighbours roll back. */
  private static final class FenceRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refused refusal;

    FenceRefused(Refused refusal) {
      super(refusal.reason().code(), null, false, false);
      this.refusal = refusal;
    }
  }

  /** Collects the parts of a gate; not thread-safe. */
  public static final class Builder {
    private final Map<PhoneNumberId, Account> accounts = new LinkedHashMap<>();
    private final List<SendRule> rules = new ArrayList<>();
    private @Nullable Database database;
    private @Nullable PersonDirectory people;
    private @Nullable Vault vault;
    private @Nullable AuditTrail trail;
    private @Nullable HostHttp http;
    private @Nullable String ungated;
    private GraphEndpoint endpoint = GraphEndpoint.META;
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
     * Goes without a rule of stage CONSENT. Who calls this says so in log and trail, as {@code WhatsApp.Builder} does.
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
     * The host's HTTP client, as {@code WhatsApp.Builder.http} has checked it.
     *
     * @param host the client
     * @return this builder
     */
    @SuppressWarnings("exports") // nobody outside can call it, which is the point
    public Builder http(HostHttp host) {
      http = host;
      return this;
    }

    /**
     * Where the Graph API is; Meta's by default.
     *
     * @param graph the endpoint
     * @return this builder
     */
    public Builder endpoint(GraphEndpoint graph) {
      endpoint = graph;
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
     * @throws IllegalStateException if no rule has stage CONSENT and {@link #ungated} was not called
     * @throws NullPointerException if a store is missing
     */
    public SendGate build() {
      boolean gated = rules.stream().anyMatch(rule -> rule.stage() == Stage.CONSENT);
      if (!gated && ungated == null) {
        throw new IllegalStateException(
            "a gate has a rule of stage CONSENT, or ungated(\"reason\") says why not");
      }
      return new SendGate(this, rules);
    }
  }
}
