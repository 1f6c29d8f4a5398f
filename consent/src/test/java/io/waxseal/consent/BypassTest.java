package io.waxseal.consent;

import static io.waxseal.consent.Shop.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.Health;
import io.waxseal.simulator.Content;
import io.waxseal.simulator.SimulatedPerson;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody types in the phone app never asked the gate; what it broke is found out afterwards. */
final class BypassTest {
  private final Shop shop = Shop.open();
  private SimulatedPerson bo;

  @BeforeEach
  void meet() {
    bo = shop.simulator.person(CUSTOMER);
    shop.deliver(bo.writes("hello"));
    shop.whatsapp.work();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private void types(String text) {
    shop.clock.advance(Duration.ofMinutes(1));
    shop.deliver(bo.businessApp().sends(Content.text(text)));
    shop.whatsapp.work();
  }

  private Health.Check health() {
    return shop.whatsapp.health().checks().stream()
        .filter(check -> check.name().equals("bypassed"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoIsWrittenToAfterAStopIsFoundOut() {
    shop.deliver(bo.writes("STOP"));
    types("Look, a sale!");
    assertThat(shop.audited("consent.bypassed")).isEqualTo(1);
    assertThat(health().status()).isEqualTo(Health.Status.DEGRADED);
    assertThat(health().figures()).containsEntry("since_start", 1L);
  }

  @Test
  void whoWroteAgainIsAnswered() {
    shop.deliver(bo.writes("STOP"));
    shop.clock.advance(Duration.ofMinutes(1));
    shop.deliver(bo.writes("one question, though"));
    types("Yes, please?");
    assertThat(shop.audited("send.bypassed")).isEqualTo(1);
    assertThat(shop.audited("consent.bypassed")).isZero();
  }

  @Test
  void whatWasTypedBeforeTheStopIsNoFinding() {
    types("Look, a sale!");
    shop.deliver(bo.writes("STOP"));
    assertThat(shop.audited("consent.bypassed")).isZero();
    assertThat(health().status()).isEqualTo(Health.Status.UP);
  }

  @Test
  void aStopOfMarketingSaysNothingOfWhatNobodyKnowsThePurposeOf() {
    shop.deliver(bo.stopsMarketing());
    types("Your shoes are ready.");
    assertThat(shop.audited("consent.bypassed")).isZero();
  }
}
