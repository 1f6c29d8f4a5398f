package io.waxseal.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.waxseal.Reply;
import io.waxseal.WhatsApp;
import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.Secret;
import io.waxseal.account.SecretSource;
import io.waxseal.account.Secrets;
import io.waxseal.consent.Consent;
import io.waxseal.consent.Evidence;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Vault;
import io.waxseal.send.Accepted;
import io.waxseal.send.Failed;
import io.waxseal.send.Journal;
import io.waxseal.send.Refused;
import io.waxseal.send.SendResult;
import io.waxseal.send.Undetermined;
import io.waxseal.simulator.AppSettings;
import io.waxseal.simulator.Delivery;
import io.waxseal.simulator.Failure;
import io.waxseal.simulator.Limits;
import io.waxseal.simulator.Packing;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.simulator.Simulator;
import io.waxseal.simulator.Turbulence;
import io.waxseal.store.Database;
import io.waxseal.webhook.StatusReceived;
import io.waxseal.webhook.TextReceived;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both corridors over real HTTP against everything the simulator can do to them. */
@Timeout(60)
class WireWeatherTest {
  private static final String FIRST = "106540352242922";
  private static final String SECOND = "206540352242922";
  private static final String CUSTOMER = "16505551234";

  /** A customer of the other business: user ids are scoped to one, so nobody is a customer of both here. */
  private static final String OTHER = "16505551299";

  private static final By ANA = By.agent("ana");

