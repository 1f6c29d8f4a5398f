package io.waxseal.consent;

import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.message.Buttons;
import io.waxseal.message.Message;
import io.waxseal.message.TemplateComponent;
import io.waxseal.message.TemplateMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.simulator.SimulatedPerson;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A signed payload travels in the buttons that a host sends, and the tap comes back as a stop. */
final class OptOutButtonTest {
  private static final ContactPoint BO = phone(CUSTOMER);

  private final Shop shop = Shop.open();
  private final SimulatedPerson bo = shop.simulator.person(CUSTOMER);
  private final String payload = shop.consent.optOutPayload("marketing.offers");

  @AfterEach
  void close() {
    shop.close();
  }

  private void sendsAndIsTapped(Message message) {
    assertThat(shop.send(message)).isEqualTo("Accepted");
    shop.clock.advance(Duration.ofSeconds(1));
    shop.deliver(bo.taps(payload));
    assertThat(shop.consent.view(BO).stops())
        .singleElement()
        .satisfies(stop -> assertThat(stop.scope()).isEqualTo("marketing.offers"));
    assertThat(shop.offer(BO)).isEqualTo("STOPPED_PURPOSE");
  }

  @Test
  void aTapOnAReplyButtonIsHeard() {
    shop.grant(BO, "marketing");
    shop.deliver(bo.writes("hello"));
    sendsAndIsTapped(
        Buttons.to(BO, "Shall we write again?").button("more", "Yes").button(payload, "Nein"));
  }

  @Test
  void aTapOnAQuickReplyOfATemplateIsHeard() {
    shop.grant(BO, "marketing");
    sendsAndIsTapped(TemplateMessage.to(BO, "spring_offer", "en")
        .with(TemplateComponent.quickReply(0, payload))
        .purpose("marketing.offers"));
  }
}
