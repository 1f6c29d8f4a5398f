package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.FORM;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Because;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LinkedPointsTest {
  private static final ContactPoint BO = phone(CUSTOMER);

  private final Shop shop = Shop.open();
  private final String userId = shop.userId(CUSTOMER);
  private final ContactPoint bsuid = ContactPoint.bsuid(userId);

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aStopCountsAtEveryPointSeenTogether() {
    shop.grant(BO, "marketing");
    shop.writes(CUSTOMER, "STOP");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
    assertThat(shop.offer(bsuid)).isEqualTo("STOPPED_ALL");
    assertThat(shop.offer(shop.person(CUSTOMER))).isEqualTo("STOPPED_ALL");
  }

  @Test
  void aStopUnderTheUserIdAloneCountsAtTheLinkedNumber() {
    shop.grant(BO, "marketing");
    shop.writes(CUSTOMER, "hello");
    shop.writes(userId, "STOP");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void aStopByUserIdCountsAtTheNumberOnceTheyAreSeenTogether() {
    shop.grant(BO, "marketing");
    shop.writes(userId, "STOP");
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
    shop.writes(CUSTOMER, "me again");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
    assertThat(shop.text(BO)).isEqualTo("Accepted");
  }

  @Test
  void aStopByUserIdIsConfirmedToTheUserId() {
    shop.writes(userId, "STOP");
    shop.whatsapp.work();
    assertThat(shop.lastAccepted().recipient()).contains(userId);
  }

  @Test
  void aStopConfirmedAfterTheLinkIsConfirmedOnce() {
    shop.grant(BO, "marketing");
    shop.writes(userId, "STOP");
    shop.writes(CUSTOMER, "STOP");
    shop.whatsapp.work();
    shop.whatsapp.work();
    assertThat(shop.texts()).hasSize(1);
  }

  @Test
  void startUnderTheNumberEndsAStopUnderTheUserId() {
    shop.writes(CUSTOMER, "hello");
    shop.writes(userId, "STOP");
    shop.writes(CUSTOMER, "START");
    assertThat(shop.text(bsuid)).isEqualTo("Accepted");
  }

  @Test
  void startBeforeTheLinkDoesNotEndTheStopOfTheOtherPoint() {
    shop.writes(userId, "STOP");
    shop.clock.advance(Duration.ofSeconds(1));
    shop.consent.resume(BO, FORM, ANA);
    shop.writes(CUSTOMER, "hello");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void bothSpellingsOfABrazilianNumberAreStopped() {
    shop.writes("551187654321", "STOP");
    assertThat(shop.text(phone("+55 11 98765-4321"))).isEqualTo("STOPPED_ALL");
    shop.grant(phone("5511987654321"), "marketing");
    assertThat(shop.offer(phone("5511987654321"))).isEqualTo("STOPPED_ALL");
  }

  @Test
  void bothSpellingsOfABrazilianNumberAreAnswered() {
    shop.writes("551187654321", "hello");
    assertThat(shop.text(phone("551187654321"))).isEqualTo("Accepted");
    assertThat(shop.text(phone("+55 11 98765-4321"))).isEqualTo("Accepted");
    assertThat(shop.marks()).isZero();
  }

  @Test
  void bothSpellingsOfAMexicanAndOfAnArgentineNumberAreStoppedAndErased() {
    for (String[] spellings :
        new String[][] {{"5215512345678", "525512345678"}, {"5491123456789", "541123456789"}}) {
      shop.writes(spellings[0], "hello");
      assertThat(shop.text(phone(spellings[1]))).isEqualTo("Accepted");
      shop.consent.stop(phone(spellings[1]), FORM, ANA);
      assertThat(shop.text(phone(spellings[0]))).isEqualTo("STOPPED_ALL");
      Person person = shop.person(spellings[1]);
      assertThat(shop.whatsapp.erase(person, Because.request("DSR-1")).incomplete())
          .isEmpty();
      assertThat(shop.text(phone(spellings[1]))).isEqualTo("STOPPED_ALL");
    }
  }

  @Test
  void aHostStopByNumberCountsAtTheUserId() {
    shop.writes(CUSTOMER, "hello");
    shop.consent.stop(BO, FORM, ANA);
    assertThat(shop.text(bsuid)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void whenTwoPersonsBecomeOneTheGrantsOfBothCount() {
    shop.grant(BO, "marketing.offers");
    shop.grant(bsuid, "utility");
    shop.writes(CUSTOMER, "hello");
    assertThat(shop.offer(bsuid)).isEqualTo("Accepted");
    assertThat(shop.template(BO, "utility.order")).isEqualTo("Accepted");
    assertThat(shop.consent.view(BO).grants())
        .containsExactlyInAnyOrder("marketing.offers", "utility");
  }

  @Test
  void whenTwoPersonsBecomeOneTheStopOfEitherCounts() {
    shop.grant(BO, "marketing");
    shop.grant(bsuid, "marketing");
    shop.consent.stop(bsuid, "marketing", FORM, ANA);
    shop.writes(CUSTOMER, "hello");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_PURPOSE");
  }

  @Test
  void whenTwoPersonsBecomeOneTheWindowOfEitherIsOpen() {
    shop.grant(BO, "utility");
    shop.writes(userId, "hello");
    assertThat(shop.text(BO)).isEqualTo("WINDOW_CLOSED");
    shop.metaIsAheadBy(Duration.ofDays(-3));
    shop.writes(CUSTOMER, "an old message that shows both");
    assertThat(shop.text(BO)).isEqualTo("Accepted");
  }

  @Test
  void theHostsWordLinksNothing() {
    shop.consent.stop(BO, FORM, ANA);
    shop.grant(bsuid, "marketing");
    Person other =
        shop.whatsapp.people().find(Shop.account("1").tenant(), Set.of(bsuid)).orElseThrow();
    assertThat(other).isNotEqualTo(shop.person(CUSTOMER));
    assertThat(shop.offer(bsuid)).isEqualTo("Accepted");
  }
}
