package io.waxseal.consent;

import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.person.ContactPoint;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words that leave it open whether they stop messages. */
final class DoubtTest {
  private static final ContactPoint BO = phone(CUSTOMER);

  private final Shop shop = Shop.open();

  @BeforeEach
  void grant() {
    shop.grant(BO, "marketing");
    shop.writes(CUSTOMER, "hello");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private void doubt() {
    shop.writes(CUSTOMER, "how do I stop these messages?");
  }

  @Test
  void aDoubtStopsMarketingAtOnceAndNothingElse() {
    doubt();
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_PURPOSE");
    assertThat(shop.text(BO)).isEqualTo("Accepted");
    assertThat(shop.consent.view(BO).stops())
        .singleElement()
        .satisfies(stop -> assertThat(stop.cause()).isEqualTo(Cause.PROVISIONAL));
  }

  @Test
  void oneNeutralQuestionNamesBothWords() {
    doubt();
    doubt();
    shop.whatsapp.work();
    doubt();
    shop.whatsapp.work();
    assertThat(shop.texts()).singleElement().asString().contains("STOP", "KEEP");
  }

  @Test
  void theWordThatKeepsEndsADoubt() {
    doubt();
    shop.writes(CUSTOMER, "Keep!");
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
    shop.whatsapp.work();
    assertThat(shop.texts()).isEmpty();
  }

  @Test
  void theWordThatKeepsEndsNoStop() {
    shop.writes(CUSTOMER, "STOP");
    shop.writes(CUSTOMER, "KEEP");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
    doubt();
    shop.writes(CUSTOMER, "KEEP");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void withoutAnAnswerTheDoubtStays() {
    doubt();
    shop.clock.advance(Duration.ofDays(400));
    assertThat(shop.consent.view(BO).stops()).hasSize(1);
  }

  @Test
  void startEndsADoubtToo() {
    doubt();
    shop.writes(CUSTOMER, "START");
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
  }

  @Test
  void theQuestionSpeaksTheLanguageOfTheCustomer() {
    shop.offer(BO);
    shop.writes(CUSTOMER, "wie kann ich diese Nachrichten abbestellen?");
    shop.whatsapp.work();
    assertThat(shop.texts()).singleElement().asString().contains("BEHALTEN");
    shop.writes(CUSTOMER, "behalten");
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
  }

  @Test
  void anAmbiguousWordIsAStopOnlyBehindMarketing() {
    shop.writes(CUSTOMER, "baja");
    assertThat(shop.consent.view(BO).stops()).isEmpty();
    shop.offer(BO);
    shop.writes(CUSTOMER, "baja");
    assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void marketingLongAgoGivesAWordNoSense() {
    shop.offer(BO);
    shop.clock.advance(Duration.ofHours(73));
    shop.writes(CUSTOMER, "baja");
    assertThat(shop.consent.view(BO).stops()).isEmpty();
  }

  @Test
  void anAnswerBetweenThemTakesTheSenseAway() {
    shop.offer(BO);
    shop.clock.advance(Duration.ofSeconds(3));
    shop.text(BO);
    shop.clock.advance(Duration.ofSeconds(3));
    shop.writes(CUSTOMER, "baja");
    assertThat(shop.consent.view(BO).stops()).isEmpty();
  }

  @Test
  void aWordThatATemplateAdvertisesIsAStopBehindMarketing() {
    shop.writes(CUSTOMER, "violet!");
    assertThat(shop.consent.view(BO).stops()).isEmpty();
    shop.offer(BO);
    shop.writes(CUSTOMER, "violet!");
    assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
  }
}
