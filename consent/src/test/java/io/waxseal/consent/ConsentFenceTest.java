package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.FORM;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Tenant;
import io.waxseal.message.Purposes;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.IndexedPoint;
import io.waxseal.simulator.Failure;
import io.waxseal.simulator.SignedWebhook;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ConsentFenceTest {
  private static final ContactPoint BO = phone(CUSTOMER);

  private final Shop shop = Shop.open();

  @BeforeEach
  void agree() {
    shop.grant(BO, "marketing");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private static void until(BooleanSupplier reached) {
    while (!reached.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  /** As if the marks had been made so much earlier, by the database's clock. */
  private void age(Duration by) {
    shop.update("UPDATE wx_consent_mark SET granted_at = granted_at - ?", by.toMillis());
  }

  private IndexedPoint bo() {
    return shop.whatsapp.people().index(Tenant.DEFAULT, BO);
  }

  private InFlight inFlight() {
    return new InFlight(shop.database, Purposes.standard());
  }

  @Test
  void aStopAfterTheRulesIsSeenAtTheWire() {
    shop.atNextConnection(() -> shop.writes(CUSTOMER, "STOP"));
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
    assertThat(shop.simulator.requestsReceived()).isZero();
    assertThat(shop.marks()).isZero();
    assertThat(shop.count("SELECT COUNT(*) FROM wx_journal WHERE state = 'REFUSED'"))
        .isEqualTo(1);
  }

  @Test
  void anAnswerIsRefusedAtTheWireToo() {
    shop.writes(CUSTOMER, "hello");
    shop.atNextConnection(() -> shop.writes(CUSTOMER, "STOP"));
    assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
    assertThat(shop.simulator.requestsReceived()).isZero();
  }

  @Test
  void aStopByUserIdIsSeenAtTheWireOfTheNumber() {
    shop.writes(CUSTOMER, "hello");
    shop.atNextConnection(() -> shop.writes(shop.userId(CUSTOMER), "STOP"));
    assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
    assertThat(shop.simulator.requestsReceived()).isZero();
  }

  @Test
  void aStopInWhatsAppIsSeenAtTheWire() {
    shop.atNextConnection(() -> shop.prefers(CUSTOMER, "stop"));
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_BY_PLATFORM");
    assertThat(shop.simulator.requestsReceived()).isZero();
  }

  @Test
  void aStopTheHostRecordsIsSeenAtTheWire() {
    shop.atNextConnection(() -> shop.consent.stop(BO, FORM, ANA));
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
    assertThat(shop.simulator.requestsReceived()).isZero();
  }

  @Test
  void anyOtherChangeOfWishesIsSeenAtTheWire() {
    shop.atNextConnection(() -> shop.grant(BO, "utility"));
    assertThat(shop.offer(BO)).isEqualTo("CHANGED_DURING_SEND");
    shop.atNextConnection(() -> shop.consent.stop(BO, "utility", FORM, ANA));
    assertThat(shop.offer(BO)).isEqualTo("CHANGED_DURING_SEND");
    assertThat(shop.simulator.requestsReceived()).isZero();
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
  }

  @Test
  void anotherCustomersStopChangesNothing() {
    shop.atNextConnection(() -> shop.writes("16505559999", "STOP"));
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
  }

  @Test
  void marksAreGoneAfterEachOutcome() {
    shop.offer(BO);
    assertThat(shop.marks()).isZero();
    for (Failure failure : List.of(Failure.serverError(), Failure.unavailable())) {
      shop.simulator.failNext(failure);
      assertThat(shop.offer(BO)).isNotEqualTo("Accepted");
      assertThat(shop.marks()).as("%s", failure).isZero();
    }
    shop.simulator.failNext(Failure.reEngagement());
    assertThat(shop.offer(BO)).isEqualTo("Failed");
    assertThat(shop.marks()).isZero();
  }

  @Test
  void aMarkOfALostAnswerIsGone() throws Exception {
    shop.simulator.failNext(Failure.noAnswerButAccepted());
    CompletableFuture<String> sender = Aside.run(() -> shop.offer(BO));
    until(() -> !shop.simulator.accepted().isEmpty());
    assertThat(shop.marks()).isPositive();
    shop.simulator.close();
    assertThat(sender.get()).isEqualTo("Undetermined");
    assertThat(shop.marks()).isZero();
  }

  @Test
  void aMarkIsNeverMadeWithoutAConnection() {
    shop.simulator.close();
    assertThat(shop.offer(BO)).isEqualTo("Failed");
    assertThat(shop.marks()).isZero();
  }

  @Test
  void aStopWaitsForAMessageThatPassedTheFenceBeforeIt() throws Exception {
    shop.sockets.hold();
    CompletableFuture<String> sender = Aside.run(() -> shop.offer(BO));
    shop.sockets.awaitHeld();
    CompletableFuture<Long> requestsAtReturn = Aside.run(() -> {
      shop.consent.stop(BO, FORM, ANA);
      return shop.simulator.requestsReceived();
    });
    until(() -> !shop.consent.view(BO).stops().isEmpty());
    shop.sockets.release();
    assertThat(requestsAtReturn.get()).isEqualTo(1);
    assertThat(sender.get()).isEqualTo("Accepted");
    assertThat(shop.audited("consent.overlapped")).isZero();
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void aStopThatCouldNotWaitLongEnoughSaysSo() throws Exception {
    shop.simulator.failNext(Failure.noAnswerButAccepted());
    CompletableFuture<String> sender = Aside.run(() -> shop.offer(BO));
    until(() -> !shop.simulator.accepted().isEmpty());
    shop.consent.stop(BO, FORM, ANA);
    assertThat(sender).isNotDone();
    assertThat(shop.audited("consent.overlapped")).isEqualTo(1);
    shop.simulator.close();
    assertThat(sender.get()).isEqualTo("Undetermined");
  }

  @Test
  void aWebhooksStopThatCouldNotWaitIsStillAcknowledged() throws Exception {
    shop.simulator.failNext(Failure.noAnswerButAccepted());
    CompletableFuture<String> sender = Aside.run(() -> shop.offer(BO));
    until(() -> !shop.simulator.accepted().isEmpty());
    shop.writes(CUSTOMER, "STOP");
    assertThat(sender).isNotDone();
    assertThat(shop.audited("consent.overlapped")).isEqualTo(1);
    shop.simulator.close();
    assertThat(sender.get()).isEqualTo("Undetermined");
  }

  @Test
  void aStopDoesNotWaitForMessagesToOthers() throws Exception {
    ContactPoint other = phone("16505559999");
    shop.grant(other, "marketing");
    shop.simulator.failNext(Failure.noAnswerButAccepted());
    CompletableFuture<String> sender = Aside.run(() -> shop.offer(other));
    until(() -> !shop.simulator.accepted().isEmpty());
    shop.consent.stop(BO, FORM, ANA);
    assertThat(shop.audited("consent.overlapped")).isZero();
    shop.simulator.close();
    sender.get();
  }

  @Test
  void aMarkOfAProcessThatDiedLongAgoHoldsNobodyUp() {
    inFlight().mark(Tenant.DEFAULT, Set.of(bo()), "marketing.offers", UUID.randomUUID());
    age(Duration.ofMinutes(3));
    shop.consent.stop(BO, FORM, ANA);
    assertThat(shop.audited("consent.overlapped")).isZero();
    assertThat(shop.marks()).isZero();
  }

  @Test
  void aMarkOfAProcessThatDiedJustNowIsReportedAndForgottenLater() {
    inFlight().mark(Tenant.DEFAULT, Set.of(bo()), "marketing.offers", UUID.randomUUID());
    shop.consent.stop(BO, FORM, ANA);
    assertThat(shop.audited("consent.overlapped")).isEqualTo(1);
    age(Duration.ofMinutes(3));
    shop.consent.stop(BO, FORM, ANA);
    assertThat(shop.audited("consent.overlapped")).isEqualTo(1);
  }

  @Test
  void aSenderWhoseClockIsBehindIsWaitedForAllTheSame() throws Exception {
    shop.clock.advance(Duration.ofMinutes(-5));
    shop.sockets.hold();
    CompletableFuture<String> sender = Aside.run(() -> shop.offer(BO));
    shop.sockets.awaitHeld();
    shop.clock.advance(Duration.ofMinutes(5));
    CompletableFuture<Long> requestsAtReturn = Aside.run(() -> {
      shop.consent.stop(BO, FORM, ANA);
      return shop.simulator.requestsReceived();
    });
    until(() -> !shop.consent.view(BO).stops().isEmpty());
    assertThat(shop.marks()).isPositive();
    shop.sockets.release();
    assertThat(requestsAtReturn.get()).isEqualTo(1);
    sender.get();
  }

  @Test
  void aMarkOlderThanACallUsuallyLastsIsStillWaitedFor() {
    inFlight().mark(Tenant.DEFAULT, Set.of(bo()), "marketing.offers", UUID.randomUUID());
    age(Duration.ofSeconds(90));
    shop.consent.stop(BO, FORM, ANA);
    assertThat(shop.audited("consent.overlapped")).isEqualTo(1);
    assertThat(shop.marks()).isPositive();
  }

  @Test
  void aConfirmationLeavesNoMark() {
    SignedWebhook stop = shop.writes(CUSTOMER, "STOP");
    shop.whatsapp.work();
    shop.deliver(stop);
    assertThat(shop.texts()).hasSize(1);
    assertThat(shop.marks()).isZero();
  }

  @Test
  void aRefusalAtTheFenceLeavesNoSlotUsed() {
    shop.writes(CUSTOMER, "STOP");
    assertThat(shop.send(TextMessage.to(BO, "hi").purpose("marketing.offers")))
        .isEqualTo("STOPPED_ALL");
    shop.whatsapp.work();
    assertThat(shop.texts()).hasSize(1);
  }
}
