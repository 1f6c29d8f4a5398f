package io.waxseal.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.RefusedException;
import io.waxseal.account.Secret;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.internal.sql.Sql;
import io.waxseal.leakwatch.Listener;
import io.waxseal.message.Message;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.Templates;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.LinkEvidence;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.Testimony;
import io.waxseal.send.SendFixture.MarkFence;
import io.waxseal.store.Database;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** What the gate refuses, and what it leaves behind. */
class SendGateTest {
  private final SendFixture fixture = new SendFixture();
  private RawServer server;

  @BeforeEach
  void open() throws Exception {
    server = new RawServer(RawServer.accepting());
  }

  @AfterEach
  void close() throws Exception {
    fixture.close();
    server.close();
  }

  private static String reason(SendResult result) {
    return ((Refused) result).reason().code();
  }

  private static SendRule named(Stage stage, String name, List<String> asked) {
    return SendFixture.rule(stage, request -> {
      asked.add(name);
      return Allowed.because(Reason.NO_OBJECTION);
    });
  }

  @Test
  void rulesAreAskedByStageHoweverTheyAreListed() throws Exception {
    List<String> asked = new ArrayList<>();
    Stage[] stages = Stage.values();
    for (int i = stages.length - 1; i >= 0; i--) {
      fixture.rules(named(stages[i], stages[i].name(), asked));
    }
    fixture.sendAndHangUp(server);
    assertThat(asked)
        .containsExactlyElementsOf(
            java.util.Arrays.stream(stages).map(Enum::name).toList());
  }

  @Test
  void theFirstRefusalByStageWinsAndTheOthersAreListed() throws Exception {
    fixture.rules(
        SendFixture.rule(Stage.HOST, request -> SendFixture.refused("X_LAST")),
        SendFixture.rule(Stage.CONTENT, request -> SendFixture.refused("CONTENT_NO")),
        SendFixture.rule(Stage.PAUSE, request -> SendFixture.refused("PAUSED")));
    Refused refused = (Refused) fixture.sendAndHangUp(server);
    assertThat(refused.reason().code()).isEqualTo("PAUSED");
    assertThat(refused.alsoFailed())
        .extracting(Reason::code)
        .containsExactly("CONTENT_NO", "X_LAST");
  }

  @Test
  void aRuleThatThrowsRefuses() throws Exception {
    fixture.rules(SendFixture.rule(Stage.HOST, request -> {
      throw new NullPointerException("planted");
    }));
    assertThat(reason(fixture.sendAndHangUp(server))).isEqualTo("RULE_FAILED");
    assertThat(server.connections()).isZero();
  }

  @Test
  void aRuleThatOverflowsTheStackRefuses() throws Exception {
    fixture.rules(SendFixture.rule(Stage.HOST, request -> {
      throw new StackOverflowError();
    }));
    assertThat(reason(fixture.sendAndHangUp(server))).isEqualTo("RULE_FAILED");
    assertThat(server.connections()).isZero();
  }

  @Test
  void whatRulesWantTheSenderToKnowComesWithTheResultByStage() throws Exception {
    fixture.rules(
        tipping(Stage.HOST, "last"),
        tipping(Stage.CONTENT, "first"),
        SendFixture.rule(Stage.PAUSE, request -> Allowed.because(Reason.NO_OBJECTION)));
    Accepted accepted = (Accepted) fixture.sendAndHangUp(server);
    assertThat(accepted.tips()).extracting(Guidance::forAgent).containsExactly("first", "last");
  }

  private static SendRule tipping(Stage stage, String tip) {
    return SendFixture.rule(
        stage, request -> Allowed.with(Reason.NO_OBJECTION, Guidance.of(tip, tip)));
  }

  @Test
  void whyTheSenderSendsItStandsSealedInTheTrail() throws Exception {
    fixture.gate(server.uri()).send(SendFixture.text(), By.agent("ana").because("planted reason"));
    assertThat(fixture.auditedDetails())
        .anyMatch(detail -> detail.contains("\"justification\":\"planted reason\""));
    assertThat(fixture.audited("send.started")).isEqualTo(1);
  }

