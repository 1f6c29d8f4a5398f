package io.waxseal.consent;

import static io.waxseal.consent.Shop.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.Health;
import io.waxseal.guard.Guard;
import io.waxseal.guard.Severity;
import io.waxseal.guard.Signal;
import io.waxseal.guard.Watcher;
import io.waxseal.simulator.Content;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.simulator.SimulatedPerson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody types in the phone app never asked the gate; what it broke is found out afterwards. */
final class BypassTest {
  private final List<Signal> told = new ArrayList<>();
  private final Shop shop = Shop.open(new Guard() {
    @Override
    public List<Watcher> watchers() {
      return List.of(told::add);
    }
  });
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
    assertThat(told).singleElement().satisfies(signal -> {
      assertThat(signal.name()).isEqualTo("consent.bypassed");
      assertThat(signal.severity()).isEqualTo(Severity.WARNING);
      assertThat(signal.details()).containsOnly(Map.entry("cause", "KEYWORD"));
    });
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

  @Test
  void whatSheWroteLaterDoesNotExcuseItThoughItCameFirst() {
    shop.deliver(bo.writes("STOP"));
    shop.clock.advance(Duration.ofMinutes(1));
    SignedWebhook echo = bo.businessApp().sends(Content.text("Look, a sale!"));
    shop.clock.advance(Duration.ofMinutes(1));
    shop.deliver(bo.writes("please leave me alone"));
    shop.deliver(echo);
    shop.whatsapp.work();
    assertThat(shop.audited("consent.bypassed")).isEqualTo(1);
  }

  @Test
  void aStopThatSheEndedLaterWasInForceThoughItsEndCameFirst() {
    shop.deliver(bo.writes("STOP"));
    shop.clock.advance(Duration.ofMinutes(1));
    SignedWebhook echo = bo.businessApp().sends(Content.text("Look, a sale!"));
    shop.clock.advance(Duration.ofMinutes(1));
    shop.deliver(bo.writes("START"));
    shop.deliver(echo);
    shop.whatsapp.work();
    assertThat(shop.audited("consent.bypassed")).isEqualTo(1);
  }

  @Test
  void aStopAfterAQuestionCountsAgain() {
    shop.deliver(bo.writes("STOP"));
    shop.clock.advance(Duration.ofMinutes(1));
    shop.deliver(bo.writes("one question"));
    shop.clock.advance(Duration.ofMinutes(1));
    shop.deliver(bo.writes("STOP"));
    types("Look, a sale!");
    assertThat(shop.audited("consent.bypassed")).isEqualTo(1);
  }

  @Test
  void anEchoThatComesTwiceIsOneFinding() {
    shop.deliver(bo.writes("STOP"));
    shop.clock.advance(Duration.ofMinutes(1));
    SignedWebhook echo = bo.businessApp().sends(Content.text("Look, a sale!"));
    shop.deliver(echo);
    shop.deliver(echo);
    shop.whatsapp.work();
    assertThat(shop.audited("consent.bypassed")).isEqualTo(1);
  }
}
