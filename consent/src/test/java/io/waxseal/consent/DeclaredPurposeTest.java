package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.FORM;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.waxseal.Health;
import io.waxseal.account.Tenant;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.send.Refused;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeclaredPurposeTest {
  private static final ContactPoint BO = phone(CUSTOMER);
  private static final String UNDECLARED = "447700900123.secret";

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {UNDECLARED, "marketing", "marketing.offers.spring", "marketing.offer", "x"})
  void anUndeclaredPurposeIsRefusedAndNothingOfItIsStored(String purpose) {
    shop.grant(BO, "marketing");
    assertThat(shop.template(BO, purpose)).isEqualTo("PURPOSE_UNKNOWN");
    assertThat(shop.simulator.requestsReceived()).isZero();
    assertThat(shop.count("SELECT COUNT(*) FROM wx_journal")).isZero();
    assertThat(shop.count("SELECT COUNT(*) FROM wx_purpose WHERE name = ?", purpose))
        .isZero();
    assertThat(shop.audited("send.refused")).isEqualTo(1);
    assertThat(shop.audited(UNDECLARED)).isZero();
  }

  @Test
  void whatItIsCalledIsToldToNobody() {
    TextMessage message = TextMessage.to(BO, "hello").purpose(UNDECLARED);
    Refused refused = (Refused) shop.whatsapp.send(message, ANA);
    assertThat(refused.toString()).doesNotContain(UNDECLARED);
    assertThat(refused.guidance().forDeveloper()).contains("Builder.purposes(");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shop.consent.grant(BO, UNDECLARED, FORM, ANA))
        .withMessageContaining("not")
        .withMessageContaining("Builder.purposes(")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(UNDECLARED));
  }

  @Test
  void neitherGrantNorStopIsOfAnUndeclaredPurpose() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shop.consent.grant(BO, "marketing.offer", FORM, ANA));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shop.consent.stop(BO, "marketing.offer", FORM, ANA));
    assertThat(shop.whatsapp.people().find(Tenant.DEFAULT, Set.of(BO))).isEmpty();
  }

  @Test
  void aPlatformStopCoversMarketingWhateverItsName() {
    shop.grant(BO, "club.party");
    assertThat(shop.template(BO, "club.party")).isEqualTo("Accepted");
    shop.prefers(CUSTOMER, "stop");
    assertThat(shop.template(BO, "club.party")).isEqualTo("STOPPED_BY_PLATFORM");
  }

  @Test
  void aStopOfMarketingCoversTheCategoryWithAllOfItsNames() {
    shop.grant(BO, "club");
    shop.consent.stop(BO, "marketing", FORM, ANA);
    assertThat(shop.template(BO, "club.party")).isEqualTo("STOPPED_PURPOSE");
    assertThat(shop.consent.view(BO).stopOf(Shop.PARTY)).isPresent();
  }

  @Test
  void aStopThatComesWhileConnectingCoversTheCategoryToo() {
    shop.grant(BO, "club");
    shop.atNextConnection(() -> shop.prefers(CUSTOMER, "stop"));
    assertThat(shop.template(BO, "club.party")).isEqualTo("STOPPED_BY_PLATFORM");
    assertThat(shop.simulator.requestsReceived()).isZero();
  }

  @Test
  void aGrantOfMarketingCoversNoOtherName() {
    shop.grant(BO, "marketing");
    assertThat(shop.template(BO, "club.party")).isEqualTo("NO_CONSENT");
  }

  @Test
  void aStoredStopOfAnUndeclaredScopeStillCounts() {
    shop.grant(BO, "marketing.offers");
    shop.consent.stop(BO, "club", FORM, ANA);
    shop.update("UPDATE wx_consent_wish SET scope = 'marketing.offers' WHERE scope = 'club'");
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_PURPOSE");
  }

  @Test
  void aStoredGrantOfAnUndeclaredPurposeCoversNothingAndHealthListsIt() {
    assertThat(check().status()).isEqualTo(Health.Status.UP);
    shop.grant(BO, "marketing.offers");
    shop.update("UPDATE wx_consent_entry SET scope = 'promo.old'");
    shop.update("UPDATE wx_consent_wish SET scope = 'promo.old'");
    shop.grant(phone("16505559999"), "marketing.offers");
    shop.update("UPDATE wx_consent_entry SET scope = '447700900123' WHERE scope <> 'promo.old'");
    shop.clock.advance(Duration.ofHours(1));
    assertThat(check().status()).isEqualTo(Health.Status.DEGRADED);
    assertThat(check().says()).contains("promo.old (1) and 1 others").doesNotContain("4477");
    assertThat(check().figures()).containsEntry("undeclared_grants", 2L);
    assertThat(shop.offer(BO)).isEqualTo("NO_CONSENT");
  }

  private Health.Check check() {
    return shop.whatsapp.health().check("purposes").orElseThrow();
  }

  @Test
  void aTemplateNeedsAPurposeOfItsCategory() {
    shop.grant(BO, "marketing");
    shop.grant(BO, "utility");
    assertThat(shop.send(TemplateMessage.to(BO, "spring_offer", "en").purpose("utility.order")))
        .isEqualTo("PURPOSE_CATEGORY_MISMATCH");
    assertThat(shop.send(TemplateMessage.to(BO, "order_update", "en").purpose("marketing.offers")))
        .isEqualTo("PURPOSE_CATEGORY_MISMATCH");
    assertThat(shop.simulator.requestsReceived()).isZero();
    assertThat(shop.template(BO, "utility.order")).isEqualTo("Accepted");
  }

  @Test
  void contractNeedsEvidenceAndLawNeedsNothing() {
    assertThat(shop.template(BO, "utility.order")).isEqualTo("NO_CONSENT");
    assertThat(shop.template(BO, "notice.breach")).isEqualTo("Accepted");
    shop.grant(BO, "utility.order");
    assertThat(shop.template(BO, "utility.order")).isEqualTo("Accepted");
  }
}
