package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.account.MalformedPayloadException;
import io.waxseal.account.Tenant;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence that can be read again, with who wrote it down. */
final class ProofTest {
  private static final ContactPoint BO = phone(CUSTOMER);

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  private Person bo() {
    return shop.whatsapp.people().find(Tenant.DEFAULT, Set.of(BO)).orElseThrow();
  }

  @Test
  void whatAnAgentAndWhatTheCustomerSaidDoNotLookAlike() {
    shop.consent.grant(BO, "marketing.offers", Evidence.statement("form 7, signed"), ANA);
    shop.writes(CUSTOMER, "STOP");
    shop.whatsapp.work();
    List<Proof> proofs = shop.consent.evidence(bo());
    assertThat(proofs).hasSize(2);
    Evidence form = proofs.get(0).evidence().orElseThrow();
    assertThat(form.kind()).isEqualTo("statement");
    assertThat(form.content().toText()).contains("form 7, signed");
    assertThat(form.by()).contains(ANA);
    Evidence stop = proofs.get(1).evidence().orElseThrow();
    assertThat(stop.kind()).isEqualTo("event");
    assertThat(stop.content().toText()).contains("STOP");
    assertThat(stop.by()).map(By::kind).contains(By.Kind.SYSTEM);
    assertThat(proofs.toString()).doesNotContain("form 7", CUSTOMER);
  }

  @Test
  void nothingIsLeftToReadAfterAnErasure() {
    shop.consent.grant(BO, "marketing.offers", Evidence.statement("form 7"), ANA);
    Person person = bo();
    shop.whatsapp.erase(person, Because.request("case 1"));
    assertThat(shop.consent.evidence(person)).isEmpty();
  }

  @Test
  void evidenceOfAnEarlierVersionHasNoActor() {
    byte[] kept =
        "{\"kind\":\"statement\",\"content\":{\"text\":\"form\"}}".getBytes(StandardCharsets.UTF_8);
    Evidence read = Evidence.read(kept);
    assertThat(read.by()).isEmpty();
    assertThat(read.toBytes()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "{}", "{\"kind\":\"x\"}", "{\"kind\":\"x\",\"content\":7}", "nothing"})
  void whatIsNoEvidenceIsRefused(String kept) {
    assertThatThrownBy(() -> Evidence.read(kept.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedPayloadException.class);
  }
}
