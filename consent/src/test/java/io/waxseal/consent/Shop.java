package io.waxseal.consent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.WhatsApp;
import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.guard.Guard;
import io.waxseal.internal.sql.Sql;
import io.waxseal.message.Basis;
import io.waxseal.message.Category;
import io.waxseal.message.Message;
import io.waxseal.message.Purpose;
import io.waxseal.message.Purposes;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.Templates;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.person.Recipient;
import io.waxseal.person.Vault;
import io.waxseal.send.Refused;
import io.waxseal.send.SendResult;
import io.waxseal.simulator.AcceptedMessage;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.simulator.Simulator;
import io.waxseal.store.Database;
import io.waxseal.store.Dialect;
import io.waxseal.testkit.TestClock;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/** A business with one number: a whole WhatsApp with Consent over real HTTP, and Meta's side of it on loopback. */
final class Shop implements AutoCloseable {
  /** Marketing that does not say so in its name. */
  static final Purpose PARTY = Purpose.of("club.party", Category.MARKETING, Basis.CONSENT);

  static final By ANA = By.agent("ana");
  static final Evidence FORM = Evidence.statement("form 7");
  static final String CUSTOMER = "16505551234";

  private static final String TOKEN = "a-token-made-up-for-tests";
  private static final String SECRET = "an-app-secret-made-up-for-tests";
  private static final Pattern USER_ID = Pattern.compile("\"from_user_id\":\"([^\"]+)\"");

  final TestClock clock = new TestClock();
  final HeldSockets sockets = new HeldSockets();
  final Simulator simulator;
  final Kek kek;
  final Database database;
  final Vault vault;
  final Consent consent;
  final WhatsApp whatsapp;

  private final AtomicReference<Runnable> atDns = new AtomicReference<>(() -> {});
  private volatile Duration metaIsAheadBy = Duration.ZERO;

  /** With its tables in memory. */
  static Shop open(Guard... more) {
    return new Shop(Database.inMemory(), consent -> consent, null, more);
  }

  /** Over a database, with consent inside another guard, perhaps against another server. */
  Shop(Database database, Function<Consent, Guard> wrapper, URI server, Guard... more) {
    this(Kek.inMemoryForTests(), database, wrapper, server, more);
  }

  private Shop(
      Kek kek, Database database, Function<Consent, Guard> wrapper, URI server, Guard... more) {
    this.kek = kek;
    this.database = database;
    simulator = Simulator.builder()
        .accessToken(TOKEN)
        .appSecret(SECRET)
        .clock(metaClock())
        .start();
    vault = SealedVault.on(database, kek);
    consent = Consent.on(database, vault);
    whatsapp = WhatsApp.builder()
        .account(account("106540352242922"))
        .database(database)
        .vault(vault)
        .purposes(Purposes.standard().marketing("offers-spring").declare(PARTY))
        .templates(Templates.of()
            .utility("order_update")
            .authentication("code")
            .advertises("spring_offer", "VIOLET"))
        .guards(wrapper.apply(consent))
        .guards(more)
        .http(new OkHttpClient.Builder()
            .dns(this::lookup)
            .socketFactory(sockets)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
            .build())
        .graph(GraphEndpoint.simulator(server == null ? simulator.endpoint() : server))
        .clock(clock)
        .build();
  }

  /** The same business in another process: nothing is shared but the file and the keys. */
  Shop twin(Database sameFile) {
    return new Shop(kek, sameFile, consent -> consent, null);
  }

  static Account account(String number) {
    return account(number, "102290129340398");
  }

  static Account account(String number, String waba) {
    return Account.of(number, waba)
        .accessToken(Secrets.fixed(Secret.of(TOKEN)))
        .appSecrets(Secrets.fixed(Secret.of(SECRET)));
  }

