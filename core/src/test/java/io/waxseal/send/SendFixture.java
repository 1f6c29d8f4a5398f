package io.waxseal.send;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.audit.AuditTrail;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.graph.media.Media;
import io.waxseal.graph.media.MediaPolicy;
import io.waxseal.internal.http.GraphTransport;
import io.waxseal.internal.http.HostHttp;
import io.waxseal.internal.sql.Sql;
import io.waxseal.message.Message;
import io.waxseal.message.Purposes;
import io.waxseal.message.Templates;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.RecordKind;
import io.waxseal.store.Database;
import io.waxseal.store.Transaction;
import io.waxseal.testkit.TestClock;
import io.waxseal.testkit.TestVault;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;

/** A gate with everything real but Meta, and what tests ask about it afterwards. */
final class SendFixture implements AutoCloseable {
  static final String NUMBER = "15550001111";
  static final String TOKEN = "EAAG-test-token";
  static final String APP_SECRET = "test-app-secret";
  static final By BY = By.system("test");
  static final Guidance GUIDANCE = Guidance.of("ask", "fix");

  final Database database;
  final TestVault vault;
  final PersonDirectory people;
  final TestClock clock = new TestClock();
  final AuditTrail trail;
  private Purposes purposes = Purposes.standard();
  private Templates templates = Templates.of();
  final AtomicInteger lookUps = new AtomicInteger();
  private final Map<PhoneNumberId, Account> accounts = new LinkedHashMap<>();
  private final List<SendRule> rules = new ArrayList<>();
  private final List<SendGate> gates = new ArrayList<>();
  private Runnable whileConnecting = () -> {};
  private OkHttpClient client;
  private GraphEndpoint endpoint;

  SendFixture() {
    this(Database.inMemory());
  }

  SendFixture(Database database) {
    this.database = database;
    vault = new TestVault(database);
    people = PersonDirectory.on(database, vault);
    trail = AuditTrail.on(database, vault, clock, List.of());
    database.require(
        "test_mark", "CREATE TABLE test_mark (transmission BLOB NOT NULL, name TEXT NOT NULL);\n");
    account(Account.of("1001", "2001")
        .accessToken(Secrets.fixed(Secret.of(TOKEN)))
        .appSecrets(Secrets.fixed(Secret.of(APP_SECRET)), Secrets.fixed(Secret.of("older"))));
    client = new OkHttpClient.Builder()
        .dns(host -> {
          lookUps.incrementAndGet();
          whileConnecting.run();
          return List.of(InetAddress.getLoopbackAddress());
        })
        .build();
  }

  SendFixture account(Account account) {
    accounts.put(account.phoneNumberId(), account);
    return this;
  }

  SendFixture rules(SendRule... more) {
    rules.addAll(List.of(more));
    return this;
  }

  SendFixture client(OkHttpClient other) {
    client = other;
    return this;
  }

  /** Another endpoint than the server of the test; only for what never gets there. */
  SendFixture endpoint(GraphEndpoint other) {
    endpoint = other;
    return this;
  }

  Map<PhoneNumberId, Account> accounts() {
    return accounts;
  }

  OkHttpClient client() {
    return client;
  }

  /** Runs in the host's name look-up: rules have passed, nothing is connected yet. */
  SendFixture whileConnecting(Runnable action) {
    whileConnecting = action;
    return this;
  }

  /** Has the host declare templates. */
  SendFixture declared(Templates more) {
    templates = more;
    return this;
  }

  /** Has the host declare purposes. */
  SendFixture declared(Purposes more) {
    purposes = more;
    return this;
  }

  SendGate gate(URI uri) {
    List<SendRule> all = new ArrayList<>(rules);
    if (rules.stream().noneMatch(rule -> rule.stage() == Stage.CONSENT)) {
      all.add(rule(Stage.CONSENT, request -> Allowed.because(Reason.NO_OBJECTION)));
    }
    GraphEndpoint meta = endpoint == null ? GraphEndpoint.simulator(uri) : endpoint;
    GraphTransport road = road(meta);
    Media media =
        Media.of(accounts, road, meta, MediaPolicy.standard(), database, vault, trail, clock);
    SendGate gate = SendGate.builder()
        .accounts(accounts)
        .stores(database, people, vault, trail)
        .rules(all)
        .purposes(purposes, TemplateCatalog.on(database, templates))
        .graph(road)
        .media(media)
        .clock(clock)
        .build();
    gates.add(gate);
    return gate;
  }

