package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.FORM;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.*;

import io.waxseal.WhatsApp;
import io.waxseal.account.*;
import io.waxseal.consent.optout.*;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.person.*;
import io.waxseal.simulator.*;
import io.waxseal.store.Database;
import io.waxseal.webhook.*;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import org.junit.jupiter.api.*;

@Timeout(60)
/** What once broke a stop, a grant or an erasure, and must not again. */
class ConsentAttackTest {
  private static final ContactPoint BO = phone(CUSTOMER);
  private final Shop shop = Shop.open();
  private final ContactPoint bsuid = shop.bsuid(CUSTOMER);

  @AfterEach
  void close() {
    shop.close();
  }

  private Person personOf(ContactPoint p) {
    return shop.whatsapp.people().find(Tenant.DEFAULT, Set.of(p)).orElseThrow();
  }

  @Test
  void aStopOfAPersonWhoBecameAnotherStops() {
    shop.grant(BO, "marketing");
    shop.grant(bsuid, "utility");
    Person old = personOf(bsuid);
    shop.writes(CUSTOMER, "hello");
    assertThat(old).isNotEqualTo(personOf(BO));
    shop.consent.stop(old, FORM, ANA);
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void anErasureOfAPersonWhoBecameAnotherErasesBoth() {
    shop.grant(BO, "marketing");
    shop.grant(bsuid, "utility");
    Person old = personOf(bsuid);
    shop.writes(CUSTOMER, "hello");
    shop.whatsapp.erase(old, Because.request("1"));
    assertThat(shop.offer(BO)).isEqualTo("NO_CONSENT");
  }

  @Test
  void aStopOlderThanTheStartAfterItIsNotConfirmed() {
    shop.clock.advance(Duration.ofMinutes(10));
    shop.writes(CUSTOMER, "START");
    shop.metaIsAheadBy(Duration.ofMinutes(-5));
    shop.writes(CUSTOMER, "STOP");
    shop.whatsapp.work();
    assertThat(shop.texts()).isEmpty();
  }

  @Test
  void aUserIdWithAStopLinkedDuringASendIsSeenAtTheFence() {
    shop.grant(BO, "marketing");
    shop.consent.stop(bsuid, FORM, ANA);
    shop.atNextConnection(() -> shop.writes(CUSTOMER, "hello"));
    assertThat(shop.offer(BO)).isNotEqualTo("Accepted");
  }

  @Test
  void anElderPersonLinkedDuringASendIsSeenAtTheFence() {
    shop.consent.stop(bsuid, FORM, ANA);
    shop.grant(BO, "marketing");
    shop.atNextConnection(() -> shop.writes(CUSTOMER, "hello"));
    assertThat(shop.offer(BO)).isNotEqualTo("Accepted");
  }

  @Test
  void aStopByAUserIdLinkedDuringASendIsSeenAtTheFence() {
    shop.grant(bsuid, "utility");
    shop.grant(BO, "marketing");
    shop.atNextConnection(() -> {
      shop.writes(CUSTOMER, "hello");
      shop.writes(shop.userId(CUSTOMER), "STOP");
    });
    assertThat(shop.offer(BO)).isNotEqualTo("Accepted");
  }

  @Test
  void aReplyDoesNotFollowAnErasure() {
    shop.writes(CUSTOMER, "hello");
    shop.atNextConnection(() -> shop.whatsapp.erase(personOf(BO), Because.request("1")));
    assertThat(shop.text(BO)).isNotEqualTo("Accepted");
  }

  @Test
  void anErasureDuringASendLeavesNoMark() throws Exception {
    shop.grant(BO, "marketing");
    shop.sockets.hold();
    CompletableFuture<String> sender = Aside.run(() -> shop.offer(BO));
    shop.sockets.awaitHeld();
    shop.whatsapp.erase(personOf(BO), Because.request("1"));
    shop.sockets.release();
    sender.get();
    assertThat(shop.marks()).isZero();
  }

  @Test
  void aSecondDatabaseIsRefused() {
    Database other = Database.inMemory();
    Consent consent = Consent.on(other, SealedVault.on(other, Kek.inMemoryForTests()));
    Database db = Database.inMemory();
    assertThatThrownBy(() -> WhatsApp.builder()
            .database(db)
            .vault(SealedVault.on(db, Kek.inMemoryForTests()))
            .account(Shop.account("1111"))
            .guards(consent)
            .build())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aBlankConfirmationIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> shop.consent.confirmation(" "));
  }

