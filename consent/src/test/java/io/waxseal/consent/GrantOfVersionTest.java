package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.FORM;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.waxseal.WhatsApp;
import io.waxseal.account.Tenant;
import io.waxseal.consent.ConsentEntry.Terms;
import io.waxseal.contract.PostgresServer;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.message.Basis;
import io.waxseal.message.Category;
import io.waxseal.message.Purpose;
import io.waxseal.message.Purposes;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.Templates;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Vault;
import io.waxseal.send.Refused;
import io.waxseal.send.SendResult;
import io.waxseal.simulator.Simulator;
import io.waxseal.store.Database;
import io.waxseal.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A grant is of a version of its purpose; each start of the business may declare the next one. */
final class GrantOfVersionTest {
  private static final ContactPoint BO = phone(CUSTOMER);
  private static final String CLUB = "club.party";
  private static final String TEXT = "We write when there is a party.";
  private static final Purpose V1 =
      Purpose.of(CLUB, Category.MARKETING, Basis.CONSENT).notice(Locale.ENGLISH, TEXT);
  private static final Purpose REWORDED = Purpose.of(CLUB, Category.MARKETING, Basis.CONSENT)
      .version(2)
      .notice(Locale.ENGLISH, "We write to you when there is a party.");
  private static final Purpose MATERIAL = Purpose.of(CLUB, Category.MARKETING, Basis.CONSENT)
      .version(2)
      .materialSince(2)
      .notice(Locale.ENGLISH, "We write when there is a party, and tell the brewery who you are.")
      .notice(Locale.GERMAN, "Wir schreiben zu jedem Fest und sagen der Brauerei, wer du bist.");

  /** Where it is stored. */
  enum On {
    SQLITE(Database::inMemory),
    POSTGRESQL(() -> Database.migrating(PostgresServer.dataSource()));

    private final Supplier<Database> database;

    On(Supplier<Database> database) {
      this.database = database;
    }
  }

  private final TestClock clock = new TestClock();
  private final Simulator simulator = Simulator.builder()
      .accessToken("a-token-made-up-for-tests")
      .appSecret("an-app-secret-made-up-for-tests")
      .clock(clock)
      .start();

  @AfterEach
  void close() {
    simulator.close();
  }

  /** The business, started one version after another over one database. */
  private final class House {
    private final Database database;
    private final Vault vault;

    House(On engine) {
      database = engine.database.get();
      vault = SealedVault.on(database, Kek.inMemoryForTests());
    }

    Open declares(Purpose purpose) {
      clock.advance(Duration.ofSeconds(10));
      Consent consent = Consent.on(database, vault);
      WhatsApp whatsapp = WhatsApp.builder()
          .account(Shop.account("106540352242922"))
          .database(database)
          .vault(vault)
          .purposes(Purposes.standard().declare(purpose))
          .templates(Templates.of().marketing("party").utility("order_update"))
          .guards(consent)
          .graph(GraphEndpoint.simulator(simulator.endpoint()))
          .clock(clock)
          .build();
      return new Open(whatsapp, consent);
    }
  }

  private record Open(WhatsApp whatsapp, Consent consent) implements AutoCloseable {
    SendResult invites() {
      return whatsapp.send(TemplateMessage.to(BO, "party", "en").purpose(CLUB), ANA);
    }

    Terms terms() {
      List<ConsentEntry> history =
          consent.history(whatsapp.people().find(Tenant.DEFAULT, Set.of(BO)).orElseThrow());
      return history.get(history.size() - 1).terms();
    }

