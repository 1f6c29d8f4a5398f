package io.waxseal;

import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.SecretSource;
import io.waxseal.account.Tenant;
import io.waxseal.account.WabaId;
import io.waxseal.audit.AuditEntry;
import io.waxseal.audit.AuditSink;
import io.waxseal.audit.AuditTrail;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.graph.media.Media;
import io.waxseal.graph.media.MediaPolicy;
import io.waxseal.guard.AfterEvent;
import io.waxseal.guard.Guard;
import io.waxseal.guard.Probe;
import io.waxseal.guard.Wiring;
import io.waxseal.internal.http.GraphTransport;
import io.waxseal.internal.http.HostHttp;
import io.waxseal.message.Purpose;
import io.waxseal.message.Purposes;
import io.waxseal.message.Templates;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.person.Vault;
import io.waxseal.send.SendGate;
import io.waxseal.send.SendRule;
import io.waxseal.send.Stage;
import io.waxseal.send.TemplateCatalog;
import io.waxseal.store.Database;
import io.waxseal.webhook.InboundFilter;
import io.waxseal.webhook.Inbox;
import io.waxseal.webhook.SignatureVerifier;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts of a {@link WhatsApp} together, once all of them are there. */
final class Composition {
  private static final Logger LOG = LoggerFactory.getLogger(Composition.class);
  private static final int LONGEST_BODY = 3 * 1_048_576;
  private static final String NO_CONSENT_RULE =
      "a guard with a rule of stage CONSENT, such as guards(Consent.on(database, vault)), or ungated(\"reason\")";

  private final Map<PhoneNumberId, Account> accounts = new LinkedHashMap<>();
  private final List<Guard> guards = new ArrayList<>();
  private final List<Handler<?>> handlers = new ArrayList<>();
  private final List<PersonalDataSource> hostData = new ArrayList<>();
  private final List<AuditSink> sinks = new ArrayList<>();
  private final Map<String, String> without = new LinkedHashMap<>();
  private @Nullable SecretSource verifyToken;
  private @Nullable Database database;
  private @Nullable Vault vault;
  private @Nullable HostHttp http;
  private @Nullable GraphEndpoint endpoint;
  private @Nullable MediaPolicy mediaPolicy;
  private @Nullable Clock clock;
  private @Nullable Integer bodyLimit;
  private @Nullable Purposes purposes;
  private @Nullable Templates templates;
  private @Nullable Duration identityTrust;

  void account(Account account) {
    if (accounts.putIfAbsent(account.phoneNumberId(), account) != null) {
      throw new IllegalStateException(
          "account " + account.phoneNumberId().value() + " was added before");
    }
  }

  void verifyToken(SecretSource source) {
    once("verifyToken", verifyToken);
    verifyToken = Objects.requireNonNull(source, "verifyToken");
  }

  void database(Database one) {
    once("database", database);
    database = Objects.requireNonNull(one, "database");
  }

  void vault(Vault one) {
    once("vault", vault);
    vault = Objects.requireNonNull(one, "vault");
  }

  void guards(Guard... more) {
    guards.addAll(List.of(more));
  }

  void handler(Handler<?> handler) {
    handlers.add(handler);
  }

  void personalData(PersonalDataSource source) {
    hostData.add(Objects.requireNonNull(source, "personalData"));
  }

  void auditSink(AuditSink sink) {
    sinks.add(Objects.requireNonNull(sink, "auditSink"));
  }

  void http(OkHttpClient client) {
    once("http", http);
    http = new HostHttp(client);
  }

  void graph(GraphEndpoint graph) {
    once("graph", endpoint);
    endpoint = Objects.requireNonNull(graph, "graph");
  }

  void media(MediaPolicy policy) {
    once("media", mediaPolicy);
    mediaPolicy = Objects.requireNonNull(policy, "media");
  }

  void clock(Clock time) {
    once("clock", clock);
    clock = Objects.requireNonNull(time, "clock");
  }

