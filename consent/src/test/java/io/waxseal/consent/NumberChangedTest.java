package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.FORM;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Because;
import io.waxseal.account.Tenant;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.simulator.NumberChange;
import io.waxseal.simulator.NumberChange.Form;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.simulator.SimulatedPerson;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A customer keeps what she said when her number changes. */
final class NumberChangedTest {
  private static final String NEW_NUMBER = "12195555358";
  private static final ContactPoint NEW = phone(NEW_NUMBER);

  private final Shop shop = Shop.open();
  private final SimulatedPerson ada = shop.simulator.person(CUSTOMER);
  private final Instant longAgo = shop.clock.instant().minus(Duration.ofDays(200));

  @AfterEach
  void close() {
    shop.close();
  }

  private void says(String text) {
    shop.clock.advance(Duration.ofSeconds(1));
    shop.deliver(ada.writes(text));
  }

  private NumberChange moves() {
    shop.clock.advance(Duration.ofDays(1));
    return ada.changesNumber(NEW_NUMBER);
  }

  /** What becomes of an offer that the host holds to be granted, by a date of long ago and again today. */
  private void staysStopped() {
    shop.consent.grant(NEW, "marketing", FORM, ANA, longAgo);
    assertThat(shop.offer(NEW)).isEqualTo("STOPPED_ALL");
    shop.grant(NEW, "marketing");
    assertThat(shop.offer(NEW)).isEqualTo("STOPPED_ALL");
    assertThat(shop.simulator.requestsReceived()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aStopGoesAlongInEachFormOfTheChange(Form form) {
    says("STOP");
    shop.deliver(moves().webhook(form));
    staysStopped();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aStopGoesAlongWhenTheChangeIsHeardTwice(Form form) {
    says("STOP");
    NumberChange change = moves();
    SignedWebhook heard = change.webhook(form);
    shop.deliver(heard);
    shop.deliver(heard);
    shop.deliver(change.webhook(form));
    staysStopped();
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aStopGoesAlongWhenTheChangeIsHeardAfterTheFirstMessage(Form form) {
    says("STOP");
    SignedWebhook late = moves().webhook(form);
    says("It is me.");
    shop.clock.advance(Duration.ofDays(3));
    shop.deliver(late);
    staysStopped();
    assertThat(shop.offer(ContactPoint.bsuid(ada.userId()))).isEqualTo("STOPPED_ALL");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aStopThatIsHeardAfterTheChangeGoesAlongToo(Form form) {
    says("hello");
    shop.clock.advance(Duration.ofSeconds(1));
    SignedWebhook stop = ada.writes("STOP");
    shop.deliver(moves().webhook(form));
    says("It is me.");
    shop.deliver(stop);
    staysStopped();
  }

  @Test
  void aStopGoesAlongWhenTheNumberIsHidden() {
    says("STOP");
    ada.hidesPhone("ada.l");
    shop.deliver(moves().webhook());
    says("It is me.");
    shop.grant(ContactPoint.bsuid(ada.userId()), "marketing");
    assertThat(shop.offer(ContactPoint.bsuid(ada.userId()))).isEqualTo("STOPPED_ALL");
  }

  @Test
  void aStopInWhatsAppItselfGoesAlong() {
    says("hello");
    shop.deliver(ada.stopsMarketing());
    shop.deliver(moves().webhook());
    shop.grant(NEW, "marketing");
    assertThat(shop.offer(NEW)).isEqualTo("STOPPED_BY_PLATFORM");
  }

  @Test
  void aStopGoesAlongThroughTwoChanges() {
    says("STOP");
    NumberChange first = moves();
    NumberChange second = ada.changesNumber("12195555399");
    shop.clock.advance(Duration.ofDays(1));
    shop.deliver(second.webhook());
    shop.deliver(first.webhook());
    shop.grant(phone("12195555399"), "marketing");
    assertThat(shop.offer(phone("12195555399"))).isEqualTo("STOPPED_ALL");
  }

  @Test
  void aGrantFollowsThePersonThroughAChangeWithIds() {
    says("hello");
    shop.grant(phone(CUSTOMER), "marketing");
    assertThat(shop.offer(NEW)).isEqualTo("NO_CONSENT");
    shop.deliver(moves().webhook());
    assertThat(shop.offer(NEW)).isEqualTo("Accepted");
    assertThat(shop.lastAccepted().recipient()).contains(ada.userId());
  }

  @Test
  void startUnderTheNewNumberEndsTheStopOfTheOld() {
    shop.grant(phone(CUSTOMER), "marketing");
    says("STOP");
    shop.deliver(moves().webhook());
    says("START");
    assertThat(shop.offer(NEW)).isEqualTo("Accepted");
  }

  @Test
  void anErasureReachesBothNumbers() {
    says("hello");
    ContactPoint before = ContactPoint.bsuid(ada.userId());
    shop.deliver(moves().webhook());
    says("It is me.");
    Person person = shop.person(NEW_NUMBER);
    assertThat(shop.whatsapp.people().find(Tenant.DEFAULT, Set.of(before))).contains(person);
    assertThat(shop.whatsapp.people().points(person)).contains(phone(CUSTOMER), NEW);
    assertThat(shop.whatsapp.erase(person, Because.request("DSR-1")).incomplete())
        .isEmpty();
    assertThat(shop.whatsapp.people().find(Tenant.DEFAULT, Set.of(before, NEW))).isEmpty();
    assertThat(shop.count("SELECT COUNT(*) FROM wx_person_sighting")).isZero();
    assertThat(shop.count("SELECT COUNT(*) FROM wx_person_point")).isZero();
  }
}