    @Override
    public void close() {
      whatsapp.close();
    }
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @EnumSource
  void aGrantHoldsTheVersionAndTheNoticeThatWereDeclared(On engine) throws Exception {
    House house = new House(engine);
    try (Open open = house.declares(V1)) {
      open.consent.grant(BO, CLUB, FORM, ANA);
      assertThat(open.terms())
          .isEqualTo(new Terms(1, Optional.of("en"), Optional.of(sha256(TEXT))));
    }
    try (Open open = house.declares(MATERIAL)) {
      assertThat(open.terms().version()).isEqualTo(1);
      open.consent.grant(BO, CLUB, FORM.language(Locale.GERMAN), ANA);
      byte[] german = MATERIAL.noticeHash(Locale.GERMAN).orElseThrow();
      assertThat(open.terms())
          .isEqualTo(
              new Terms(2, Optional.of("de"), Optional.of(HexFormat.of().formatHex(german))));
      open.consent.grant(BO, CLUB, FORM, ANA);
      assertThat(open.terms())
          .isEqualTo(new Terms(
              2, Optional.empty(), Optional.of(HexFormat.of().formatHex(MATERIAL.noticesHash()))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGrantOfAnOlderVersionDoesNotCoverAMaterialOne(On engine) {
    House house = new House(engine);
    try (Open open = house.declares(V1)) {
      open.consent.grant(BO, CLUB, FORM, ANA);
      assertThat(Shop.word(open.invites())).isEqualTo("Accepted");
    }
    try (Open open = house.declares(MATERIAL)) {
      assertThat(open.invites()).isInstanceOfSatisfying(Refused.class, refused -> {
        assertThat(refused.reason()).isEqualTo(ConsentReasons.CONSENT_VERSION_OLD);
        assertThat(refused.guidance().forAgent()).contains("Show the present ones");
        assertThat(refused.guidance().forDeveloper()).contains("version 2", "Consent.grant(");
      });
      assertThat(open.consent.view(BO).grants(CLUB)).isTrue();
      assertThat(open.consent.view(BO).grants(MATERIAL)).isFalse();
      open.consent.grant(BO, CLUB, FORM, ANA);
      assertThat(Shop.word(open.invites())).isEqualTo("Accepted");
    }
    assertThat(simulator.accepted()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void aVersionThatOnlyRewordsIsCovered(On engine) {
    House house = new House(engine);
    try (Open open = house.declares(V1)) {
      open.consent.grant(BO, CLUB, FORM, ANA);
    }
    try (Open open = house.declares(REWORDED)) {
      assertThat(Shop.word(open.invites())).isEqualTo("Accepted");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatOneVersionOutdatedStaysSoInTheNext(On engine) {
    House house = new House(engine);
    try (Open open = house.declares(V1)) {
      open.consent.grant(BO, CLUB, FORM, ANA);
    }
    house.declares(MATERIAL).close();
    try (Open open = house.declares(MATERIAL.version(3))) {
      assertThat(Shop.word(open.invites())).isEqualTo("CONSENT_VERSION_OLD");
      open.consent.grant(BO, CLUB, FORM, ANA);
      assertThat(Shop.word(open.invites())).isEqualTo("Accepted");
    }
  }

  @ParameterizedTest
  @EnumSource
  void neitherAParentNorAGrantOfUnknownVersionCoversAMaterialOne(On engine) {
    House house = new House(engine);
    try (Open open = house.declares(MATERIAL)) {
      open.consent.grant(BO, "club", FORM, ANA);
      assertThat(open.terms()).isEqualTo(Terms.UNKNOWN);
      assertThat(Shop.word(open.invites())).isEqualTo("CONSENT_VERSION_OLD");
      Instant earlier = clock.instant().minus(Duration.ofDays(1));
      open.consent.grant(BO, CLUB, FORM, ANA, earlier);
      assertThat(open.terms()).isEqualTo(Terms.UNKNOWN);
      assertThat(Shop.word(open.invites())).isEqualTo("CONSENT_VERSION_OLD");
      open.consent.grant(BO, CLUB, FORM.version(2).language(Locale.ENGLISH), ANA, earlier);
      assertThat(Shop.word(open.invites())).isEqualTo("Accepted");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOlderGrantThatIsTakenOverLaterLowersNothing(On engine) {
    House house = new House(engine);
    try (Open open = house.declares(MATERIAL)) {
      open.consent.grant(BO, CLUB, FORM, ANA);
      open.consent.grant(BO, CLUB, FORM.version(1), ANA, clock.instant());
      assertThat(Shop.word(open.invites())).isEqualTo("Accepted");
    }
  }

  @ParameterizedTest
  @EnumSource
  void evidenceOfAVersionOrLanguageThatIsNotDeclaredIsRefused(On engine) {
    House house = new House(engine);
    try (Open open = house.declares(MATERIAL)) {
      for (Evidence wrong : List.of(FORM.version(3), FORM.language(Locale.FRENCH))) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> open.consent.grant(BO, CLUB, wrong, ANA))
            .withMessageContaining("version or a language");
      }
      assertThatIllegalArgumentException()
          .isThrownBy(() -> open.consent.grant(BO, "club", FORM.version(1), ANA));
      assertThatIllegalArgumentException().isThrownBy(() -> FORM.version(0));
      assertThat(open.whatsapp.people().find(Tenant.DEFAULT, Set.of(BO))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStopBeatsAGrantOfTheLatestVersionToo(On engine) {
    House house = new House(engine);
    try (Open open = house.declares(MATERIAL)) {
      open.consent.grant(BO, CLUB, FORM, ANA);
      clock.advance(Duration.ofSeconds(1));
      open.consent.stop(BO, "marketing", FORM, ANA);
      assertThat(Shop.word(open.invites())).isEqualTo("STOPPED_PURPOSE");
    }
  }
}
