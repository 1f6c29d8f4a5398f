package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.FORM;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.message.Message;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.send.Guidance;
import io.waxseal.send.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A refusal says which rule it was and what would let the message pass, and never what is not so. */
final class GuidanceTest {
  private static final ContactPoint BO = phone(CUSTOMER);
  private static final Message REPLY = TextMessage.to(BO, "hello");

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  private String said(Message message) {
    Guidance guidance = ((Refused) shop.whatsapp.send(message, ANA)).guidance();
    assertThat(guidance.toString()).doesNotContain(CUSTOMER).doesNotContain("Bo ");
    return guidance.toString();
  }

  private Message template(String purpose) {
    return TemplateMessage.to(BO, "spring_offer", "en").purpose(purpose);
  }

  @Test
  void whoNeverWroteIsNotSaidToHaveWritten() {
    assertThat(said(REPLY)).contains("has not written").doesNotContain("more than 24 hours ago");
  }

  @Test
  void aClosedWindowSaysWhenItClosed() {
    shop.writes(CUSTOMER, "hello");
    Instant at = shop.clock.instant();
    shop.clock.advance(Duration.ofHours(25));
    Instant closed = at.truncatedTo(ChronoUnit.SECONDS).plus(ServiceWindow.OPEN);
    assertThat(said(REPLY)).contains("more than 24 hours ago").contains("closed at " + closed);
  }

  @Test
  void whoWroteOnlyAStopIsSaidToHaveWrittenAStop() {
    shop.writes(CUSTOMER, "STOP");
    assertThat(said(REPLY)).contains("wrote a stop").doesNotContain("has not written");
  }

  @Test
  void aTypedStopSaysWhatPassesItAndWhatEndsIt() {
    shop.grant(BO, "marketing");
    shop.writes(CUSTOMER, "STOP");
    assertThat(said(REPLY)).contains("written to this number after the stop").contains("START");
    assertThat(said(template("auth.otp"))).contains("Consent.requested(");
    assertThat(said(template("notice.legal"))).contains("despiteStop(");
    assertThat(said(template("marketing.offers")))
        .contains("Consent.resume")
        .doesNotContain("requested(")
        .doesNotContain("despiteStop(");
  }

  @Test
  void aStopTheHostRecordedIsNotSaidToEndByStart() {
    shop.consent.stop(BO, FORM, ANA);
    assertThat(said(REPLY)).contains("Consent.resume").doesNotContain("START");
  }

  @Test
  void aGrantIsSaidToEndAStopOnlyIfItWould() {
    shop.consent.stop(BO, "marketing", FORM, ANA);
    assertThat(said(template("marketing.offers"))).contains("not with a new grant");
    shop.clock.advance(Duration.ofSeconds(1));
    shop.consent.resume(BO, FORM, ANA);
    shop.clock.advance(Duration.ofSeconds(1));
    shop.consent.stop(BO, "marketing.offers", FORM, ANA);
    assertThat(said(template("marketing.offers"))).contains("or with a new grant");
    shop.grant(BO, "marketing.offers");
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
  }

  @Test
  void theBasisSaysWhatToRecord() {
    assertThat(said(template("marketing.offers"))).contains("No grant covers");
    assertThat(said(template("utility.order"))).contains("No evidence of a contract");
    assertThat(said(template("auth.otp"))).contains("Consent.requested(");
  }
}