  @Test
  void whyItIsSentDespiteAStopStandsSealedInTheTrail() throws Exception {
    TemplateMessage notice = TemplateMessage.to(
            ContactPoint.phone(SendFixture.NUMBER), "leak", "en")
        .purpose("notice.breach")
        .despiteStop("planted reason");
    fixture.declared(Templates.of().utility("leak"));
    fixture.gate(server.uri()).send(notice, SendFixture.BY);
    assertThat(fixture.auditedDetails())
        .anyMatch(detail -> detail.contains("\"despite_stop\":\"planted reason\""));
  }

  @Test
  void aRuleThatSaysNothingRefuses() throws Exception {
    fixture.rules(SendFixture.rule(Stage.HOST, request -> null));
    assertThat(reason(fixture.sendAndHangUp(server))).isEqualTo("RULE_FAILED");
  }

  @Test
  void whatAContentRuleRewritesTravels() throws Exception {
    fixture.rules(
        SendFixture.rule(
            Stage.CONTENT,
            request -> Allowed.rewritten(
                Reason.NO_OBJECTION, request.message().mapText(text -> text + " one"))),
        SendFixture.rule(
            Stage.CONTENT,
            request -> Allowed.rewritten(
                Reason.NO_OBJECTION, request.message().mapText(text -> text + " two"))));
    assertThat(fixture.sendAndHangUp(server)).isInstanceOf(Accepted.class);
    assertThat(server.body()).contains("\"body\":\"hello one two\"");
  }

  @Test
  void whatALaterRuleWritesIntoAMessageIsSeenByTheEarlierOnes() throws Exception {
    fixture.rules(
        SendFixture.rule(Stage.CONTENT, request -> {
          boolean[] secret = new boolean[1];
          request.message().mapText(text -> {
            secret[0] |= text.contains("secret");
            return text;
          });
          return secret[0] ? SendFixture.refused("X_SECRET") : Allowed.because(Reason.NO_OBJECTION);
        }),
        SendFixture.rule(
            Stage.CONTENT,
            request -> Allowed.rewritten(
                Reason.NO_OBJECTION, request.message().mapText(text -> text + " secret"))));
    assertThat(reason(fixture.sendAndHangUp(server))).isEqualTo("X_SECRET");
    assertThat(server.connections()).isZero();
  }

  @Test
  void noOtherStageMayRewrite() throws Exception {
    fixture.rules(SendFixture.rule(
        Stage.HOST,
        request ->
            Allowed.rewritten(Reason.NO_OBJECTION, request.message().mapText(text -> "other"))));
    assertThat(reason(fixture.sendAndHangUp(server))).isEqualTo("RULE_FAILED");
    assertThat(server.connections()).isZero();
  }

  @Test
  void aRewriteMayNotChangeRecipientNumberPurposeOrKind() {
    ContactPoint to = ContactPoint.phone(SendFixture.NUMBER);
    List<Message> others = List.of(
        TextMessage.to(ContactPoint.phone("15550002222"), "hello"),
        TextMessage.to(to, "hello").purpose("marketing.offers"),
        TextMessage.to(to, "hello").from(new PhoneNumberId("1002")),
        TemplateMessage.to(to, "any", "en").purpose("service.reply"));
    for (Message other : others) {
      RuleBook book = new RuleBook(List.of(SendFixture.rule(
          Stage.CONTENT, request -> Allowed.rewritten(Reason.NO_OBJECTION, other))));
      RuleBook.Judgement judgement = book.judge(new SendRequest(
          Account.of("1001", "2001"),
          Set.of(to),
          Optional.empty(),
          SendFixture.text(),
          SendFixture.BY,
          fixture.clock.instant()));
      assertThat(judgement.refusal().map(Refused::reason)).contains(Reason.RULE_FAILED);
      assertThat(judgement.request().message()).isNotSameAs(other);
    }
  }

