package io.waxseal.consent;

import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.person.ContactPoint;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PlatformStopTest {
  private static final ContactPoint BO = phone(CUSTOMER);

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aStopInWhatsAppStopsMarketingOnly() {
    shop.grant(BO, "marketing");
    shop.grant(BO, "utility");
    shop.writes(CUSTOMER, "hello");
    shop.prefers(CUSTOMER, "stop");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_BY_PLATFORM");
    assertThat(shop.template(BO, "marketing.news")).isEqualTo("STOPPED_BY_PLATFORM");
    assertThat(shop.template(BO, "utility.order")).isEqualTo("Accepted");
    assertThat(shop.text(BO)).isEqualTo("Accepted");
  }

  @Test
  void aStopInWhatsAppIsNotConfirmedAndOpensNoWindow() {
    shop.prefers(CUSTOMER, "stop");
    shop.whatsapp.work();
    assertThat(shop.simulator.requestsReceived()).isZero();
    assertThat(shop.text(BO)).isEqualTo("WINDOW_CLOSED");
  }

  @Test
  void resumeInWhatsAppEndsTheStopMadeThereAndGrantsNothing() {
    shop.prefers(CUSTOMER, "stop");
    shop.prefers(CUSTOMER, "resume");
    assertThat(shop.offer(BO)).isEqualTo("NO_CONSENT");
    shop.grant(BO, "marketing");
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
  }

  @Test
  void resumeInWhatsAppDoesNotEndAKeywordStop() {
    shop.grant(BO, "marketing");
    shop.writes(CUSTOMER, "STOP");
    shop.prefers(CUSTOMER, "stop");
    shop.prefers(CUSTOMER, "resume");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void startDoesNotEndAStopMadeInWhatsApp() {
    shop.grant(BO, "marketing");
    shop.prefers(CUSTOMER, "stop");
    shop.writes(CUSTOMER, "START");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_BY_PLATFORM");
  }

  @Test
  void aNewGrantDoesNotEndAStopMadeInWhatsApp() {
    shop.prefers(CUSTOMER, "stop");
    shop.grant(BO, "marketing");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_BY_PLATFORM");
  }

  @Test
  void anOlderResumeThatArrivesLateChangesNothing() {
    shop.grant(BO, "marketing");
    shop.clock.advance(Duration.ofMinutes(10));
    shop.prefers(CUSTOMER, "stop");
    shop.metaIsAheadBy(Duration.ofMinutes(-5));
    shop.prefers(CUSTOMER, "resume");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_BY_PLATFORM");
  }

  @Test
  void aMessageThatFailedBecauseOfAStopIsAStop() {
    shop.grant(BO, "marketing");
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
    shop.clock.advance(Duration.ofSeconds(1));
    shop.deliver(shop.simulator.failed(
        shop.lastAccepted().id(), 131050, "User has stopped marketing messages"));
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_BY_PLATFORM");
    shop.whatsapp.work();
    assertThat(shop.simulator.requestsReceived()).isEqualTo(1);
  }

  @Test
  void aMessageThatFailedForAnotherReasonIsNone() {
    shop.grant(BO, "marketing");
    shop.offer(BO);
    shop.deliver(shop.simulator.failed(shop.lastAccepted().id(), 131049, "not now"));
    shop.deliver(shop.simulator.status(shop.lastAccepted().id(), "failed"));
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
  }
}
