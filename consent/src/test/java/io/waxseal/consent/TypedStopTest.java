package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.FORM;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.waxseal.account.Because;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a typed stop stops, and the three things that it does not. */
final class TypedStopTest {
  private static final ContactPoint BO = phone(CUSTOMER);
  private static final TemplateMessage BREACH =
      TemplateMessage.to(BO, "order_update", "en").purpose("notice.breach");

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  private void asked() {
    shop.consent.requested(BO, "auth.otp", FORM, ANA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"marketing.offers", "utility.order", "auth.otp", "notice.breach", "club.party"})
  void itStopsWhatTheBusinessStarts(String purpose) {
    shop.grant(BO, purpose);
    shop.writes(CUSTOMER, "hello");
    shop.writes(CUSTOMER, "STOP");
    assertThat(shop.template(BO, purpose)).isEqualTo("STOPPED_ALL");
    assertThat(shop.send(TextMessage.to(BO, "now").purpose(purpose))).isEqualTo("STOPPED_ALL");
  }

  @Test
  void anAnswerToWhatWasWrittenAfterItGoesOut() {
    shop.writes(CUSTOMER, "hello");
    shop.writes(CUSTOMER, "STOP");
    assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
    shop.writes(CUSTOMER, "where is my order?");
    assertThat(shop.text(BO)).isEqualTo("Accepted");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
    assertThat(shop.consent.view(BO).stops()).hasSize(1);
    shop.writes(CUSTOMER, "STOP");
    assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void whatWasWrittenInTheSecondOfTheStopIsNotAfterIt() {
    shop.writes(CUSTOMER, "STOP");
    shop.deliver(shop.simulator.customerWrites(CUSTOMER, "Bo", "hello"));
    assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void aStopThatComesWhileAnAnswerConnectsStopsIt() {
    shop.writes(CUSTOMER, "STOP");
    shop.writes(CUSTOMER, "hello");
    shop.atNextConnection(() -> shop.writes(CUSTOMER, "STOP"));
    assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
    assertThat(shop.simulator.requestsReceived()).isZero();
  }

  @Test
  void aCodeAskedForInTheLastTenMinutesGoesOut() {
    shop.writes(CUSTOMER, "STOP");
    assertThat(shop.template(BO, "auth.otp")).isEqualTo("STOPPED_ALL");
    asked();
    assertThat(shop.template(BO, "auth.otp")).isEqualTo("Accepted");
    assertThat(shop.audited("consent.requested")).isEqualTo(1);
    shop.clock.advance(Duration.ofMinutes(10));
    assertThat(shop.template(BO, "auth.otp")).isEqualTo("Accepted");
    shop.clock.advance(Duration.ofMillis(1));
    assertThat(shop.template(BO, "auth.otp")).isEqualTo("STOPPED_ALL");
  }

  @Test
  void aRequestIsEvidenceForTheCodeAndForNothingElse() {
    assertThat(shop.template(BO, "auth.otp")).isEqualTo("NO_CONSENT");
    asked();
    assertThat(shop.template(BO, "auth.otp")).isEqualTo("Accepted");
    assertThat(shop.template(BO, "utility.order")).isEqualTo("NO_CONSENT");
    assertThat(shop.consent.view(BO).grants()).isEmpty();
    assertThat(shop.template(phone("16505559999"), "auth.otp")).isEqualTo("NO_CONSENT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth", "auth.other", "marketing.offers", "notice.breach", "*"})
  void onlyADeclaredCodeIsAskedFor(String purpose) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shop.consent.requested(BO, purpose, FORM, ANA));
    assertThat(shop.count("SELECT COUNT(*) FROM wx_consent_request")).isZero();
  }

  @Test
  void aNoticePassesItOnlyByTheMethodThatSaysSo() {
    shop.writes(CUSTOMER, "STOP");
    assertThat(shop.send(BREACH)).isEqualTo("STOPPED_ALL");
    assertThat(shop.send(BREACH.despiteStop("article 34"))).isEqualTo("Accepted");
  }

  @Test
  void theMethodHelpsNothingElse() {
    shop.grant(BO, "marketing");
    shop.grant(BO, "utility");
    shop.writes(CUSTOMER, "STOP");
    TemplateMessage offer = TemplateMessage.to(BO, "spring_offer", "en").despiteStop("sale ends");
    assertThat(shop.send(offer.purpose("marketing.offers"))).isEqualTo("STOPPED_ALL");
    TemplateMessage order = TemplateMessage.to(BO, "order_update", "en").despiteStop("urgent");
    assertThat(shop.send(order.purpose("utility.order"))).isEqualTo("STOPPED_ALL");
    assertThatIllegalArgumentException().isThrownBy(() -> BREACH.despiteStop(" "));
  }

  @Test
  void aStopOfTheNoticeItselfOrByTheHostStopsTheNotice() {
    shop.consent.stop(BO, "notice", FORM, ANA);
    assertThat(shop.send(BREACH.despiteStop("article 34"))).isEqualTo("STOPPED_PURPOSE");
    shop.consent.stop(BO, FORM, ANA);
    asked();
    assertThat(shop.send(BREACH.despiteStop("article 34"))).isEqualTo("STOPPED_ALL");
    assertThat(shop.template(BO, "auth.otp")).isEqualTo("STOPPED_ALL");
  }

  @Test
  void anErasureForgetsWhoAskedForACode() {
    asked();
    Person person = shop.person(CUSTOMER);
    assertThat(shop.whatsapp.erase(person, Because.request("DSR-1")).incomplete())
        .isEmpty();
    assertThat(shop.count("SELECT COUNT(*) FROM wx_consent_request")).isZero();
    assertThat(shop.template(BO, "auth.otp")).isEqualTo("NO_CONSENT");
  }
}
