package io.waxseal.consent;

import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.waxseal.account.Tenant;
import io.waxseal.person.ContactPoint;
import io.waxseal.simulator.BusinessApp;
import io.waxseal.simulator.Content;
import io.waxseal.simulator.SimulatedPerson;
import io.waxseal.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stop counts in whatever way it is said, and only what may be answered is answered. */
final class SaidEverywhereTest {
  private static final ContactPoint BO = phone(CUSTOMER);

  private final Shop shop = Shop.open();
  private final SimulatedPerson bo = shop.simulator.person(CUSTOMER);

  @AfterEach
  void close() {
    shop.close();
  }

  private void sends(Content content) {
    shop.clock.advance(Duration.ofSeconds(1));
    shop.deliver(bo.sends(content));
  }

  private String stopped() {
    return shop.text(BO);
  }

  @Test
  void aTappedLabelOfMetasKindStopsPromotions() {
    shop.grant(BO, "marketing");
    sends(Content.button("anything", "Werbung stoppen"));
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_PURPOSE");
  }

  @Test
  void aSignedPayloadStopsItsPurposeWhateverItsButtonSays() {
    shop.grant(BO, "marketing");
    sends(Content.buttonReply(shop.consent.optOutPayload("marketing.offers"), "Yes, more!"));
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_PURPOSE");
    assertThat(shop.consent.view(BO).stops())
        .singleElement()
        .satisfies(stop -> assertThat(stop.scope()).isEqualTo("marketing.offers"));
  }

  @Test
  void anAlteredPayloadIsOnlyTheWordsOnItsButton() {
    String payload = shop.consent.optOutPayload("marketing.offers");
    sends(Content.button(payload.replace("offers", "news"), "Yes"));
    sends(Content.button(payload + "A", "Yes"));
    sends(Content.button(payload.substring(0, payload.length() - 1), "Yes"));
    sends(Content.button("wa-optout:*" + payload.substring(payload.lastIndexOf(':')), "Yes"));
    sends(
        Content.button(shop.consent.optOutPayload(new Tenant("other"), "marketing.offers"), "Yes"));
    assertThat(shop.consent.view(BO).stops()).isEmpty();
  }

  @Test
  void onlyOurPayloadOrTypedWordsStartAgain() {
    sends(Content.button(shop.consent.optOutPayload("marketing"), "No more"));
    sends(Content.button("start", "Start"));
    sends(Content.buttonReply("x", "START"));
    assertThat(shop.consent.view(BO).stops()).hasSize(1);
    sends(Content.button(shop.consent.optInPayload("marketing"), "Again"));
    assertThat(shop.consent.view(BO).stops()).isEmpty();
  }

  @Test
  void aPayloadIsForAPurposeOnly() {
    assertThatIllegalArgumentException().isThrownBy(() -> shop.consent.optOutPayload("*"));
    assertThatIllegalArgumentException().isThrownBy(() -> shop.consent.optInPayload("a:b"));
  }

  @Test
  void underStandbyAStopCountsAndNothingIsAnswered() {
    bo.agent().takes();
    shop.deliver(bo.writes("STOP"));
    shop.whatsapp.work();
    assertThat(shop.texts()).isEmpty();
    assertThat(shop.audited("consent.unanswered")).isEqualTo(1);
    assertThat(stopped()).isEqualTo("STOPPED_ALL");
  }

  @Test
  void inHistoryAStopCountsWithItsOwnTimeAndNothingIsAnswered() {
    Instant then = shop.clock.instant().minus(Duration.ofDays(9));
    shop.deliver(bo.businessApp()
        .history(List.of(
            new BusinessApp.Line(true, Content.text("STOP"), then),
            new BusinessApp.Line(true, Content.text("start"), then.plusSeconds(60)))));
    shop.whatsapp.work();
    assertThat(shop.texts()).isEmpty();
    assertThat(shop.consent.view(BO).stops())
        .singleElement()
        .satisfies(
            stop -> assertThat(stop.since()).isBetween(then.minusSeconds(2), then.plusSeconds(2)));
  }

  @Test
  void aCryForHelpIsAnsweredOnceADayInTheLanguageOfTheCustomer() {
    try (Shop shop = new Shop(
        Database.inMemory(),
        consent -> consent
            .help(Locale.ENGLISH, "This is the shop. STOP ends messages.")
            .help(Locale.GERMAN, "Hier ist der Laden. STOP beendet Nachrichten."),
        null)) {
      shop.writes(CUSTOMER, "Hilfe");
      shop.whatsapp.work();
      shop.writes(CUSTOMER, "help");
      shop.whatsapp.work();
      assertThat(shop.texts()).singleElement().asString().contains("Laden");
      shop.clock.advance(Duration.ofHours(25));
      shop.writes(CUSTOMER, "help");
      shop.whatsapp.work();
      assertThat(shop.texts()).hasSize(2);
    }
  }

  @Test
  void withoutATextHelpIsOnlyTold() {
    shop.writes(CUSTOMER, "help");
    shop.whatsapp.work();
    assertThat(shop.texts()).isEmpty();
    assertThat(shop.audited("consent.heard")).isEqualTo(1);
  }

  @Test
  void aRightIsToldAndAStopBesideItCounts() {
    shop.writes(CUSTOMER, "delete all my data and stop texting me");
    shop.whatsapp.work();
    assertThat(shop.audited("consent.heard")).isEqualTo(1);
    assertThat(stopped()).isEqualTo("STOPPED_ALL");
  }

  @Test
  void aStopIsConfirmedInTheLanguageOfTheCustomer() {
    shop.writes(CUSTOMER, "bitte abmelden");
    shop.whatsapp.work();
    assertThat(shop.texts()).singleElement().asString().contains("keine Nachrichten mehr");
  }
}