  @Test
  void aGateWithoutAConsentRuleIsNotBuilt() {
    SendGate.Builder bare = SendGate.builder()
        .accounts(Map.of())
        .stores(fixture.database, fixture.people, fixture.vault, fixture.trail)
        .rules(List.of(SendFixture.rule(Stage.HOST, request -> SendFixture.refused("X_NO"))));
    assertThatThrownBy(bare::build).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> bare.ungated(" ")).isInstanceOf(IllegalArgumentException.class);
    bare.ungated("a test of the way without").build().close();
  }

  @Test
  void aGateWithoutAConsentRuleSaysSoAtEachStart() {
    SendGate.Builder bare = SendGate.builder()
        .stores(fixture.database, fixture.people, fixture.vault, fixture.trail)
        .ungated("a trial");
    String said = "WARN messages are sent without a rule of stage CONSENT, because: a trial";
    for (int start = 0; start < 2; start++) {
      assertThat(warnings(bare)).containsExactly(said);
    }
    bare.rules(List.of(SendFixture.rule(Stage.CONSENT, request -> SendFixture.refused("X_NO"))));
    assertThat(warnings(bare)).isEmpty();
  }

  private static List<String> warnings(SendGate.Builder builder) {
    return Listener.during(() -> builder.build().close()).stream()
        .filter(line -> line.startsWith("WARN"))
        .toList();
  }

  @Test
  void whatADeadProcessLeftIsSettledAndErasedThroughTheGate() {
    Person person = fixture.permit().person();
    SendGate gate = fixture.gate(server.uri());
    assertThat(gate.abandonOld()).isZero();
    fixture.clock.advance(Duration.ofMinutes(11));
    assertThat(gate.abandonOld()).isEqualTo(1);
    assertThat(fixture.journalStates()).containsExactly("FAILED");
    assertThat(gate.personalData().erase(person).records()).isEqualTo(1);
  }

  @Test
  void aGateWithoutStoresIsNotBuilt() {
    assertThatThrownBy(() -> SendGate.builder().ungated("test").build())
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("database");
  }

  @Test
  void sendingInsideATransactionIsMisuse() {
    SendGate gate = fixture.gate(server.uri());
    assertThatThrownBy(() ->
            fixture.database.inTransaction(tx -> gate.send(SendFixture.text(), SendFixture.BY)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(server.connections()).isZero();
  }

  @Test
  void withSeveralAccountsTheMessageSaysWhich() {
    fixture.account(
        Account.of("1002", "2002").accessToken(Secrets.fixed(Secret.of("second-token"))));
    SendGate gate = fixture.gate(server.uri());
    assertThatThrownBy(() -> gate.send(SendFixture.text(), SendFixture.BY))
        .isInstanceOf(IllegalArgumentException.class);
    TextMessage second = TextMessage.to(ContactPoint.phone(SendFixture.NUMBER), "hello")
        .from(new PhoneNumberId("1002"));
    assertThat(gate.send(second, SendFixture.BY)).isInstanceOf(Accepted.class);
    assertThat(server.head())
        .startsWith("POST /v25.0/1002/messages HTTP/1.1")
        .contains("Bearer second-token");
  }

  @Test
  void aNumberThatIsNotOursIsMisuse() {
    TextMessage foreign = TextMessage.to(ContactPoint.phone(SendFixture.NUMBER), "hello")
        .from(new PhoneNumberId("999"));
    assertThatThrownBy(() -> fixture.gate(server.uri()).send(foreign, SendFixture.BY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anUnknownPersonIsRefused() {
    Person stranger = new Person(Tenant.DEFAULT, UUID.randomUUID());
    SendResult result =
        fixture.gate(server.uri()).send(TextMessage.to(stranger, "hello"), SendFixture.BY);
    assertThat(reason(result)).isEqualTo("RECIPIENT_UNKNOWN");
    assertThat(fixture.audited("send.refused")).isEqualTo(1);
  }

  @Test
  void aPersonOfAnotherTenantIsUnknown() {
    Tenant other = new Tenant("other");
    Person foreign = fixture.database.inTransaction(tx -> fixture.people.findOrCreate(
        tx,
        other,
        Set.of(ContactPoint.phone(SendFixture.NUMBER)),
        LinkEvidence.SAME_SIGNED_PAYLOAD));
    SendResult result =
        fixture.gate(server.uri()).send(TextMessage.to(foreign, "hello"), SendFixture.BY);
    assertThat(reason(result)).isEqualTo("RECIPIENT_UNKNOWN");
    assertThat(server.connections()).isZero();
  }

  @Test
  void rulesSeeAllLinkedPointsOfTheRecipient() throws Exception {
    Set<ContactPoint> points =
        Set.of(ContactPoint.phone(SendFixture.NUMBER), ContactPoint.bsuid("US.77"));
    fixture.database.inTransaction(tx ->
        fixture.people.findOrCreate(tx, Tenant.DEFAULT, points, LinkEvidence.SAME_SIGNED_PAYLOAD));
    List<Set<ContactPoint>> seen = new ArrayList<>();
    fixture.rules(SendFixture.rule(Stage.CONSENT, request -> {
      seen.add(request.points());
      return Allowed.because(Reason.NO_OBJECTION);
    }));
    fixture.sendAndHangUp(server);
    assertThat(seen).containsExactly(points);
  }

  @Test
  void aRefusedSendCreatesNobodyAndIsAudited() throws Exception {
    fixture.rules(SendFixture.rule(Stage.CONSENT, request -> SendFixture.refused("NO_CONSENT")));
    fixture.sendAndHangUp(server);
    assertThat(fixture.count("wx_person")).isZero();
    assertThat(fixture.count("wx_journal")).isZero();
    assertThat(fixture.audited("send.refused")).isEqualTo(1);
  }

  @Test
  void anAcceptedSendIsAuditedAndItsPersonKnown() throws Exception {
    fixture.sendAndHangUp(server);
    assertThat(fixture.audited("send.accepted")).isEqualTo(1);
    assertThat(fixture.people.find(Tenant.DEFAULT, Set.of(ContactPoint.phone(SendFixture.NUMBER))))
        .isPresent();
  }

  @Test
  void aRefusalAtTheFenceIsAuditedOnce() throws Exception {
    fixture.rules(
        SendFixture.fenced(new MarkFence("stop", Optional.of(SendFixture.refused("STOPPED")))));
    fixture.sendAndHangUp(server);
    assertThat(fixture.audited("send.refused")).isEqualTo(1);
    assertThat(fixture.audited("send.accepted")).isZero();
  }

  @Test
  void aLostAnswerIsAuditedAsUndetermined() throws Exception {
    fixture.sendAndHangUp(new RawServer(exchange -> exchange.readHead()));
    assertThat(fixture.audited("send.undetermined")).isEqualTo(1);
  }

  @Test
  void aTokenThatCannotBeHadRefusesBeforeConnecting() throws Exception {
    fixture.account(Account.of("1001", "2001").accessToken(() -> {
      throw new SecretUnavailableException("gone");
    }));
    assertThat(reason(fixture.sendAndHangUp(server))).isEqualTo("KEY_UNAVAILABLE");
    assertThat(server.bytes()).isZero();
    assertThat(fixture.journalStates()).containsExactly("REFUSED");
  }

  @Test
  void aTokenThatFitsNoHeaderRefusesAndDoesNotShowItself() throws Exception {
    fixture.account(
        Account.of("1001", "2001").accessToken(Secrets.fixed(Secret.of("planted\ntoken"))));
    SendResult result = fixture.sendAndHangUp(server);
    assertThat(result).isInstanceOf(Refused.class);
    assertThat(result.toString()).doesNotContain("planted");
    assertThat(server.bytes()).isZero();
    assertThat(fixture.journalStates()).containsExactly("REFUSED");
  }

  @Test
  void aSecretSourceThatThrowsWhatItLikesRefuses() throws Exception {
    fixture.account(Account.of("1001", "2001").accessToken(() -> {
      throw new IllegalStateException("broken source");
    }));
    assertThat(fixture.sendAndHangUp(server)).isInstanceOf(Refused.class);
    assertThat(fixture.journalStates()).containsExactly("REFUSED");
  }

  @Test
  void aNameLookUpThatThrowsRefuses() throws Exception {
    fixture.whileConnecting(() -> {
      throw new IllegalStateException("broken look-up");
    });
    assertThat(fixture.sendAndHangUp(server)).isInstanceOf(Refused.class);
    assertThat(server.connections()).isZero();
    assertThat(fixture.journalStates()).containsExactly("REFUSED");
  }

  @Test
  void aPersonMergedIntoAnotherIsStillReached() throws Exception {
    ContactPoint phone = ContactPoint.phone(SendFixture.NUMBER);
    ContactPoint id = ContactPoint.bsuid("US.77");
    seen(phone);
    Person merged = seen(id);
    seen(phone, id);
    SendResult result =
        fixture.gate(server.uri()).send(TextMessage.to(merged, "hello"), SendFixture.BY);
    assertThat(result).isInstanceOf(Accepted.class);
    assertThat(server.body()).contains("\"recipient\":\"US.77\"").doesNotContain("\"to\"");
  }

  @Test
  void aPersonWithTwoNumbersIsReachedByTheAccountWhichIsTheirsForEver() throws Exception {
    ContactPoint id = ContactPoint.bsuid("US.7");
    Person person = seen(ContactPoint.phone("15550002222"), id);
    seen(id, ContactPoint.phone("15550003333"));
    fixture.gate(server.uri()).send(TextMessage.to(person, "hello"), SendFixture.BY);
    assertThat(server.body()).contains("\"recipient\":\"US.7\"").doesNotContain("\"to\"");
  }

  @Test
  void aNumberThatItsHolderHasLeftReachesNobody() throws Exception {
    ContactPoint id = ContactPoint.bsuid("US.7");
    seen(ContactPoint.phone(SendFixture.NUMBER), id);
    seen(id, ContactPoint.phone("15550003333"));
    assertThat(reason(fixture.sendAndHangUp(server))).isEqualTo("RECIPIENT_UNPROVEN");
  }

  private static TemplateMessage code(ContactPoint to) {
    return TemplateMessage.to(to, "login_code", "en").purpose("auth.otp");
  }

  @Test
  void aCodeForAnAccountWithoutAPhoneIsRefused() throws Exception {
    ContactPoint id = ContactPoint.bsuid("US.7");
    seen(id);
    assertThat(reason(fixture.sendAndHangUp(server, code(id))))
        .isEqualTo("RECIPIENT_KIND_UNSUPPORTED");
  }

  @Test
  void aCodeForAPhoneWhoseKeyChangedIsRefused() throws Exception {
    ContactPoint phone = ContactPoint.phone(SendFixture.NUMBER);
    seen(phone);
    fixture.database.useTransaction(tx -> fixture.people.tell(
        tx,
        Tenant.DEFAULT,
        new Testimony(Set.of(phone), Set.of(), Testimony.Grade.STRONG, true),
        Instant.now(),
        UUID.randomUUID(),
        true));
    assertThat(reason(fixture.sendAndHangUp(server, code(phone))))
        .isEqualTo("IDENTITY_KEY_CHANGED");
  }

  @Test
  void aPhoneWithTooManyHoldersIsRefused() throws Exception {
    for (int i = 0; i < 34; i++) {
      seen(ContactPoint.phone(SendFixture.NUMBER), ContactPoint.bsuid("US.77" + i));
    }
    assertThat(reason(fixture.sendAndHangUp(server))).isEqualTo("RECIPIENT_UNCLEAR");
  }

  private Person seen(ContactPoint... points) {
    Person person = fixture.database.inTransaction(tx -> fixture.people.findOrCreate(
        tx, Tenant.DEFAULT, Set.of(points), LinkEvidence.SAME_SIGNED_PAYLOAD));
    // stores keep times by the millisecond
    long now = System.currentTimeMillis();
    while (System.currentTimeMillis() == now) {
      Thread.onSpinWait();
    }
    return person;
  }

  @Test
  void anAccountWithoutTokenRefuses() throws Exception {
    fixture.account(Account.of("1001", "2001"));
    assertThat(reason(fixture.sendAndHangUp(server))).isEqualTo("KEY_UNAVAILABLE");
  }

  @Test
  void aPoolThatThrowsItsOwnExceptionRefuses(@TempDir Path folder) throws Exception {
    AtomicBoolean down = new AtomicBoolean();
    SQLiteDataSource pool = new SQLiteDataSource() {
      @Override
      public Connection getConnection() throws SQLException {
        if (down.get()) {
          throw new IllegalStateException("the pool is closed");
        }
        return super.getConnection();
      }
    };
    pool.setUrl("jdbc:sqlite:" + folder.resolve("shop.db"));
    try (SendFixture stored = new SendFixture(Database.on(pool))) {
      SendGate gate = stored.gate(server.uri());
      down.set(true);
      assertThat(reason(gate.send(SendFixture.text(), SendFixture.BY)))
          .isEqualTo("STORE_UNAVAILABLE");
    }
    assertThat(server.connections()).isZero();
  }

  @Test
  void aDirectoryThatThrowsWhatItLikesRefuses() {
    PersonDirectory broken = (PersonDirectory) Proxy.newProxyInstance(
        PersonDirectory.class.getClassLoader(),
        new Class<?>[] {PersonDirectory.class},
        (proxy, method, arguments) -> {
          throw new StackOverflowError();
        });
    try (SendGate gate = SendGate.builder()
        .accounts(Map.of(new PhoneNumberId("1001"), Account.of("1001", "2001")))
        .stores(fixture.database, broken, fixture.vault, fixture.trail)
        .ungated("a test of the directory alone")
        .build()) {
      assertThat(reason(gate.send(SendFixture.text(), SendFixture.BY)))
          .isEqualTo("INTERNAL_FAILURE");
    }
  }

  @Test
  void aDatabaseThatFailsBeforeTheJournalRefuses() throws Exception {
    fixture.database.inTransaction(tx -> Sql.update(tx, "ALTER TABLE wx_person RENAME TO gone"));
    assertThat(reason(fixture.sendAndHangUp(server))).isEqualTo("STORE_UNAVAILABLE");
    assertThat(server.connections()).isZero();
  }

  @Test
  void aDatabaseThatFailsWhileConnectingRefusesWithoutAByte() throws Exception {
    SendGate gate = fixture
        .whileConnecting(() -> fixture.database.inTransaction(
            tx -> Sql.update(tx, "ALTER TABLE wx_journal RENAME TO gone")))
        .gate(server.uri());
    SendResult result = gate.send(SendFixture.text(), SendFixture.BY);
    fixture.client().connectionPool().evictAll();
    server.close();
    assertThat(reason(result)).isEqualTo("STORE_UNAVAILABLE");
    assertThat(server.bytes()).isZero();
  }

  @Test
  void orThrowNamesTheReason() throws Exception {
    fixture.rules(SendFixture.rule(Stage.CONSENT, request -> SendFixture.refused("NO_CONSENT")));
    SendResult result = fixture.sendAndHangUp(server);
    assertThatThrownBy(result::orThrow)
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.reason()).isEqualTo("NO_CONSENT"));
  }

  @Test
  void reasonsReadLikeReasons() {
    for (String bad : List.of("", "no", "A-B", "_A", "A_", "A__B", "1A", "A".repeat(65))) {
      assertThatThrownBy(() -> new Reason(bad)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new Reason("X_1_OK").code()).isEqualTo("X_1_OK");
  }
}
