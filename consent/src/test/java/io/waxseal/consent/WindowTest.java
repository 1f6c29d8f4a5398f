package io.waxseal.consent;

import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.send.Refused;
import io.waxseal.send.SendResult;
import io.waxseal.simulator.SignedWebhook;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WindowTest {
  private static final ContactPoint BO = phone(CUSTOMER);
  private static final Duration OPEN = Duration.ofHours(24).minusSeconds(60);

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void itIsClosedBeforeTheCustomerWrites() {
    assertThat(shop.text(BO)).isEqualTo("WINDOW_CLOSED");
    assertThat(shop.simulator.requestsReceived()).isZero();
  }

  @Test
  void aMessageOfTheCustomerOpensIt() {
    shop.writes(CUSTOMER, "hello");
    assertThat(shop.text(BO)).isEqualTo("Accepted");
    assertThat(shop.text(shop.bsuid(CUSTOMER))).isEqualTo("Accepted");
  }

  @Test
  void aMessageOfAnotherCustomerDoesNot() {
    shop.writes("16505559999", "hello");
    assertThat(shop.text(BO)).isEqualTo("WINDOW_CLOSED");
  }

  @Test
  void itClosesAMinuteBeforeADayIsOver() {
    shop.writes(CUSTOMER, "hello");
    shop.clock.advance(OPEN.minusMillis(1));
    assertThat(shop.text(BO)).isEqualTo("Accepted");
    shop.clock.advance(Duration.ofMillis(1));
    assertThat(shop.text(BO)).isEqualTo("WINDOW_CLOSED");
  }

  @Test
  void theNextMessageOpensItAnew() {
    shop.writes(CUSTOMER, "hello");
    shop.clock.advance(Duration.ofHours(20));
    shop.writes(CUSTOMER, "still there?");
    shop.clock.advance(Duration.ofHours(20));
    assertThat(shop.text(BO)).isEqualTo("Accepted");
  }

  @Test
  void anOlderMessageThatArrivesLateDoesNotShortenIt() {
    shop.writes(CUSTOMER, "hello");
    shop.metaIsAheadBy(Duration.ofHours(-10));
    shop.writes(CUSTOMER, "earlier");
    shop.clock.advance(Duration.ofHours(20));
    assertThat(shop.text(BO)).isEqualTo("Accepted");
  }

  @Test
  void aMessageOfYesterdayDeliveredTodayOpensNothing() {
    shop.metaIsAheadBy(OPEN.negated());
    shop.writes(CUSTOMER, "hello");
    assertThat(shop.text(BO)).isEqualTo("WINDOW_CLOSED");
  }

  @Test
  void aTimestampInTheFutureDoesNotLengthenIt() {
    shop.metaIsAheadBy(Duration.ofDays(400));
    shop.writes(CUSTOMER, "hello");
    shop.clock.advance(OPEN);
    assertThat(shop.text(BO)).isEqualTo("WINDOW_CLOSED");
  }

  @Test
  void aStopDoesNotOpenIt() {
    shop.writes(CUSTOMER, "STOP");
    SendResult result = shop.whatsapp.send(TextMessage.to(BO, "hello"), Shop.ANA);
    assertThat(result)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.alsoFailed()).contains(ConsentReasons.WINDOW_CLOSED));
  }

  @Test
  void statusesDoNotOpenIt() {
    shop.grant(BO, "marketing");
    shop.offer(BO);
    for (String status : new String[] {"sent", "delivered", "read"}) {
      shop.deliver(shop.simulator.status(shop.lastAccepted().id(), status));
    }
    shop.whatsapp.work();
    assertThat(shop.text(BO)).isEqualTo("WINDOW_CLOSED");
  }

  @Test
  void aRedeliveryADayLaterDoesNotOpenIt() {
    SignedWebhook hello = shop.writes(CUSTOMER, "hello");
    shop.clock.advance(Duration.ofHours(25));
    shop.deliver(hello);
    assertThat(shop.text(BO)).isEqualTo("WINDOW_CLOSED");
  }

  @Test
  void aTemplateIsNoAnswer() {
    assertThat(shop.template(BO, "service.reply")).isEqualTo("WINDOW_CLOSED");
    shop.writes(CUSTOMER, "hello");
    assertThat(shop.template(BO, "service.reply")).isEqualTo("PURPOSE_CATEGORY_MISMATCH");
  }

  @Test
  void aGrantedTemplateNeedsNoWindow() {
    shop.grant(BO, "utility");
    assertThat(shop.template(BO, "utility.order")).isEqualTo("Accepted");
    assertThat(shop.text(BO)).isEqualTo("WINDOW_CLOSED");
  }
}