  private Clock metaClock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return clock.instant().plus(metaIsAheadBy);
      }

      @Override
      public ZoneId getZone() {
        return clock.getZone();
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  private List<InetAddress> lookup(String host) throws UnknownHostException {
    atDns.getAndSet(() -> {}).run();
    return Dns.SYSTEM.lookup(host);
  }

  /** Runs something once, when the next message has passed every rule and looks for the server. */
  void atNextConnection(Runnable action) {
    atDns.set(action);
  }

  /** Moves the timestamps of the webhooks made from now on. */
  void metaIsAheadBy(Duration ahead) {
    metaIsAheadBy = ahead;
  }

  /** A second later the customer writes. */
  SignedWebhook writes(String customer, String text) {
    clock.advance(Duration.ofSeconds(1));
    SignedWebhook webhook = simulator.customerWrites(customer, "Bo", text);
    deliver(webhook);
    return webhook;
  }

  /** A second later the customer chooses in WhatsApp itself. */
  void prefers(String customer, String value) {
    clock.advance(Duration.ofSeconds(1));
    deliver(simulator.preference(customer, value));
  }

  void deliver(SignedWebhook webhook) {
    int status = whatsapp.receive(webhook.body(), name -> webhook.signature()).status();
    assertThat(status).isEqualTo(200);
  }

  /** The user id that Meta shows beside a number. */
  String userId(String customer) {
    String body = new String(simulator.customerWrites(customer, "Bo", "x").body(), UTF_8);
    Matcher matcher = USER_ID.matcher(body);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  ContactPoint bsuid(String customer) {
    return ContactPoint.bsuid(userId(customer));
  }

  static ContactPoint phone(String customer) {
    return ContactPoint.phone(customer);
  }

  Person person(String customer) {
    return whatsapp.people().find(Tenant.DEFAULT, Set.of(phone(customer))).orElseThrow();
  }

  void grant(Recipient to, String purpose) {
    clock.advance(Duration.ofSeconds(1));
    consent.grant(to, purpose, FORM, ANA);
  }

  /** What becomes of a marketing template: a reason code, or the name of the result. */
  String offer(Recipient to) {
    return template(to, "marketing.offers");
  }

  String template(Recipient to, String purpose) {
    String name = purpose.startsWith("utility.") || purpose.startsWith("notice.")
        ? "order_update"
        : purpose.startsWith("auth.") ? "code" : "spring_offer";
    return send(TemplateMessage.to(to, name, "en").purpose(purpose));
  }

  String text(Recipient to) {
    return send(TextMessage.to(to, "Your table is booked for 8 pm."));
  }

  String send(Message message) {
    return word(whatsapp.send(message, ANA));
  }

  static String word(SendResult result) {
    return result instanceof Refused refused
        ? refused.reason().code()
        : result.getClass().getSimpleName();
  }

  /** The bodies of the texts that arrived at Meta. */
  List<String> texts() {
    return simulator.accepted().stream()
        .filter(message -> message.type().equals("text"))
        .map(message -> new String(message.body(), UTF_8))
        .toList();
  }

  AcceptedMessage lastAccepted() {
    List<AcceptedMessage> accepted = simulator.accepted();
    return accepted.get(accepted.size() - 1);
  }

  /** How often something stands in the audit trail, staged or placed. */
  long audited(String type) {
    String is = database.dialect() == Dialect.SQLITE
        ? " WHERE instr(leaf, CAST(? AS BLOB)) > 0"
        : " WHERE position(convert_to(?, 'UTF8') IN leaf) > 0";
    return count("SELECT COUNT(*) FROM wx_audit_stage" + is, type)
        + count("SELECT COUNT(*) FROM wx_audit_entry" + is, type);
  }

  long marks() {
    return count("SELECT COUNT(*) FROM wx_consent_mark");
  }

  long count(String sql, Object... values) {
    return database.inTransaction(tx -> Sql.count(tx, sql, values));
  }

  int update(String sql, Object... values) {
    return database.inTransaction(tx -> Sql.update(tx, sql, values));
  }

  @Override
  public void close() {
    sockets.release();
    whatsapp.close();
    simulator.close();
  }
}
