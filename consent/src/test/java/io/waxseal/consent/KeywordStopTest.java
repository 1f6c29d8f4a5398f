package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.FORM;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.guard.AfterEvent;
import io.waxseal.guard.Guard;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.simulator.Failure;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class KeywordStopTest {
  private static final ContactPoint BO = phone(CUSTOMER);
  private static final String WORDS =
      "You will get no more messages from us. Reply START if you change your mind.";

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aStopCountsBeforeAnyWorkIsDone() {
    shop.grant(BO, "marketing");
    shop.writes(CUSTOMER, "hello");
    shop.writes(CUSTOMER, "STOP");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
    assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
    assertThat(shop.simulator.requestsReceived()).isZero();
  }

  @Test
  void oneConfirmationGoesOutAndNothingElse() {
    shop.writes(CUSTOMER, "STOP");
    shop.whatsapp.work();
    assertThat(shop.texts()).singleElement().asString().contains(WORDS);
    assertThat(shop.lastAccepted().recipient()).contains(shop.userId(CUSTOMER));
    assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void theConfirmationSaysWhatTheHostWants() {
    try (Shop shop =
        new Shop(Database.inMemory(), consent -> consent.confirmation("Done."), null)) {
      shop.writes(CUSTOMER, "STOP");
      shop.whatsapp.work();
      assertThat(shop.texts()).singleElement().asString().contains("\"Done.\"");
    }
  }

  @Test
  void aStopDeliveredAgainIsConfirmedOnce() {
    SignedWebhook stop = shop.writes(CUSTOMER, "STOP");
    shop.deliver(stop);
    shop.whatsapp.work();
    shop.deliver(stop);
    shop.whatsapp.work();
    assertThat(shop.texts()).hasSize(1);
    assertThat(shop.audited("consent.stopped")).isEqualTo(1);
  }

  @Test
  void aStopRepeatedByTheCustomerIsConfirmedOnce() {
    shop.writes(CUSTOMER, "STOP");
    shop.writes(CUSTOMER, "stop!!");
    shop.whatsapp.work();
    shop.writes(CUSTOMER, "UNSUBSCRIBE");
    shop.whatsapp.work();
    assertThat(shop.texts()).hasSize(1);
  }

  @Test
  void aStopAfterAStartIsConfirmedAgain() {
    shop.writes(CUSTOMER, "STOP");
    shop.whatsapp.work();
    shop.writes(CUSTOMER, "START");
    shop.writes(CUSTOMER, "STOP");
    shop.whatsapp.work();
    assertThat(shop.texts()).hasSize(2);
  }

  @Test
  void eachCustomerGetsTheirOwnConfirmation() {
    shop.writes(CUSTOMER, "STOP");
    shop.writes("16505559999", "STOP");
    shop.whatsapp.work();
    shop.whatsapp.work();
    assertThat(shop.texts()).hasSize(2);
  }

  @Test
  void aCrashAfterTheConfirmationSendsNoSecond() {
    AtomicInteger crashes = new AtomicInteger(2);
    Guard crash = new Guard() {
      @Override
      public List<AfterEvent> afterEvents() {
        return List.of((event, whatsapp) -> {
          if (crashes.getAndDecrement() > 0) {
            throw new IllegalStateException("the machine went down");
          }
        });
      }
    };
    try (Shop shop = Shop.open(crash)) {
      shop.writes(CUSTOMER, "STOP");
      for (int i = 0; i < 4; i++) {
        shop.whatsapp.work();
        shop.clock.advance(Duration.ofMinutes(5));
      }
      assertThat(crashes.get()).isNegative();
      assertThat(shop.texts()).hasSize(1);
    }
  }

  @Test
  void aConfirmationWhoseAnswerIsLostIsNotRepeated() {
    shop.writes(CUSTOMER, "STOP");
    shop.simulator.failNext(Failure.serverError());
    shop.whatsapp.work();
    shop.clock.advance(Duration.ofMinutes(5));
    shop.whatsapp.work();
    assertThat(shop.simulator.requestsReceived()).isEqualTo(1);
    assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
  }

  private TextMessage confirmation(String text) {
    return TextMessage.to(BO, text).purpose("service.stop-confirmation");
  }

  @Test
  void nothingButItsOwnWordsTravelsAsAConfirmation() {
    shop.writes(CUSTOMER, "STOP");
    assertThat(shop.send(confirmation("One more offer!"))).isEqualTo("CONFIRMATION_NOT_DUE");
    assertThat(shop.send(confirmation(WORDS + " Buy now."))).isEqualTo("CONFIRMATION_NOT_DUE");
    assertThat(shop.send(confirmation(WORDS).previewUrl(true))).isEqualTo("CONFIRMATION_NOT_DUE");
    assertThat(shop.template(BO, "service.stop-confirmation")).isEqualTo("CONFIRMATION_NOT_DUE");
    assertThat(shop.simulator.requestsReceived()).isZero();
    shop.whatsapp.work();
    assertThat(shop.texts()).hasSize(1);
  }

  @Test
  void nobodySendsAConfirmationThatIsNotDue() {
    assertThat(shop.send(confirmation(WORDS))).isEqualTo("CONFIRMATION_NOT_DUE");
    shop.writes(CUSTOMER, "STOP");
    shop.whatsapp.work();
    assertThat(shop.send(confirmation(WORDS))).isEqualTo("CONFIRMATION_NOT_DUE");
    assertThat(shop.texts()).hasSize(1);
  }

  @Test
  void aConfirmationIsDueNoLongerThanADay() {
    shop.writes(CUSTOMER, "STOP");
    shop.clock.advance(Duration.ofHours(24).minusSeconds(60));
    assertThat(shop.send(confirmation(WORDS))).isEqualTo("CONFIRMATION_NOT_DUE");
    shop.whatsapp.work();
    assertThat(shop.texts()).isEmpty();
  }

  @Test
  void aConfirmationThatGrewTooOldWhileConnectingIsStoppedAtTheFence() {
    shop.writes(CUSTOMER, "STOP");
    shop.clock.advance(Duration.ofHours(24).minusSeconds(60).minusMillis(1));
    shop.atNextConnection(() -> shop.clock.advance(Duration.ofMillis(1)));
    assertThat(shop.send(confirmation(WORDS))).isEqualTo("CONFIRMATION_NOT_DUE");
    assertThat(shop.simulator.requestsReceived()).isZero();
  }

  @Test
  void aStopThatArrivesADayLateIsNotConfirmed() {
    shop.metaIsAheadBy(Duration.ofDays(-1));
    shop.writes(CUSTOMER, "STOP");
    shop.whatsapp.work();
    assertThat(shop.texts()).isEmpty();
    assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void twoConfirmationsAtOnceAreOneAtTheFence() {
    shop.writes(CUSTOMER, "STOP");
    shop.atNextConnection(shop.whatsapp::work);
    assertThat(shop.send(confirmation(WORDS))).isEqualTo("CONFIRMATION_NOT_DUE");
    assertThat(shop.texts()).singleElement().asString().contains(WORDS);
  }

  @Test
  void aStopTheHostRecordsIsNotConfirmed() {
    shop.writes(CUSTOMER, "hello");
    shop.consent.stop(BO, FORM, ANA);
    shop.whatsapp.work();
    assertThat(shop.simulator.requestsReceived()).isZero();
  }

  @Test
  void startRestoresGrantsAndGrantsNothingNew() {
    shop.grant(BO, "marketing.offers");
    shop.writes(CUSTOMER, "STOP");
    shop.writes(CUSTOMER, "START");
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
    assertThat(shop.template(BO, "utility.order")).isEqualTo("NO_CONSENT");
  }

  @Test
  void startFromAStrangerGrantsNothing() {
    shop.writes(CUSTOMER, "START");
    assertThat(shop.offer(BO)).isEqualTo("NO_CONSENT");
    assertThat(shop.consent.view(BO).grants()).isEmpty();
  }

  @Test
  void startDoesNotEndWhatTheHostStopped() {
    shop.consent.stop(BO, FORM, ANA);
    shop.writes(CUSTOMER, "START");
    assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void anOlderStopThatArrivesAfterTheStartChangesNothing() {
    shop.grant(BO, "marketing");
    shop.clock.advance(Duration.ofMinutes(10));
    shop.writes(CUSTOMER, "START");
    shop.metaIsAheadBy(Duration.ofMinutes(-5));
    shop.writes(CUSTOMER, "STOP");
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
  }

  @Test
  void anOlderStartThatArrivesAfterTheStopChangesNothing() {
    shop.clock.advance(Duration.ofMinutes(10));
    shop.writes(CUSTOMER, "STOP");
    shop.metaIsAheadBy(Duration.ofMinutes(-5));
    shop.writes(CUSTOMER, "START");
    assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void stopAndStartInOneSecondStayStopped() {
    shop.deliver(shop.simulator.customerWrites(CUSTOMER, "Bo", "STOP"));
    shop.deliver(shop.simulator.customerWrites(CUSTOMER, "Bo", "START"));
    assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void aForgedStopStopsNobody() {
    shop.writes(CUSTOMER, "hello");
    SignedWebhook stop = shop.simulator.customerWrites(CUSTOMER, "Bo", "STOP");
    String forged = "sha256=" + "0".repeat(64);
    assertThat(shop.whatsapp.receive(stop.body(), name -> forged).status()).isEqualTo(401);
    assertThat(shop.text(BO)).isEqualTo("Accepted");
  }
}
