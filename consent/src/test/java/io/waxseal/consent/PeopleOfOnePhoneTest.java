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
import io.waxseal.person.PersonLink;
import io.waxseal.simulator.SimulatedPerson;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The cases that docs/people.md tells in a sentence each, on the real stores. */
final class PeopleOfOnePhoneTest {
  private static final String ELSEWHERE = "16505559999";

  private final Shop shop = Shop.open();
  private final SimulatedPerson ada = shop.simulator.person(CUSTOMER);
  private final ContactPoint adas = ContactPoint.bsuid(ada.userId());

  @AfterEach
  void close() {
    shop.close();
  }

  private void writes(SimulatedPerson who, String text) {
    shop.clock.advance(Duration.ofSeconds(1));
    shop.deliver(who.writes(text));
  }

  private Person of(ContactPoint point) {
    return shop.whatsapp.people().find(Tenant.DEFAULT, Set.of(point)).orElseThrow();
  }

  /** Ada writes, and long after that somebody new has her number and writes. */
  private SimulatedPerson strangerAfterAda(String adasWord) {
    writes(ada, adasWord);
    shop.clock.advance(Duration.ofDays(200));
    SimulatedPerson bo = shop.simulator.stranger(CUSTOMER);
    writes(bo, "hello");
    return bo;
  }

  @Test
  void whoGetsAnOldNumberIsSomebodyElse() {
    ContactPoint bos = ContactPoint.bsuid(strangerAfterAda("hello").userId());
    assertThat(of(bos)).isNotEqualTo(of(adas));
    assertThat(shop.person(CUSTOMER)).isEqualTo(of(bos));
    assertThat(shop.audited("identity.handed-over")).isEqualTo(1);
  }

  @Test
  void theStrangersStartEndsNoStopOfHers() {
    shop.grant(adas, "marketing");
    SimulatedPerson bo = strangerAfterAda("STOP");
    writes(bo, "START");
    assertThat(shop.offer(adas)).isEqualTo("STOPPED_ALL");
    shop.grant(ContactPoint.bsuid(bo.userId()), "marketing");
    assertThat(shop.offer(ContactPoint.bsuid(bo.userId()))).isEqualTo("Accepted");
  }

  @Test
  void herGrantServesNoStranger() {
    writes(ada, "hello");
    shop.grant(phone(CUSTOMER), "marketing");
    assertThat(shop.offer(adas)).isEqualTo("Accepted");
    SimulatedPerson bo = strangerAfterAda("hello");
    assertThat(shop.offer(ContactPoint.bsuid(bo.userId()))).isEqualTo("NO_CONSENT");
    assertThat(shop.offer(phone(CUSTOMER))).isEqualTo("NO_CONSENT");
  }

  @Test
  void theStrangersErasureErasesNothingOfHers() {
    shop.grant(adas, "marketing");
    SimulatedPerson bo = strangerAfterAda("hello");
    shop.whatsapp.erase(of(ContactPoint.bsuid(bo.userId())), Because.request("DSR-7"));
    assertThat(shop.offer(adas)).isEqualTo("Accepted");
  }

  @Test
  void atABareNumberAStopCountsAndAGrantCountsUntilItIsTooOld() {
    shop.grant(phone(CUSTOMER), "marketing");
    assertThat(shop.offer(phone(CUSTOMER))).isEqualTo("Accepted");
    shop.clock.advance(Duration.ofDays(731));
    assertThat(shop.offer(phone(CUSTOMER))).isEqualTo("NO_CONSENT");
    shop.consent.stop(phone(CUSTOMER), FORM, ANA);
    assertThat(shop.offer(phone(CUSTOMER))).isEqualTo("STOPPED_ALL");
  }

  @Test
  void aUserIdThatWasSeenWithNoNumberIsAPersonOfItsOwn() {
    ada.hidesPhone("ada");
    writes(ada, "STOP");
    shop.grant(phone(CUSTOMER), "marketing");
    assertThat(shop.offer(adas)).isEqualTo("STOPPED_ALL");
    assertThat(shop.offer(phone(CUSTOMER))).isEqualTo("Accepted");
  }

  @Test
  void whoChangesTheNumberStaysStopped() {
    shop.grant(adas, "marketing");
    writes(ada, "STOP");
    shop.clock.advance(Duration.ofSeconds(1));
    shop.deliver(ada.changesNumber(ELSEWHERE).webhook());
    assertThat(shop.offer(phone(ELSEWHERE))).isEqualTo("STOPPED_ALL");
    assertThat(shop.offer(ContactPoint.bsuid(ada.userId()))).isEqualTo("STOPPED_ALL");
  }

  @Test
  void whoWritesAgainAfterAnErasureIsNewAndStaysStopped() {
    writes(ada, "STOP");
    Person before = of(adas);
    shop.whatsapp.erase(before, Because.request("DSR-7"));
    writes(ada, "hello");
    assertThat(of(adas)).isNotEqualTo(before);
    shop.grant(adas, "marketing");
    assertThat(shop.offer(adas)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void anAccountIsAddressedAndNotItsNumber() {
    writes(ada, "hello");
    shop.grant(phone(CUSTOMER), "marketing");
    shop.grant(phone(CUSTOMER), "auth");
    assertThat(shop.offer(phone(CUSTOMER))).isEqualTo("Accepted");
    assertThat(shop.lastAccepted().recipient()).contains(ada.userId());
    assertThat(shop.template(phone(CUSTOMER), "auth.otp")).isEqualTo("Accepted");
    assertThat(shop.lastAccepted().recipient()).isEmpty();
  }

  @Test
  void aNumberThatNobodyProvablyHasIsNotWrittenTo() {
    strangerAfterAda("hello");
    shop.clock.advance(Duration.ofDays(60));
    assertThat(shop.text(phone(CUSTOMER))).isEqualTo("RECIPIENT_UNPROVEN");
  }

  @Test
  void aStopStaysWhereALinkCarriedItWhenTheLinkIsTakenBack() {
    ContactPoint office = phone(ELSEWHERE);
    shop.grant(office, "marketing");
    writes(ada, "STOP");
    PersonLink link = shop.database.inTransaction(
        tx -> shop.whatsapp.people().link(tx, Tenant.DEFAULT, adas, office));
    assertThat(shop.offer(office)).isEqualTo("STOPPED_ALL");
    boolean taken = shop.database.inTransaction(tx -> shop.whatsapp.people().unlink(tx, link));
    assertThat(taken).isTrue();
    assertThat(shop.offer(office)).isEqualTo("STOPPED_ALL");
    assertThat(shop.audited("identity.joined")).isEqualTo(1);
    assertThat(shop.audited("identity.retracted")).isEqualTo(1);
    assertThat(shop.audited("consent.carried")).as("and not back again").isEqualTo(1);
  }
}