  void bodyLimit(int bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("bodyLimit is 1 or more");
    }
    once("bodyLimit", bodyLimit);
    bodyLimit = bytes;
  }

  void purposes(Purposes declared) {
    once("purposes", purposes);
    purposes = Objects.requireNonNull(declared, "purposes");
  }

  void templates(Templates declared) {
    once("templates", templates);
    templates = Objects.requireNonNull(declared, "templates");
  }

  void identityTrust(Duration trust) {
    if (trust.compareTo(PersonDirectory.QUARANTINE) < 0) {
      throw new IllegalArgumentException("identityTrust is at least "
          + PersonDirectory.QUARANTINE.toDays() + " days, PersonDirectory.QUARANTINE");
    }
    once("identityTrust", identityTrust);
    identityTrust = trust;
  }

  void without(String method, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException(method + " needs a reason");
    }
    once(method, without.get(method));
    without.put(method, reason);
  }

  private static void once(String name, @Nullable Object before) {
    if (before != null) {
      throw new IllegalStateException(name + " is set twice");
    }
  }

  WhatsApp compose() {
    requireParts();
    Wiring wiring = wire();
    List<Guard> joined = new ArrayList<>();
    try {
      for (Guard guard : guards) {
        guard.joined(wiring);
        joined.add(guard);
      }
      List<SendRule> rules =
          guards.stream().flatMap(guard -> guard.sendRules().stream()).toList();
      requireConsentRule(rules);
      warn(wiring);
      return assemble(wiring, rules);
    } catch (RuntimeException | Error e) {
      // what failed for a moment can be tried again with the same guards
      joined.forEach(Guard::parted);
      throw e;
    }
  }

  private void requireParts() {
    List<String> missing = new ArrayList<>();
    if (accounts.isEmpty()) {
      missing.add("account(Account.of(…))");
    }
    if (database == null) {
      missing.add(
          "database(Database.on(dataSource)), or database(Database.inMemory()) for a trial");
    }
    if (vault == null) {
      missing.add(
          "vault(SealedVault.on(database, kek)), since nothing personal is stored in the clear");
    }
    boolean unsigned =
        accounts.values().stream().anyMatch(account -> account.appSecrets().isEmpty());
    if ((unsigned || accounts.isEmpty()) && !without.containsKey("acceptUnsigned")) {
      missing.add(
          "an app secret for each account, Account.appSecrets(…), or acceptUnsigned(\"reason\")");
    }
    if (tenantsOfOneWabaDiffer()) {
      missing.add("one tenant for all accounts of a WhatsApp Business account, Account.tenant(…)");
    }
    boolean gated = without.containsKey("ungated");
    if (guards.isEmpty() && !gated) {
      missing.add(NO_CONSENT_RULE);
    } else if (!missing.isEmpty() && !gated) {
      missing.add("and, unless one of the guards brings it, " + NO_CONSENT_RULE);
    }
    refuse(missing);
  }

  /** Some events name the WhatsApp Business account only; they belong to one tenant. */
  private boolean tenantsOfOneWabaDiffer() {
    Map<WabaId, Tenant> tenants = new HashMap<>();
    return accounts.values().stream()
        .anyMatch(account -> !account
            .tenant()
            .equals(tenants.computeIfAbsent(account.waba(), waba -> account.tenant())));
  }

  private void requireConsentRule(List<SendRule> rules) {
    boolean gated = rules.stream().anyMatch(rule -> rule.stage() == Stage.CONSENT);
    if (!gated && !without.containsKey("ungated")) {
      refuse(List.of(NO_CONSENT_RULE));
    }
  }

  private static void refuse(List<String> missing) {
    if (!missing.isEmpty()) {
      throw new IllegalStateException("missing: " + String.join("; ", missing));
    }
  }

  private Duration trust() {
    return identityTrust == null ? PersonDirectory.STANDARD_TRUST : identityTrust;
  }

  private Wiring wire() {
    Database store = Objects.requireNonNull(database, "database");
    Vault seals = Objects.requireNonNull(vault, "vault");
    Clock time = clock == null ? Clock.systemUTC() : clock;
    AuditTrail trail = without.containsKey("unaudited")
        ? AuditTrail.none()
        : AuditTrail.on(store, seals, time, sinks);
    return new Wiring(
        List.copyOf(accounts.values()),
        store,
        seals,
        people(store, seals, time, trust(), trail),
        trail,
        time,
        allPurposes(),
        TemplateCatalog.on(store, templates == null ? Templates.of() : templates),
        new Watchers(guards));
  }

  /** The directory, with all that watches it in whatever opens a host's database. */
  static PersonDirectory people(
      Database store, Vault seals, Clock time, Duration trust, AuditTrail trail) {
    PersonDirectory people = PersonDirectory.on(store, seals, time, trust);
    people.watch(new IdentityTrail(trail));
    return people;
  }

  private Purposes allPurposes() {
    Purposes declared = purposes == null ? Purposes.standard() : purposes;
    return declared.declare(
        guards.stream().flatMap(guard -> guard.purposes().stream()).toArray(Purpose[]::new));
  }

  /** Going without a guard is said at each start: in the log, by gate and verifier themselves, and in the trail. */
  private void warn(Wiring wiring) {
    String unaudited = without.get("unaudited");
    if (unaudited != null) {
      LOG.warn("this WhatsApp keeps no audit trail, because: {}", unaudited);
    }
    without.forEach((method, reason) -> {
      wiring.database().useTransaction(tx -> {
        tenants(wiring)
            .forEach(tenant -> wiring
                .trail()
                .record(
                    tx,
                    AuditEntry.of("start.weakened", tenant, By.system("waxseal.start"))
                        .with("method", method)
                        .with("reason", reason)));
      });
    });
  }

  private static Stream<Tenant> tenants(Wiring wiring) {
    return wiring.accounts().stream().map(Account::tenant).distinct();
  }

  private WhatsApp assemble(Wiring wiring, List<SendRule> rules) {
    GraphEndpoint meta = endpoint == null ? GraphEndpoint.META : endpoint;
    GraphTransport graph = GraphTransport.to(http, meta.uri(), meta.loopback());
    Media media = Media.of(
        accounts,
        graph,
        meta,
        mediaPolicy == null ? MediaPolicy.standard() : mediaPolicy,
        wiring.database(),
        wiring.vault(),
        wiring.trail(),
        wiring.clock());
    SendGate gate = gate(wiring, rules, graph, media);
    Inbox inbox = Inbox.on(wiring.database(), wiring.clock());
    HeldBack heldBack = new HeldBack();
    Unsigned unsigned = new Unsigned();
    List<InboundFilter> beforeAnswer = new ArrayList<>(filters(true));
    beforeAnswer.add(0, new LearnCategory(wiring.templates(), wiring.clock()));
    AnswerHalf answerHalf = new AnswerHalf(
        wiring,
        verifier(),
        beforeAnswer,
        inbox,
        heldBack,
        unsigned,
        new Introductions(wiring.people(), gate),
        bodyLimit == null ? LONGEST_BODY : bodyLimit);
    List<AfterEvent> afterEvents = new ArrayList<>();
    afterEvents.add(new Signals(wiring.watcher()));
    Handlers all = new Handlers(handlers);
    afterEvents.add(all);
    guards.forEach(guard -> afterEvents.addAll(guard.afterEvents()));
    WorkHalf workHalf = new WorkHalf(wiring, inbox, gate, filters(false), afterEvents);
    Eraser eraser = new Eraser(
        wiring,
        personalData(wiring, gate, media),
        List.of(
            inbox.personalData(), wiring.vault().personalData(), wiring.people().personalData()));
    Optional<SecretSource> token = Optional.ofNullable(verifyToken);
    Background background = new Background(wiring.clock());
    List<Probe> probes =
        guards.stream().flatMap(guard -> guard.probes().stream()).toList();
    Checkup checkup = new Checkup(
        wiring, inbox, gate, background, token, heldBack, unsigned, all, trust(), probes);
    checkup.atStart();
    return new WhatsApp(
        wiring,
        gate,
        media,
        inbox,
        answerHalf,
        workHalf,
        eraser,
        new Handshake(token),
        background,
        checkup);
  }

  private SendGate gate(Wiring wiring, List<SendRule> rules, GraphTransport graph, Media media) {
    SendGate.Builder gate = SendGate.builder()
        .accounts(accounts)
        .stores(wiring.database(), wiring.people(), wiring.vault(), wiring.trail())
        .rules(rules)
        .purposes(wiring.purposes(), wiring.templates())
        .clock(wiring.clock())
        .graph(graph)
        .media(media);
    String ungated = without.get("ungated");
    if (ungated != null) {
      gate.ungated(ungated);
    }
    return gate.build();
  }

  private SignatureVerifier verifier() {
    String unsigned = without.get("acceptUnsigned");
    return unsigned == null
        ? SignatureVerifier.of(accounts.values())
        : SignatureVerifier.acceptUnsigned(accounts.values(), unsigned);
  }

  private List<InboundFilter> filters(boolean beforeAnswer) {
    return guards.stream()
        .flatMap(guard -> (beforeAnswer ? guard.beforeAnswer() : guard.beforeHandlers()).stream())
        .toList();
  }

  private List<PersonalDataSource> personalData(Wiring wiring, SendGate gate, Media media) {
    List<PersonalDataSource> sources = new ArrayList<>(hostData);
    guards.forEach(guard -> sources.addAll(guard.personalData()));
    media.personalData().ifPresent(sources::add);
    sources.add(wiring.vault().archive().personalData());
    sources.add(gate.personalData());
    return sources;
  }
}
