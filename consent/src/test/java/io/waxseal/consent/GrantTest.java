package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.FORM;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.waxseal.guard.AfterEvent;
import io.waxseal.guard.Guard;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.send.Refused;
import io.waxseal.send.SendResult;
import io.waxseal.webhook.MessageReceived;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GrantTest {
  private static final ContactPoint BO = phone(CUSTOMER);

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void marketingWithoutConsentIsRefusedAndNothingLeaves() {
    assertThat(shop.offer(BO)).isEqualTo("NO_CONSENT");
    assertThat(shop.simulator.requestsReceived()).isZero();
    assertThat(shop.audited("send.refused")).isEqualTo(1);
  }

  @Test
  void aTemplateWithoutPurposeIsRefused() {
    shop.grant(BO, "marketing");
    assertThat(shop.send(TemplateMessage.to(BO, "spring_offer", "en")))
        .isEqualTo("PURPOSE_MISSING");
  }

  @Test
  void everyRefusalTeaches() {
    SendResult result = shop.whatsapp.send(
        TemplateMessage.to(BO, "spring_offer", "en").purpose("marketing.offers"), ANA);
    assertThat(result).isInstanceOfSatisfying(Refused.class, refused -> {
      assertThat(refused.guidance().forAgent()).isNotBlank();
      assertThat(refused.guidance().forDeveloper()).contains("Consent.grant");
    });
  }

  @Test
  void afterAGrantTheTemplateGoesOut() {
    shop.grant(BO, "marketing.offers");
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
    assertThat(shop.simulator.accepted()).hasSize(1);
    assertThat(shop.marks()).isZero();
  }

  @Test
  void aGrantOfTheParentIsEnough() {
    shop.grant(BO, "marketing");
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
  }

  @Test
  void aGrantOfASiblingOrOfALongerWordIsNone() {
    shop.grant(BO, "marketing.news");
    shop.grant(BO, "marketing.offers-spring");
    assertThat(shop.offer(BO)).isEqualTo("NO_CONSENT");
  }

  @Test
  void aGrantOfOneCustomerIsNotAnothers() {
    shop.grant(BO, "marketing");
    assertThat(shop.offer(phone("16505559999"))).isEqualTo("NO_CONSENT");
  }

  @Test
  void aGrantTravelsByPersonToo() {
    shop.grant(BO, "marketing");
    assertThat(shop.offer(shop.person(CUSTOMER))).isEqualTo("Accepted");
  }

  @Test
  void aMessageOfTheCustomerIsEvidence() {
    try (WithHandler handled = new WithHandler()) {
      handled.shop.writes(CUSTOMER, "yes please");
      handled.shop.whatsapp.work();
      assertThat(handled.evidence).hasToString("Evidence[message]");
      handled.shop.consent.grant(BO, "marketing", handled.evidence, ANA);
      assertThat(handled.shop.offer(BO)).isEqualTo("Accepted");
    }
  }

  /** Keeps the last message as evidence, as a host's handler would. */
  private static final class WithHandler implements AutoCloseable {
    private Evidence evidence;
    private final Shop shop = Shop.open(new Guard() {
      @Override
      public List<AfterEvent> afterEvents() {
        return List.of(
            (event, whatsapp) -> evidence = Evidence.message((MessageReceived) event.event()));
      }
    });

    @Override
    public void close() {
      shop.close();
    }
  }

  @Test
  void aStopOfThePurposeBeatsTheGrant() {
    shop.grant(BO, "marketing.offers");
    shop.clock.advance(Duration.ofSeconds(1));
    shop.consent.stop(BO, "marketing", FORM, ANA);
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_PURPOSE");
    assertThat(shop.template(BO, "utility.order")).isEqualTo("NO_CONSENT");
  }

  @Test
  void aNewGrantEndsAStopOfExactlyThisPurpose() {
    shop.clock.advance(Duration.ofSeconds(1));
    shop.consent.stop(BO, "marketing.offers", FORM, ANA);
    shop.grant(BO, "marketing.offers");
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
  }

  @Test
  void aNewGrantDoesNotEndAWiderStop() {
    shop.consent.stop(BO, "marketing", FORM, ANA);
    shop.grant(BO, "marketing.offers");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_PURPOSE");
    shop.consent.stop(BO, FORM, ANA);
    shop.grant(BO, "marketing");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void theHostsStopOfEverythingStopsAnswersToo() {
    shop.writes(CUSTOMER, "hello");
    assertThat(shop.text(BO)).isEqualTo("Accepted");
    shop.consent.stop(BO, FORM, ANA);
    assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void resumeEndsWhatTheHostStoppedAndGrantsNothing() {
    shop.consent.stop(BO, "marketing", FORM, ANA);
    shop.clock.advance(Duration.ofSeconds(1));
    shop.consent.resume(BO, FORM, ANA);
    assertThat(shop.consent.view(BO).stops()).isEmpty();
    assertThat(shop.offer(BO)).isEqualTo("NO_CONSENT");
  }

  @Test
  void resumeLeavesWhatTheCustomersOwnWordsStopped() {
    shop.grant(BO, "marketing.offers");
    shop.writes(CUSTOMER, "STOP");
    shop.clock.advance(Duration.ofSeconds(1));
    shop.consent.resume(BO, FORM, ANA);
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void resumeLeavesWhatTheCustomerStoppedInWhatsApp() {
    shop.grant(BO, "marketing");
    shop.prefers(CUSTOMER, "stop");
    shop.clock.advance(Duration.ofSeconds(1));
    shop.consent.resume(BO, FORM, ANA);
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_BY_PLATFORM");
  }

  @Test
  void historyTellsWhatWasWished() {
    shop.grant(BO, "marketing");
    shop.writes(CUSTOMER, "STOP");
    assertThat(shop.consent.history(shop.person(CUSTOMER)))
        .extracting(ConsentEntry::kind, ConsentEntry::cause)
        .containsExactly(
            tuple(ConsentEntry.Kind.GRANTED, Cause.HOST),
            tuple(ConsentEntry.Kind.STOPPED, Cause.KEYWORD));
  }

  @Test
  void everyWishIsAudited() {
    shop.grant(BO, "marketing");
    shop.consent.stop(BO, FORM, ANA);
    shop.clock.advance(Duration.ofSeconds(1));
    shop.consent.resume(BO, FORM, ANA);
    assertThat(shop.audited("consent.granted")).isEqualTo(1);
    assertThat(shop.audited("consent.stopped")).isEqualTo(1);
    assertThat(shop.audited("consent.resumed")).isEqualTo(1);
  }

  @Test
  void looseMarketingTextNeedsGrantAndWindow() {
    TextMessage promotion = TextMessage.to(BO, "20 % off").purpose("marketing.offers");
    assertThat(shop.send(promotion)).isEqualTo("NO_CONSENT");
    shop.grant(BO, "marketing");
    assertThat(shop.send(promotion)).isEqualTo("WINDOW_CLOSED");
    shop.writes(CUSTOMER, "hello");
    assertThat(shop.send(promotion)).isEqualTo("Accepted");
  }

  @Test
  void anOpenWindowIsNoGrant() {
    shop.writes(CUSTOMER, "hello");
    assertThat(shop.send(TextMessage.to(BO, "20 % off").purpose("marketing.offers")))
        .isEqualTo("NO_CONSENT");
    assertThat(shop.offer(BO)).isEqualTo("NO_CONSENT");
  }
}