  private final HttpServer host =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final URI callback =
      URI.create("http://localhost:" + host.getAddress().getPort() + "/hook");
  private final Simulator meta = Simulator.builder()
      .clock(Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC))
      .accessToken("first-token")
      .appSecret("first-secret")
      .verifyToken("a-verify-token")
      .callback(callback)
      .addApp(AppSettings.builder("second")
          .wabaId("202290129340398")
          .accessToken("second-token")
          .appSecret("second-secret")
          .verifyToken("a-verify-token")
          .callback(callback)
          .addNumber(SECOND, "15550783999")
          .build())
      .start();
  private final Database database = Database.inMemory();
  private final Vault vault = SealedVault.on(database, Kek.inMemoryForTests());
  private final Consent consent = Consent.on(database, vault);
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final List<String> statuses = new CopyOnWriteArrayList<>();
  private final WhatsApp whatsapp = WhatsApp.builder()
      .account(account(FIRST, "102290129340398", "first-token", "first-secret", "rotated-secret"))
      .account(account(SECOND, "202290129340398", "second-token", "second-secret"))
      .verifyToken(Secrets.fixed(Secret.of("a-verify-token")))
      .database(database)
      .vault(vault)
      .guards(consent)
      .on(TextReceived.class, text -> texts.add(text.text()))
      .on(StatusReceived.class, status -> statuses.add(status.status().value()))
      .graph(GraphEndpoint.simulator(meta.endpoint()))
      .clock(meta.clock())
      .build();
  private volatile boolean answersAreLost;

  WireWeatherTest() throws IOException {
    host.createContext("/hook", this::handle);
    host.start();
  }

  private static Account account(String number, String waba, String token, String... secrets) {
    return Account.of(number, waba)
        .accessToken(Secrets.fixed(Secret.of(token)))
        .appSecrets(Stream.of(secrets)
            .map(secret -> Secrets.fixed(Secret.of(secret)))
            .toArray(SecretSource[]::new));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = exchange.getRequestMethod().equals("GET")
          ? whatsapp.handshake(parameters(exchange)::get)
          : whatsapp.receive(
              exchange.getRequestBody().readAllBytes(), exchange.getRequestHeaders()::getFirst);
      int status = answersAreLost ? 502 : reply.status();
      exchange.sendResponseHeaders(status, reply.body().length);
      exchange.getResponseBody().write(reply.body());
    }
  }

  private static Map<String, String> parameters(HttpExchange exchange) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
      String[] sides = pair.split("=", 2);
      parameters.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }

  @AfterEach
  void close() {
    whatsapp.close();
    meta.close();
    host.stop(0);
  }

  @Test
  void thePairLimitIsToldAndNothingIsSentAgain() {
    opensWindow(CUSTOMER);
    meta.number(FIRST).limits(Limits.none().pair(Duration.ofSeconds(6), 1));

    assertThat(send(CUSTOMER)).isInstanceOf(Accepted.class);
    assertThat(send(CUSTOMER)).isInstanceOfSatisfying(Failed.class, failed -> {
      assertThat(failed.code()).isEqualTo(131056);
      assertThat(failed.retryable()).isTrue();
    });
    meta.advance(Duration.ofSeconds(6));
    assertThat(send(CUSTOMER)).isInstanceOf(Accepted.class);
    assertThat(meta.requests().to(userId()).size()).isEqualTo(3);
  }

  @Test
  void theThroughputOfOneNumberDoesNotSlowAnother() {
    opensWindow(CUSTOMER);
    deliver(meta.number(SECOND).customerWrites(OTHER, "Bo", "Hi"));
    meta.number(FIRST).limits(Limits.none().throughput(1));

    assertThat(send(CUSTOMER)).isInstanceOf(Accepted.class);
    assertThat(code(send(CUSTOMER))).isEqualTo(130429);
    assertThat(from(SECOND)).isInstanceOf(Accepted.class);
    assertThat(meta.requests().size()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyTextIsHandledOnceInAnyWeather(long seed) {
    List<SignedWebhook> webhooks = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      webhooks.add(meta.customerWrites("1650555200" + i % 4, "Bo", "text " + i));
    }
    meta.deliver(weather(seed), webhooks);
    whatsapp.work();
    meta.advance(Duration.ofMinutes(10));
    work();

    assertThat(texts)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 24).mapToObj(i -> "text " + i).toList());
    assertThat(meta.deliveries())
        .allMatch(delivery -> delivery.state() == Delivery.State.ACKNOWLEDGED);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theJournalEndsWithReadInAnyWeather(long seed) {
    opensWindow(CUSTOMER);
    Accepted accepted = (Accepted) send(CUSTOMER);
    meta.deliver(weather(seed), meta.statuses(meta.accepted().get(0).id()));
    work();
    meta.advance(Duration.ofMinutes(10));
    work();

    assertThat(entry(accepted.receipt().transmission()).deliveryStatus()).contains("read");
    assertThat(statuses).containsExactlyInAnyOrder("sent", "delivered", "read");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aStopHoldsInAnyWeather(long seed) {
    ContactPoint customer = ContactPoint.phone(CUSTOMER);
    consent.grant(customer, "marketing.offers", Evidence.statement("form 7"), ANA);
    List<SignedWebhook> webhooks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      webhooks.add(meta.customerWrites(CUSTOMER, "Bo", "text " + i));
    }
    webhooks.add(3, meta.customerWrites(CUSTOMER, "Bo", "STOP"));
    webhooks.add(5, meta.preference(CUSTOMER, "stop"));
    meta.deliver(weather(seed), webhooks);
    meta.advance(Duration.ofMinutes(10));

    assertThat(whatsapp.send(offer(), ANA))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason().code()).startsWith("STOPPED_"));
    assertThat(meta.requests().isEmpty()).isTrue();
  }

  private static Turbulence weather(long seed) {
    return Turbulence.seeded(seed)
        .duplicating(0.4)
        .reordering()
        .batchingUpTo(5)
        .delayingUpTo(Duration.ofMinutes(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ENTRIES", "CHANGES", "ELEMENTS"})
  void everyPackingIsRead(Packing packing) {
    SignedWebhook batch = meta.batch(
        packing,
        meta.customerWrites("16505552001", "Bo", "one"),
        meta.preference("16505552002", "stop"),
        meta.customerWrites("16505552003", "Cy", "two"),
        meta.customerWrites("16505552001", "Bo", "three"));

    assertThat(meta.deliver(batch)).isEqualTo(200);
    assertThat(meta.deliver(batch)).isEqualTo(200);
    work();
    assertThat(texts).containsExactlyInAnyOrder("one", "two", "three");
  }

  @Test
  void aLostAcknowledgementBringsNothingTwice() {
    meta.app("app").subscribe();
    answersAreLost = true;
    Delivery delivery = meta.deliverUntilAcknowledged(meta.customerWrites(CUSTOMER, "Bo", "once"))
        .get(0);
    meta.advance(Duration.ofMinutes(5));
    work();
    answersAreLost = false;
    meta.advance(Duration.ofHours(1));
    work();

    assertThat(delivery.attempts()).hasSizeGreaterThan(4);
    assertThat(delivery.state()).isEqualTo(Delivery.State.ACKNOWLEDGED);
    assertThat(texts).containsExactly("once");
  }

  @Test
  void eachNumberSendsWithTheTokenAndProofOfItsApp() {
    opensWindow(CUSTOMER);
    deliver(meta.number(SECOND).customerWrites(OTHER, "Bo", "Hi"));

    assertThat(send(CUSTOMER)).isInstanceOf(Accepted.class);
    assertThat(from(SECOND)).isInstanceOf(Accepted.class);
    assertThat(meta.number(FIRST).accepted()).hasSize(1);
    assertThat(meta.number(SECOND).accepted()).hasSize(1);
  }

  @Test
  void oneAppsSignatureDoesNotVouchForAnotherAppsNumber() {
    try (Simulator forger = Simulator.builder()
        .accessToken("x")
        .appSecret("second-secret")
        .callback(callback)
        .start()) {
      forger.deliver(forger.customerWrites(CUSTOMER, "Bo", "forged"));
    }
    deliver(meta.number(SECOND).customerWrites(CUSTOMER, "Bo", "genuine"));

    assertThat(texts).containsExactly("genuine");
  }

  @Test
  void duringARotationBothSecretsAreTaken() {
    SignedWebhook before = meta.customerWrites(CUSTOMER, "Bo", "old");
    meta.app("app").rotateSecret("rotated-secret");
    SignedWebhook after = meta.customerWrites(CUSTOMER, "Bo", "new");
    meta.app("app").rotateSecret("unknown-secret");

    deliver(before);
    deliver(after);
    assertThat(meta.deliver(meta.customerWrites(CUSTOMER, "Bo", "unknown"))).isEqualTo(401);
    assertThat(texts).containsExactly("old", "new");
  }

  @Test
  void whatMayHaveArrivedIsNeverSentAgainAndSettledByItsStatus() {
    opensWindow(CUSTOMER);
    for (Failure failure : List.of(
        Failure.droppedAfterAccepting(),
        Failure.answerCutOff(),
        Failure.droppedBeforeAccepting())) {
      meta.failNext(failure);
      assertThat(send(CUSTOMER)).as(failure.toString()).isInstanceOf(Undetermined.class);
    }
    assertThat(meta.requests().size()).isEqualTo(3);

    meta.accepted().forEach(message -> deliver(meta.status(message.id(), "delivered")));
    List<Journal.State> states = meta.accepted().stream()
        .map(message ->
            entry(transmission(message.bizOpaqueCallbackData().orElseThrow())).state())
        .toList();
    assertThat(states).containsExactly(Journal.State.ACCEPTED, Journal.State.ACCEPTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "1", "99999999999999999999", "Fri, 31 Dec 2066 23:59:59 GMT", "soon"})
  void noRetryAfterMakesASecondRequest(String retryAfter) {
    opensWindow(CUSTOMER);
    for (Failure failure : List.of(
        Failure.unavailable(), Failure.page(503), Failure.throughputReached(), Failure.page(408))) {
      meta.failNext(failure.retryAfter(retryAfter));
      assertThat(send(CUSTOMER)).isNotInstanceOf(Accepted.class);
    }
    assertThat(meta.requests().size()).isEqualTo(4);
    assertThat(meta.accepted()).isEmpty();
  }

  @Test
  void aGatewaysPageAndAnErrorThatMetaCannotNameAreUndetermined() {
    opensWindow(CUSTOMER);
    meta.failNext(Failure.page(502));
    meta.failNext(Failure.empty(500));
    meta.failNext(Failure.serverError());

    assertThat(send(CUSTOMER)).isInstanceOf(Undetermined.class);
    assertThat(send(CUSTOMER)).isInstanceOf(Undetermined.class);
    assertThat(send(CUSTOMER)).isInstanceOf(Undetermined.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {131047, 131026, 130472, 190, 100, 131051, 368, 132015, 131049})
  void whatCannotBetterItselfIsNotRetryable(int code) {
    opensWindow(CUSTOMER);
    meta.failNext(Failure.code(code));

    assertThat(send(CUSTOMER)).isInstanceOfSatisfying(Failed.class, failed -> {
      assertThat(failed.code()).isEqualTo(code);
      assertThat(failed.retryable()).isFalse();
      assertThat(failed.traceId()).isNotEmpty();
    });
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 80007, 130429, 131016, 131056, 131057})
  void whatMayBetterItselfIsRetryable(int code) {
    opensWindow(CUSTOMER);
    meta.failNext(Failure.code(code));

    assertThat(send(CUSTOMER))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.retryable()).isTrue());
  }

  @Test
  void aStopTheStatusTellsOfIsAStop() {
    ContactPoint customer = ContactPoint.phone(CUSTOMER);
    opensWindow(CUSTOMER);
    consent.grant(customer, "marketing.offers", Evidence.statement("form 7"), ANA);
    meta.customer(userId()).failNext(Failure.marketingStopped().asStatus());

    Accepted accepted = (Accepted) whatsapp.send(offer(), ANA);
    meta.statuses(meta.accepted().get(0).id()).forEach(this::deliver);

    assertThat(whatsapp.send(offer(), ANA)).isInstanceOf(Refused.class);
    assertThat(entry(accepted.receipt().transmission()).state()).isEqualTo(Journal.State.FAILED);
    assertThat(meta.requests().size()).isEqualTo(1);
  }

  @Test
  void anUnknownCustomerEndsAsFailedHoweverOftenTheStatusComes() {
    opensWindow(CUSTOMER);
    meta.customer(userId()).failAlways(Failure.undeliverable().asStatus());
    Accepted accepted = (Accepted) send(CUSTOMER);
    List<SignedWebhook> failed = meta.statuses(meta.accepted().get(0).id());
    meta.deliver(Turbulence.seeded(1).duplicating(1), failed);
    deliver(meta.status(meta.accepted().get(0).id(), "sent"));

    assertThat(entry(accepted.receipt().transmission()).state()).isEqualTo(Journal.State.FAILED);
    assertThat(statuses).containsExactly("failed", "sent");
  }

  private static TemplateMessage offer() {
    return TemplateMessage.to(ContactPoint.phone(CUSTOMER), "spring_offer", "en")
        .from(new PhoneNumberId(FIRST))
        .purpose("marketing.offers");
  }

  private void opensWindow(String customer) {
    deliver(meta.customerWrites(customer, "Bo", "Hi"));
    texts.clear();
  }

  private void deliver(SignedWebhook webhook) {
    assertThat(meta.deliver(webhook)).isEqualTo(200);
    work();
  }

  private void work() {
    while (whatsapp.work() > 0) {}
  }

  private SendResult send(String customer) {
    return whatsapp.send(
        TextMessage.to(ContactPoint.phone(customer), "Ready.").from(new PhoneNumberId(FIRST)), ANA);
  }

  /** A customer whose account is known is addressed by it. */
  private String userId() {
    return meta.person(CUSTOMER).userId();
  }

  private SendResult from(String number) {
    return whatsapp.send(
        TextMessage.to(ContactPoint.phone(OTHER), "Ready.").from(new PhoneNumberId(number)), ANA);
  }

  private static int code(SendResult result) {
    return result instanceof Failed failed ? failed.code() : -1;
  }

  private static UUID transmission(String callbackData) {
    return UUID.fromString(callbackData.substring("wx1.".length()));
  }

  private Journal.Entry entry(UUID transmission) {
    return whatsapp.journal().find(transmission).orElseThrow();
  }
}
