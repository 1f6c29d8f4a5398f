package io.waxseal.simulator;

import static io.waxseal.simulator.Stage.NEW_PHONE;
import static io.waxseal.simulator.Stage.PHONE;
import static io.waxseal.simulator.Stage.at;
import static io.waxseal.simulator.Stage.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.waxseal.simulator.NumberChange.Form;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NumberChangeTest {
  private final Stage stage = new Stage();
  private final SimulatedPerson ada = stage.ada;

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aChangeNamesNewAndPreviousIds() {
    String before = ada.enrolled().userId();
    String parent = ada.parentUserId().orElseThrow();
    SignedWebhook change = ada.changesNumber("+1 219 555-5358").webhook();

    assertThat(at(change, "messages.from")).isEqualTo(PHONE);
    assertThat(at(change, "messages.system.type")).isEqualTo("user_changed_number");
    assertThat(at(change, "messages.system.wa_id")).isEqualTo(NEW_PHONE);
    assertThat(at(change, "messages.system.previous_user_id")).isEqualTo(before);
    assertThat(at(change, "messages.system.previous_parent_user_id")).isEqualTo(parent);
    assertThat(at(change, "messages.system.user_id")).isEqualTo(ada.userId()).isNotEqualTo(before);
    assertThat(at(change, "contacts")).isNull();
  }

  @Test
  void aHiddenChangeNamesIdsAlone() {
    String before = ada.hidesPhone("ada.l").userId();
    SignedWebhook change = ada.changesNumber(NEW_PHONE).webhook();

    assertThat(at(change, "messages.from_user_id")).isEqualTo(before);
    assertThat(at(change, "messages.system.type")).isEqualTo("user_changed_user_id");
    assertThat(at(change, "messages.system.user_id")).isEqualTo(ada.userId());
    assertThat(bytes(change)).doesNotContain("wa_id", PHONE, NEW_PHONE);
  }

  @Test
  void theOlderFormsNameNumbersAlone() {
    NumberChange change = ada.changesNumber(NEW_PHONE);

    assertThat(at(change.webhook(Form.WA_ID), "messages.system.wa_id")).isEqualTo(NEW_PHONE);
    assertThat(at(change.webhook(Form.NEW_WA_ID), "messages.system.new_wa_id"))
        .isEqualTo(NEW_PHONE);
    SignedWebhook oldest = change.webhook(Form.CUSTOMER);
    assertThat(at(oldest, "messages.system.customer")).isEqualTo(PHONE);
    assertThat(at(oldest, "messages.system.type")).isEqualTo("customer_changed_number");
    assertThat(bytes(oldest)).doesNotContain("user_id");
  }

  @Test
  void laterMessagesComeFromTheNewNumberAndId() {
    String before = ada.userId();
    ada.changesNumber(NEW_PHONE);
    SignedWebhook message = ada.writes("Hi again");

    assertThat(at(message, "messages.from")).isEqualTo(NEW_PHONE);
    assertThat(at(message, "messages.from_user_id")).isNotEqualTo(before);
    assertThat(at(message, "contacts.profile.name")).isEqualTo("Ada");
  }

  @Test
  void theFreedNumberBelongsToSomebodyElse() {
    String before = ada.userId();
    ada.changesNumber(NEW_PHONE);
    SignedWebhook stranger = stage.simulator.person(PHONE).writes("Who is this?");

    assertThat(at(stranger, "messages.from")).isEqualTo(PHONE);
    assertThat(at(stranger, "messages.from_user_id")).isNotEqualTo(before);
    assertThat(at(stranger, "contacts.profile")).isNull();
  }

  @Test
  void aNumberThatComesBackIsAThirdAccount() {
    String first = ada.userId();
    ada.changesNumber(NEW_PHONE);
    String second = ada.userId();
    ada.changesNumber(PHONE);

    assertThat(ada.userId()).isNotEqualTo(first).isNotEqualTo(second);
  }

  @Test
  void aStrangerTakesTheNumberAndNobodyIsTold() {
    String before = ada.userId();
    SimulatedPerson stranger = stage.simulator.stranger("+1 650 555-1234");

    assertThat(stranger.userId()).isNotEqualTo(before);
    assertThat(stranger.phone()).contains(PHONE);
    assertThat(ada.phone()).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> ada.writes("Hi"))
        .withMessageContaining("changesNumber");
  }

  @Test
  void aWebhookMadeEarlierStillSpeaksOfTheFirstHolder() {
    SignedWebhook late = ada.writes("STOP");
    String before = ada.userId();
    stage.simulator.stranger(PHONE);

    assertThat(at(late, "messages.from_user_id")).isEqualTo(before);
    SignedWebhook byId = stage.simulator.customerWrites(before, "Ada", "later");
    assertThat(at(byId, "messages.from_user_id")).isEqualTo(before);
  }

  @Test
  void aStatusOfAnEarlierMessageNamesTheFirstHolder() {
    String before = ada.userId();
    String id = stage.send("\"to\":\"" + PHONE + "\"");
    String stranger = stage.simulator.stranger(PHONE).userId();

    assertThat(at(stage.simulator.status(id, "delivered"), "statuses.recipient_user_id"))
        .isEqualTo(before)
        .isNotEqualTo(stranger);
  }

  @Test
  void everyBusinessNumberHearsOfTheChangeByItself() {
    try (Simulator two = Caller.builder().addNumber("2", "15550783882").start()) {
      SimulatedPerson bo = two.person(PHONE);
      NumberChange change = bo.changesNumber(NEW_PHONE);
      SignedWebhook there = change.webhook(Form.CURRENT, two.number("2"));

      assertThat(at(there, "metadata.phone_number_id")).isEqualTo("2");
      assertThat(at(there, "messages.id")).isNotEqualTo(at(change.webhook(), "messages.id"));
    }
  }

  @Test
  void resetForgetsThePeople() {
    String before = ada.userId();
    stage.simulator.stranger(PHONE);
    stage.simulator.reset();

    assertThat(stage.simulator.person(PHONE).userId()).isEqualTo(before);
  }

  @Test
  void aPersonHasANumberAndPrintsNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.simulator.person("US.42"))
        .withMessageNotContaining("42.");
    assertThat(ada + " " + ada.changesNumber(NEW_PHONE) + ada.calls() + ada.agent())
        .doesNotContainPattern("[0-9]");
  }
}
