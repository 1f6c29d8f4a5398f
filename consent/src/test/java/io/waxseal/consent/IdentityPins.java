package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.FORM;
import static io.waxseal.consent.Shop.phone;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Because;
import io.waxseal.guard.Guard;
import io.waxseal.guard.Signal;
import io.waxseal.guard.Watcher;
import io.waxseal.message.TemplateMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.simulator.SimulatedPerson;
import io.waxseal.store.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages of sensitive purposes reach the identity key that is relied on, or nobody. */
abstract class IdentityPins {
  private static final ContactPoint BO = phone(CUSTOMER);
  private static final Pattern HASH =
      Pattern.compile("\"recipient_identity_key_hash\":\"([^\"]+)\"");

  private final List<Signal> told = new ArrayList<>();
  private Shop shop;
  private SimulatedPerson bo;
  private Consent consent;

  abstract Database database();

  @BeforeEach
  void open() {
    shop = new Shop(
        database(), plain -> consent = plain.sensitive("auth", "utility.order"), null, new Guard() {
          @Override
          public List<Watcher> watchers() {
            return List.of(told::add);
          }
        });
    shop.simulator.number("106540352242922").identityChecks(true);
    bo = shop.simulator.person(CUSTOMER);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private void writes() {
    later();
    shop.deliver(bo.writes("hello"));
  }

  private void later() {
    shop.clock.advance(Duration.ofSeconds(1));
  }

  private String order() {
    later();
    return shop.template(BO, "utility.order");
  }

  /** The hash that the last message carried; empty if none. */
  private String carried() {
    Matcher hash = HASH.matcher(new String(shop.lastAccepted().body(), UTF_8));
    return hash.find() ? hash.group(1) : "";
  }

  private void deliverAll(List<SignedWebhook> webhooks) {
    webhooks.forEach(shop::deliver);
  }

  private void met() {
    writes();
    consent.grant(BO, "utility.order", FORM, ANA);
    consent.grant(BO, "marketing", FORM, ANA);
  }

  @Test
  void aSensitiveMessageCarriesTheKeySeenLastAndOthersDoNot() {
    met();
    assertThat(order()).isEqualTo("Accepted");
    assertThat(carried()).isNotEmpty();
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
    assertThat(carried()).isEmpty();
  }

  @Test
  void whereNoKeyIsKnownItGoesOutWithout() {
    shop.simulator.number("106540352242922").identityChecks(false);
    met();
    assertThat(order()).isEqualTo("Accepted");
    assertThat(carried()).isEmpty();
  }

  @Test
  void anotherKeyRefusesUntilSomebodyMadeSure() {
    met();
    order();
    String before = carried();
    bo.changesDevice();
    writes();
    assertThat(order()).isEqualTo("IDENTITY_CHANGED");
    assertThat(shop.offer(BO)).isEqualTo("Accepted");
    assertThat(shop.audited("consent.identity-changed")).isEqualTo(1);
    assertThat(told).extracting(Signal::name).containsExactly("consent.identity-changed");
    consent.reverified(BO, FORM, ANA);
    assertThat(order()).isEqualTo("Accepted");
    assertThat(carried()).isNotEmpty().isNotEqualTo(before);
    assertThat(shop.audited("consent.reverified")).isEqualTo(1);
  }

  @Test
  void aMessageThatMetaHoldsBackRefusesTheNext() {
    met();
    bo.changesDevice();
    assertThat(order()).isEqualTo("Accepted");
    later();
    deliverAll(shop.simulator.statuses(shop.lastAccepted().id()));
    assertThat(order()).isEqualTo("IDENTITY_CHANGED");
    consent.reverified(BO, FORM, ANA);
    assertThat(order()).isEqualTo("Accepted");
    assertThat(carried()).isEmpty();
    writes();
    assertThat(order()).isEqualTo("Accepted");
    assertThat(carried()).isNotEmpty();
  }

  @Test
  void theSameStatusAgainAfterTheCheckChangesNothing() {
    met();
    bo.changesDevice();
    order();
    List<SignedWebhook> statuses = shop.simulator.statuses(shop.lastAccepted().id());
    deliverAll(statuses);
    later();
    consent.reverified(BO, FORM, ANA);
    deliverAll(statuses);
    assertThat(order()).isEqualTo("Accepted");
  }

  @Test
  void anOlderMessageThatComesLateDoesNotBringTheOldKeyBack() {
    met();
    SignedWebhook old = bo.writes("still the old phone");
    later();
    bo.changesDevice();
    writes();
    shop.deliver(old);
    assertThat(order()).isEqualTo("IDENTITY_CHANGED");
  }

  @Test
  void whatTheHostNamesItselfStays() {
    met();
    String sent = shop.send(TemplateMessage.to(BO, "order_update", "en")
        .purpose("utility.order")
        .onlyIfIdentityIs("theirOwn="));
    assertThat(sent).isEqualTo("Accepted");
    assertThat(carried()).isEqualTo("theirOwn=");
  }

  @Test
  void aKeyThatChangesBeforeTheFirstByteIsSeen() {
    met();
    shop.atNextConnection(() -> {
      bo.changesDevice();
      later();
      shop.deliver(bo.writes("new phone"));
    });
    assertThat(order()).isEqualTo("IDENTITY_CHANGED");
  }

  @Test
  void anErasureTakesTheKeyAndItsEvidence() {
    met();
    consent.reverified(BO, FORM, ANA);
    assertThat(shop.count("SELECT COUNT(*) FROM wx_consent_identity")).isPositive();
    assertThat(
            shop.whatsapp.erase(shop.person(CUSTOMER), Because.request("DSR-1")).incomplete())
        .isEmpty();
    assertThat(shop.count("SELECT COUNT(*) FROM wx_consent_identity")).isZero();
  }

  @Test
  void aMessageOfBeforeTheCheckDoesNotBringTheOldKeyBack() {
    SignedWebhook old = bo.writes("the old phone");
    shop.deliver(old);
    met();
    SignedWebhook late = bo.writes("still the old phone");
    bo.changesDevice();
    order();
    deliverAll(shop.simulator.statuses(shop.lastAccepted().id()));
    consent.reverified(BO, FORM, ANA);
    shop.deliver(late);
    shop.deliver(late);
    assertThat(order()).isEqualTo("Accepted");
    assertThat(carried()).isEmpty();
  }

  @Test
  void whatWhatsAppTellsOfAnotherKeyRefusesWhetherOneIsKnownOrNot() {
    shop.simulator.number("106540352242922").identityChecks(false);
    met();
    later();
    shop.deliver(bo.changesDevice());
    writes();
    assertThat(order()).isEqualTo("IDENTITY_CHANGED");
    assertThat(told).extracting(Signal::name).containsExactly("consent.identity-changed");
    consent.reverified(BO, FORM, ANA);
    assertThat(order()).isEqualTo("Accepted");
  }

  @Test
  void aPhoneThatSomebodyElseHasNowHasAnotherKey() {
    met();
    later();
    bo.changesNumber("16505550777");
    SimulatedPerson cy = shop.simulator.person(CUSTOMER);
    shop.deliver(cy.writes("I am new here"));
    consent.grant(BO, "utility.order", FORM, ANA);
    assertThat(order()).isEqualTo("IDENTITY_CHANGED");
    consent.reverified(BO, FORM, ANA);
    assertThat(order()).isEqualTo("Accepted");
    assertThat(carried()).isNotEmpty();
  }
}
