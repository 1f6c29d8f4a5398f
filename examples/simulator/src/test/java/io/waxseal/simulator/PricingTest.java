package io.waxseal.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PricingTest {
  private static final String TEMPLATE = """
      {"messaging_product":"whatsapp","to":"16505551234","type":"template",
       "template":{"name":"bill","language":{"code":"en"}}}""";

  private final Stage stage = new Stage();
  private final SimulatedNumber number = stage.simulator.number("106540352242922");

  @AfterEach
  void close() {
    stage.close();
  }

  private String send(String body) {
    return stage.caller.send(body).at("messages.id").toString();
  }

  private Object price(String id, String status, String member) {
    return Stage.at(stage.simulator.status(id, status), "statuses.pricing." + member);
  }

  @Test
  void serviceMessagesCostOnceTheAllowanceIsUsedUp() {
    number.freeServiceMessages(1);
    String first = send(Caller.TEXT);
    String second = send(Caller.TEXT);

    assertThat(price(first, "delivered", "type")).isEqualTo("free_customer_service");
    assertThat(price(first, "delivered", "billable")).isEqualTo(false);
    assertThat(price(second, "delivered", "type")).isEqualTo("regular");
    assertThat(price(second, "delivered", "category")).isEqualTo("service");
    assertThat(number.charges().of("service", "regular")).isEqualTo(1);
    assertThat(number.charges().free()).isEqualTo(1);
  }

  @Test
  void aUtilityTemplateCostsInsideTheWindowToo() {
    stage.simulator.app("app").template("bill", "en").category("UTILITY");
    stage.ada.writes("Hi");

    assertThat(price(send(TEMPLATE), "sent", "type")).isEqualTo("regular");
    assertThat(price(send(TEMPLATE), "sent", "category")).isEqualTo("utility");
  }

  @Test
  void aMessageIsChargedOnceAndWhenItIsDelivered() {
    String id = send(TEMPLATE);
    stage.simulator.status(id, "sent");
    assertThat(number.charges().billable()).isZero();
    stage.simulator.status(id, "delivered");
    stage.simulator.status(id, "delivered");
    stage.simulator.status(id, "read");

    assertThat(number.charges().billable()).isEqualTo(1);
    stage.simulator.reset();
    assertThat(number.charges().billable()).isZero();
  }

  @Test
  void aFailedMessageCostsNothing() {
    stage.simulator.status(send(TEMPLATE), "failed");

    assertThat(number.charges().billable()).isZero();
  }

  @Test
  void categoriesAndTypesAreOpenWords() {
    number.pricesNext("general_purpose_ai", "free_pilot").pricesNext("moon", "tiered");
    String free = send(Caller.TEXT);
    String tiered = send(Caller.TEXT);

    assertThat(price(free, "delivered", "category")).isEqualTo("general_purpose_ai");
    assertThat(price(free, "delivered", "billable")).isEqualTo(false);
    assertThat(price(tiered, "delivered", "type")).isEqualTo("tiered");
    assertThat(number.charges().of("moon", "tiered")).isEqualTo(1);
  }
}
