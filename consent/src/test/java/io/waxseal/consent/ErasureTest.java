package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.FORM;
import static io.waxseal.consent.Shop.phone;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.Erasure;
import io.waxseal.account.Because;
import io.waxseal.account.Tenant;
import io.waxseal.internal.sql.Sql;
import io.waxseal.message.TemplateMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.send.Allowed;
import io.waxseal.send.Failed;
import io.waxseal.send.Guidance;
import io.waxseal.send.SendRequest;
import io.waxseal.simulator.SignedWebhook;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ErasureTest {
  private static final ContactPoint BO = phone(CUSTOMER);

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  private Erasure erase() {
    return shop.whatsapp.erase(shop.person(CUSTOMER), Because.request("DSR-17"));
  }

  private long rows(String table) {
    return shop.count("SELECT COUNT(*) FROM " + table);
  }

  @Test
  void itRemovesLedgerWindowAndConfirmationsAndLeavesTheStop() {
    shop.grant(BO, "marketing");
    shop.writes(CUSTOMER, "hello");
    shop.writes(CUSTOMER, "STOP");
    Erasure erasure = erase();
    assertThat(erasure.incomplete()).isEmpty();
    assertThat(erasure.outcomes()).anySatisfy(outcome -> {
      assertThat(outcome.source()).isEqualTo("consent");
      assertThat(outcome.removed()).isEqualTo(4);
    });
    for (String table :
        new String[] {"wx_consent_entry", "wx_consent_inbound", "wx_consent_confirmation"}) {
      assertThat(rows(table)).as(table).isZero();
    }
    assertThat(rows("wx_consent_wish")).isPositive();
  }

  @Test
  void theStopOfAnErasedPersonStillRefuses() {
    ContactPoint bsuid = shop.bsuid(CUSTOMER);
    shop.writes(CUSTOMER, "STOP");
    erase();
    assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
    assertThat(shop.offer(bsuid)).isEqualTo("STOPPED_ALL");
    assertThat(shop.simulator.requestsReceived()).isZero();
  }

  @Test
  void theStopOfAnErasedPersonRefusesTheirNextPseudonymToo() {
    shop.writes(CUSTOMER, "STOP");
    erase();
    shop.writes(CUSTOMER, "who are you?");
    shop.grant(BO, "marketing");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
    assertThat(shop.text(BO)).isEqualTo("Accepted");
  }

  @Test
  void aStopGivenAtOnePointOutlivesTheLinksBetweenThem() {
    String userId = shop.userId(CUSTOMER);
    shop.writes(userId, "STOP");
    shop.writes(CUSTOMER, "hello");
    erase();
    assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
    assertThat(shop.text(ContactPoint.bsuid(userId))).isEqualTo("STOPPED_ALL");
  }

  /** Delivers a status that says of a message sent before the erasure that the customer has stopped marketing. */
  private void aLateStatusTellsOfAStop() {
    shop.grant(BO, "marketing");
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
    erase();
    shop.clock.advance(Duration.ofSeconds(1));
    SignedWebhook failed = shop.simulator.failed(
        shop.lastAccepted().id(), 131050, "User has stopped marketing messages");
    shop.deliver(failed);
    shop.deliver(failed);
  }

  @Test
  void anAnswerThatSaysStoppedCountsThoughThePersonWasErasedMeanwhile() {
    shop.grant(BO, "marketing");
    SendRequest request = new SendRequest(
        Shop.account("106540352242922"),
        Set.of(BO),
        shop.whatsapp.people().find(Tenant.DEFAULT, Set.of(BO)),
        TemplateMessage.to(BO, "spring_offer", "en").purpose("marketing.offers"),
        Shop.ANA,
        shop.clock.instant());
    Allowed allowed = (Allowed) shop.consent.sendRules().get(0).check(request);
    erase();
    Failed stopped = new Failed(400, 131050, "", false, Guidance.of("stopped", "131050"));
    shop.database.useTransaction(
        tx -> allowed.fence().orElseThrow().settled(tx, UUID.randomUUID(), stopped));
    shop.grant(BO, "marketing");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_BY_PLATFORM");
  }

  @Test
  void aStopThatAStatusTellsAfterItCountsAndBringsNobodyBack() {
    aLateStatusTellsOfAStop();
    assertThat(shop.whatsapp.people().find(Tenant.DEFAULT, Set.of(BO))).isEmpty();
    assertThat(rows("wx_consent_wish")).isPositive();
    assertThat(shop.audited("consent.stopped")).isEqualTo(1);
    shop.grant(BO, "marketing");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_BY_PLATFORM");
  }

  @Test
  void whatIsKeptOfThatStopNamesNobody() {
    aLateStatusTellsOfAStop();
    List<String> kept = shop.database.inTransaction(tx -> Sql.list(
        tx,
        row -> {
          Context place = Context.of(
              RecordKind.CONSENT_EVIDENCE, "wx_consent_entry", Sql.uuid(row, "id"), "evidence");
          byte[] sealed = row.getBytes("evidence");
          return new String(
              shop.vault.open(Person.unnamed(Tenant.DEFAULT), place, sealed).orThrow(), UTF_8);
        },
        "SELECT id, evidence FROM wx_consent_entry"));
    assertThat(kept).singleElement().asString().contains("131050").doesNotContain(CUSTOMER);
  }

  @Test
  void onlyTheCustomerEndsTheStopThatOutlivedThem() {
    shop.grant(BO, "marketing");
    shop.writes(CUSTOMER, "STOP");
    erase();
    shop.writes(CUSTOMER, "START");
    assertThat(shop.text(BO)).isEqualTo("Accepted");
    assertThat(shop.offer(BO)).isEqualTo("NO_CONSENT");
  }

  @Test
  void afterItGrantAndWindowAreGone() {
    shop.grant(BO, "marketing");
    shop.writes(CUSTOMER, "hello");
    erase();
    assertThat(shop.offer(BO)).isEqualTo("NO_CONSENT");
    assertThat(shop.text(BO)).isEqualTo("WINDOW_CLOSED");
  }

  @Test
  void aConfirmationStillOwedIsNotSent() {
    shop.writes(CUSTOMER, "STOP");
    erase();
    shop.whatsapp.work();
    assertThat(shop.simulator.requestsReceived()).isZero();
  }

  @Test
  void aSecondErasureFindsNothing() {
    shop.writes(CUSTOMER, "STOP");
    Person person = shop.person(CUSTOMER);
    erase();
    Erasure again = shop.whatsapp.erase(person, Because.request("DSR-17"));
    assertThat(again.incomplete()).isEmpty();
    assertThat(again.outcomes())
        .allSatisfy(outcome -> assertThat(outcome.left()).isZero());
    assertThat(shop.text(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void bothPersonsThatBecameOneAreErased() {
    ContactPoint bsuid = shop.bsuid(CUSTOMER);
    shop.grant(BO, "marketing");
    shop.grant(bsuid, "utility");
    shop.consent.stop(bsuid, "marketing.news", FORM, ANA);
    shop.writes(CUSTOMER, "hello");
    assertThat(erase().incomplete()).isEmpty();
    assertThat(rows("wx_consent_entry")).isZero();
    assertThat(shop.template(BO, "marketing.news")).isEqualTo("STOPPED_PURPOSE");
  }

  @Test
  void whatAnErasedPersonWishesCannotBeRecordedUnderTheirName() {
    shop.writes(CUSTOMER, "hello");
    Person person = shop.person(CUSTOMER);
    erase();
    assertThatThrownBy(() -> shop.consent.grant(person, "marketing", FORM, ANA))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(shop.consent.history(person)).isEmpty();
    assertThat(shop.consent.view(person).grants()).isEmpty();
  }

  @Test
  void aGrantedMessageDoesNotFollowAnErasureThatOvertookIt() {
    shop.grant(BO, "marketing");
    shop.atNextConnection(this::erase);
    assertThat(shop.offer(BO)).isEqualTo("CHANGED_DURING_SEND");
    assertThat(shop.simulator.requestsReceived()).isZero();
  }
}