  @Test
  void aTooLongConfirmationIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shop.consent.confirmation("x".repeat(4097)));
  }

  @Test
  void aStopOfSeveralPointsIsToldOnce() {
    shop.writes(CUSTOMER, "STOP");
    assertThat(shop.consent.view(BO).stops()).hasSize(1);
  }

  @Test
  void aResumeIsOneEntryAStop() {
    shop.consent.stop(BO, FORM, ANA);
    shop.clock.advance(Duration.ofSeconds(1));
    shop.consent.resume(BO, FORM, ANA);
    assertThat(shop.audited("consent.resumed")).isEqualTo(1);
  }

  @Test
  void manyExclamationMarksHideNoStop() {
    shop.writes(CUSTOMER, "STOP" + "!".repeat(80));
    assertThat(shop.consent.view(BO).stops()).isNotEmpty();
  }

  @Test
  void manyEmojiHideNoStop() {
    shop.writes(CUSTOMER, "STOP " + "\ud83d\uded1".repeat(40));
    assertThat(shop.consent.view(BO).stops()).isNotEmpty();
  }

  private static void assertStops(String text) {
    Heard heard = IntentDetector.standard().detect(Said.typed(text));
    assertThat(heard.intent()).isEqualTo(Intent.OPT_OUT);
  }

  @Test
  void aTurkishKeyboardHidesNoStop() {
    assertStops("UNSUBSCR\u0130BE");
  }

  @Test
  void marksOnLettersHideNoStop() {
    assertStops("STOP\ufe0f");
    assertStops("S\u0336T\u0336O\u0336P\u0336");
  }

  @Test
  void aResumeOfAnotherCategoryLiftsNoMarketingStop() throws Exception {
    shop.grant(BO, "marketing");
    shop.prefers(CUSTOMER, "stop");
    shop.clock.advance(Duration.ofSeconds(1));
    String body = new String(shop.simulator.preference(CUSTOMER, "resume").body(), "UTF-8")
        .replace("marketing_messages", "utility_messages");
    deliverRaw(body);
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_BY_PLATFORM");
  }

  private void deliverRaw(String body) throws Exception {
    var mac = javax.crypto.Mac.getInstance("HmacSHA256");
    mac.init(new javax.crypto.spec.SecretKeySpec(
        "an-app-secret-made-up-for-tests".getBytes(), "HmacSHA256"));
    String sig = "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes("UTF-8")));
    assertThat(shop.whatsapp.receive(body.getBytes("UTF-8"), n -> sig).status()).isEqualTo(200);
  }

  @Test
  void anAnswerThatSaysStoppedIsAStop() {
    shop.grant(BO, "marketing");
    shop.simulator.failNext(Failure.marketingStopped());
    shop.offer(BO);
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_BY_PLATFORM");
  }

  @Test
  void aSecondDeliveryOfAStopWaitsToo() throws Exception {
    shop.grant(BO, "marketing");
    shop.sockets.hold();
    CompletableFuture<String> sender = Aside.run(() -> shop.offer(BO));
    shop.sockets.awaitHeld();
    SignedWebhook stop = shop.simulator.customerWrites(CUSTOMER, "Bo", "STOP");
    CompletableFuture<Void> first = Aside.runTask(() -> shop.deliver(stop));
    while (shop.consent.view(BO).stops().isEmpty()) Thread.onSpinWait();
    shop.deliver(stop);
    boolean stillHeld = shop.simulator.requestsReceived() == 0;
    boolean overlapped = shop.audited("consent.overlapped") > 0;
    shop.sockets.release();
    sender.get();
    first.get();
    assertThat(stillHeld && !overlapped).isFalse();
  }

  @Test
  void aStopOfMarketingDoesNotWaitForAReply() throws Exception {
    shop.writes(CUSTOMER, "hello");
    shop.simulator.failNext(Failure.noAnswerButAccepted());
    CompletableFuture<String> sender = Aside.run(() -> shop.text(BO));
    while (shop.simulator.accepted().isEmpty()) Thread.onSpinWait();
    shop.consent.stop(BO, "marketing", FORM, ANA);
    long o = shop.audited("consent.overlapped");
    shop.simulator.close();
    sender.get();
    assertThat(o).isZero();
  }

  @Test
  void aGrantToAPersonWhoBecameAnotherEndsTheHostsStop() {
    shop.grant(BO, "marketing");
    shop.grant(bsuid, "utility");
    Person old = personOf(bsuid);
    shop.writes(CUSTOMER, "hello");
    shop.consent.stop(BO, "marketing.offers", FORM, ANA);
    shop.grant(old, "marketing.offers");
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
  }

  @Test
  void aMessageToAPersonWhoBecameAnotherGoesOut() {
    shop.grant(BO, "marketing");
    shop.grant(bsuid, "utility");
    Person old = personOf(bsuid);
    shop.writes(CUSTOMER, "hello");
    assertThat(shop.offer(old)).isEqualTo("Accepted");
    assertThat(shop.consent.view(old).grants()).contains("marketing");
  }

  @Test
  void aStopFromTheFutureCanBeEnded() {
    shop.metaIsAheadBy(Duration.ofDays(400));
    shop.writes(CUSTOMER, "STOP");
    shop.metaIsAheadBy(Duration.ZERO);
    shop.writes(CUSTOMER, "START");
    assertThat(shop.text(BO)).isEqualTo("Accepted");
  }

  @Test
  void aStopOfThisVerySecondCanBeEnded() {
    shop.metaIsAheadBy(Duration.ofSeconds(2));
    shop.writes(CUSTOMER, "STOP");
    shop.writes(CUSTOMER, "START");
    shop.metaIsAheadBy(Duration.ofSeconds(3));
    shop.writes(CUSTOMER, "START");
    assertThat(shop.consent.view(BO).stops()).isEmpty();
  }

  @Test
  void aStartCancelsAConfirmationThatIsStillOwed() {
    shop.writes(CUSTOMER, "STOP");
    shop.writes(CUSTOMER, "START");
    shop.whatsapp.work();
    assertThat(shop.texts()).isEmpty();
  }

  @Test
  void aSystemMessageOpensNoWindow() throws Exception {
    String body = new String(shop.simulator.customerWrites(CUSTOMER, "Bo", "x").body(), "UTF-8")
        .replace("\"type\":\"text\"", "\"type\":\"system\"")
        .replace(
            "\"text\":{\"body\":\"x\"}",
            "\"system\":{\"type\":\"user_changed_number\",\"body\":\"x\"}");
    deliverRaw(body);
    assertThat(shop.text(BO)).isEqualTo("WINDOW_CLOSED");
  }

  @Test
  void aButtonThatSaysStopIsAStop() throws Exception {
    String body = new String(shop.simulator.customerWrites(CUSTOMER, "Bo", "x").body(), "UTF-8")
        .replace("\"type\":\"text\"", "\"type\":\"button\"")
        .replace(
            "\"text\":{\"body\":\"x\"}",
            "\"button\":{\"payload\":\"STOP\",\"text\":\"Stop promotions\"}");
    deliverRaw(body);
    assertThat(shop.consent.view(BO).stops()).isNotEmpty();
  }

  @Test
  void aMessageInAGroupOpensNoWindow() throws Exception {
    shop.grant(BO, "marketing");
    String body = new String(
            shop.simulator.customerWrites(CUSTOMER, "Bo", "hello").body(), "UTF-8")
        .replace("\"type\":\"text\"", "\"group_id\":\"G1\",\"type\":\"text\"");
    deliverRaw(body);
    assertThat(shop.text(BO)).isEqualTo("WINDOW_CLOSED");
  }

  @Test
  void aStopInsideATransactionOfTheHostIsRefused() {
    // when stop() returned inside an open transaction, another thread's send may still pass
    shop.grant(BO, "marketing");
    assertThatThrownBy(() -> shop.database.inTransaction(tx -> {
          shop.consent.stop(BO, FORM, ANA);
          return 1;
        }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aStopRightAfterAResumeIsInForceThoughTheClocksDiffer() {
    shop.grant(BO, "marketing");
    shop.consent.stop(BO, FORM, ANA);
    shop.clock.advance(Duration.ofSeconds(60));
    shop.consent.resume(BO, FORM, ANA);
    shop.clock.advance(Duration.ofSeconds(-30));
    shop.deliver(shop.writes(CUSTOMER, "STOP"));
    assertThat(shop.consent.view(BO).stops()).isNotEmpty();
  }

  @Test
  void aStopSpreadsToAPointThatIsLinkedLaterAndNeedsNoErasureForIt() {
    shop.deliver(shop.writes(bsuid.value(), "STOP"));
    shop.deliver(shop.writes(CUSTOMER, "hello"));
    Person person = personOf(BO);
    shop.database.inTransaction(tx -> {
      shop.whatsapp.people().forget(tx, person);
      return 1;
    });
    assertThat(shop.consent.view(BO).stops()).isNotEmpty();
  }

  @Test
  void anErasureLeavesNoMarksAndOfAnEndedStopOnlyWhatCountsAtThePhone() {
    shop.deliver(shop.writes(CUSTOMER, "STOP"));
    shop.clock.advance(Duration.ofSeconds(5));
    shop.deliver(shop.writes(CUSTOMER, "START"));
    shop.whatsapp.erase(personOf(BO), Because.request("DSR-1"));
    long left = shop.database.inTransaction(tx -> io.waxseal.internal.sql.Sql.count(
        tx,
        "SELECT (SELECT COUNT(*) FROM wx_consent_wish) + (SELECT COUNT(*) FROM wx_consent_mark)"));
    assertThat(left).isOne();
  }
}