  private GraphTransport road(GraphEndpoint to) {
    return GraphTransport.to(new HostHttp(client), to.uri(), to.loopback());
  }

  /** A permit for a text to somebody new, if the rules allow it. */
  Permit permit() {
    ContactPoint to = ContactPoint.phone(NUMBER);
    SendRequest request = new SendRequest(
        accounts.values().iterator().next(),
        Set.of(to),
        Optional.empty(),
        TextMessage.to(to, "hello"),
        BY,
        clock.instant());
    JdbcJournal journal = new JdbcJournal(database, vault, clock);
    return Permit.issue(
        new RuleBook(rules).judge(request),
        UUID.randomUUID(),
        new TransmissionLog(database, people, journal, trail),
        clock);
  }

  SendResult send(RawServer server) {
    return gate(server.uri()).send(text(), BY);
  }

  /** Sends one text, then closes all connections so that the server has counted every byte. */
  SendResult sendAndHangUp(RawServer server) throws Exception {
    return sendAndHangUp(server, text());
  }

  SendResult sendAndHangUp(RawServer server, Message message) throws Exception {
    try (server) {
      SendResult result = gate(server.uri()).send(message, BY);
      client.connectionPool().evictAll();
      return result;
    }
  }

  static Message text() {
    return TextMessage.to(ContactPoint.phone(NUMBER), "hello");
  }

  static SendRule rule(Stage stage, java.util.function.Function<SendRequest, Verdict> check) {
    return new SendRule() {
      @Override
      public Stage stage() {
        return stage;
      }

      @Override
      public Verdict check(SendRequest request) {
        return check.apply(request);
      }
    };
  }

  static SendRule fenced(Fence fence) {
    return rule(Stage.CONSENT, request -> Allowed.behind(Reason.NO_OBJECTION, fence));
  }

  static Refused refused(String code) {
    return Refused.because(new Reason(code), GUIDANCE);
  }

  long count(String table) {
    return database.inTransaction(tx -> Sql.count(tx, "SELECT COUNT(*) FROM " + table));
  }

  /** How many staged audit entries have a type. */
  long audited(String type) {
    return database
        .inTransaction(tx -> Sql.list(
            tx, row -> new String(row.getBytes(1), ISO_8859_1), "SELECT leaf FROM wx_audit_stage"))
        .stream()
        .filter(leaf -> leaf.contains("\0" + (char) type.length() + type + "\2"))
        .count();
  }

  /** What the trail keeps sealed, opened at the place where it belongs. */
  List<String> auditedDetails() {
    return database.inTransaction(tx -> Sql.list(
        tx,
        row -> {
          UUID event = Sql.uuid(row, "event");
          Person owner = new Person(new Tenant(row.getString("tenant")), Sql.uuid(row, "person"));
          Context place = Context.of(RecordKind.AUDIT_DETAIL, "wx_audit_detail", event, "envelope");
          return new String(vault.open(owner, place, row.getBytes("envelope")).orThrow(), UTF_8);
        },
        "SELECT * FROM wx_audit_detail"));
  }

  List<String> journalStates() {
    return database.inTransaction(
        tx -> Sql.list(tx, row -> row.getString(1), "SELECT state FROM wx_journal ORDER BY rowid"));
  }

  @Override
  public void close() {
    gates.forEach(SendGate::close);
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  /** Leaves a mark in the database, as a fence does, and remembers what it was asked. */
  static class MarkFence implements Fence {
    final List<UUID> asked = new ArrayList<>();
    final List<UUID> settled = new ArrayList<>();
    private final String name;
    private final Optional<Refused> answer;

    MarkFence(String name) {
      this(name, Optional.empty());
    }

    MarkFence(String name, Optional<Refused> answer) {
      this.name = name;
      this.answer = answer;
    }

    @Override
    public Optional<Refused> ask(Transaction transaction, UUID transmission) {
      asked.add(transmission);
      write(transaction, "INSERT INTO test_mark (transmission, name) VALUES (?, ?)", transmission);
      return answer;
    }

    @Override
    public void settled(Transaction transaction, UUID transmission, SendResult result) {
      settled.add(transmission);
      write(transaction, "DELETE FROM test_mark WHERE transmission = ? AND name = ?", transmission);
    }

    private void write(Transaction transaction, String sql, UUID transmission) {
      try {
        Sql.update(transaction, sql, transmission, name);
      } catch (java.sql.SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
