package io.waxseal.consent;

import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.phone;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Because;
import io.waxseal.account.Tenant;
import io.waxseal.person.Archive;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.simulator.SimulatedPerson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever gets a number after somebody else inherits nothing of hers. */
final class RecycledNumberTest {
  private static final ContactPoint NUMBER = phone(CUSTOMER);

  private final Shop shop = Shop.open();
  private final SimulatedPerson ada = shop.simulator.person(CUSTOMER);
  private final String herId = ada.userId();
  private final ContactPoint hers = ContactPoint.bsuid(herId);

  @AfterEach
  void close() {
    shop.close();
  }

  private void says(SimulatedPerson who, String text) {
    shop.clock.advance(Duration.ofSeconds(1));
    shop.deliver(who.writes(text));
  }

  /** The carrier gives the number away without a word. */
  private SimulatedPerson stranger() {
    shop.clock.advance(Duration.ofDays(100));
    return shop.simulator.stranger(CUSTOMER);
  }

  private static ContactPoint account(SimulatedPerson person) {
    return ContactPoint.bsuid(person.userId());
  }

  private Person person(ContactPoint point) {
    return shop.whatsapp.people().find(Tenant.DEFAULT, Set.of(point)).orElseThrow();
  }

  @Test
  void theStrangersStartLiftsNothingOfHers() {
    shop.grant(NUMBER, "marketing");
    says(ada, "STOP");
    SimulatedPerson bo = stranger();
    says(bo, "START");
    assertThat(shop.offer(hers)).isEqualTo("STOPPED_ALL");
    assertThat(shop.offer(person(hers))).isEqualTo("STOPPED_ALL");
  }

  @Test
  void theStrangersResumeInWhatsAppLiftsNothingOfHers() {
    says(ada, "hello");
    shop.grant(hers, "marketing");
    shop.clock.advance(Duration.ofSeconds(1));
    shop.deliver(ada.stopsMarketing());
    SimulatedPerson bo = stranger();
    says(bo, "hello");
    shop.clock.advance(Duration.ofSeconds(1));
    shop.deliver(bo.resumesMarketing());
    assertThat(shop.offer(hers)).isEqualTo("STOPPED_BY_PLATFORM");
  }

  @Test
  void herGrantsDoNotServeHim() {
    says(ada, "hello");
    shop.grant(NUMBER, "marketing");
    assertThat(shop.offer(NUMBER)).isEqualTo("Accepted");
    SimulatedPerson bo = stranger();
    says(bo, "hello");
    assertThat(shop.offer(account(bo))).isEqualTo("NO_CONSENT");
    assertThat(shop.offer(NUMBER)).isEqualTo("NO_CONSENT");
    assertThat(shop.offer(person(hers))).isEqualTo("Accepted");
    assertThat(shop.lastAccepted().recipient()).contains(herId);
  }

  @Test
  void herWindowDoesNotServeHim() {
    says(ada, "hello");
    SimulatedPerson bo = shop.simulator.stranger(CUSTOMER);
    shop.clock.advance(Duration.ofSeconds(1));
    shop.deliver(bo.resumesMarketing());
    assertThat(shop.text(account(bo))).isNotEqualTo("Accepted");
    assertThat(shop.text(hers)).isEqualTo("Accepted");
  }

  @Test
  void herStopStillRefusesWhatWouldReachHer() {
    shop.grant(hers, "marketing");
    says(ada, "STOP");
    SimulatedPerson bo = stranger();
    says(bo, "START");
    shop.grant(account(bo), "marketing");
    assertThat(shop.offer(hers)).isEqualTo("STOPPED_ALL");
    assertThat(shop.offer(account(bo))).isEqualTo("Accepted");
    assertThat(shop.lastAccepted().recipient()).contains(bo.userId());
  }

  @Test
  void aStrangerWhoSaysNothingStaysStopped() {
    says(ada, "STOP");
    SimulatedPerson bo = stranger();
    says(bo, "hello");
    shop.grant(NUMBER, "marketing");
    assertThat(shop.offer(NUMBER)).isEqualTo("STOPPED_ALL");
    assertThat(shop.offer(hers)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void hisStopIsNotHers() {
    says(ada, "hello");
    shop.grant(hers, "marketing");
    SimulatedPerson bo = stranger();
    says(bo, "hello");
    says(bo, "STOP");
    assertThat(shop.offer(account(bo))).isEqualTo("STOPPED_ALL");
    assertThat(shop.offer(hers)).isEqualTo("Accepted");
  }

  @Test
  void hisErasureErasesNothingOfHers() {
    says(ada, "I am Ada.");
    says(ada, "STOP");
    SimulatedPerson bo = stranger();
    says(bo, "I am Bo.");
    shop.whatsapp.work();
    Person his = person(account(bo));
    assertThat(shop.whatsapp.erase(his, Because.request("DSR-2")).incomplete()).isEmpty();
    assertThat(archived(his)).noneMatch(text -> text.contains("I am"));
    assertThat(archived(person(hers))).anyMatch(text -> text.contains("I am Ada."));
    assertThat(shop.offer(hers)).isEqualTo("STOPPED_ALL");
  }

  @Test
  void herErasureErasesNothingOfHis() {
    says(ada, "I am Ada.");
    SimulatedPerson bo = stranger();
    says(bo, "I am Bo.");
    shop.whatsapp.work();
    Person her = person(hers);
    assertThat(shop.whatsapp.erase(her, Because.request("DSR-3")).incomplete()).isEmpty();
    assertThat(archived(her)).noneMatch(text -> text.contains("I am"));
    assertThat(archived(person(account(bo)))).anyMatch(text -> text.contains("I am Bo."));
    assertThat(person(NUMBER)).isEqualTo(person(account(bo)));
  }

  private List<String> archived(Person person) {
    return shop.vault.archive().read(person, Instant.EPOCH, 100).stream()
        .map(Archive.Archived::content)
        .map(
            content -> content instanceof Opened.Erased ? "" : new String(content.orThrow(), UTF_8))
        .toList();
  }

  @Test
  void afterAMoveTheStrangerAtTheOldNumberIsAStranger() {
    says(ada, "hello");
    shop.grant(NUMBER, "marketing");
    says(ada, "STOP");
    shop.deliver(ada.changesNumber("12195555358").webhook());
    SimulatedPerson bo = stranger();
    says(bo, "START");
    assertThat(shop.offer(account(bo))).isEqualTo("NO_CONSENT");
    assertThat(shop.offer(NUMBER)).isEqualTo("NO_CONSENT");
    assertThat(shop.offer(phone("12195555358"))).isEqualTo("STOPPED_ALL");
  }

  @Test
  void aStopByUserIdAloneIsFoundAtThePhoneByAStatusOfOurs() {
    shop.grant(NUMBER, "marketing");
    ada.hidesPhone("ada.l");
    says(ada, "STOP");
    assertThat(shop.offer(NUMBER)).isEqualTo("Accepted");
    ada.hidesPhone("ada.l");
    SignedWebhook delivered = shop.simulator.status(shop.lastAccepted().id(), "delivered");
    assertThat(new String(delivered.body(), UTF_8))
        .contains("recipient_user_id")
        .doesNotContain("recipient_id\"", CUSTOMER);
    shop.deliver(delivered);
    assertThat(shop.offer(NUMBER)).isEqualTo("STOPPED_ALL");
  }
}
