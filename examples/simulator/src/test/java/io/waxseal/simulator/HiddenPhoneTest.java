package io.waxseal.simulator;

import static io.waxseal.simulator.Stage.PHONE;
import static io.waxseal.simulator.Stage.at;
import static io.waxseal.simulator.Stage.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HiddenPhoneTest {
  private final Stage stage = new Stage();
  private final SimulatedPerson ada = stage.ada;

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aHiddenNumberIsInNoWebhookOfThePerson() {
    ada.hidesPhone("ada.l").enrolled();

    assertThat(bytes(ada.writes("Hi")))
        .contains("ada.l")
        .doesNotContain(PHONE, "wa_id", "\"from\"");
    assertThat(bytes(ada.stopsMarketing())).doesNotContain(PHONE, "wa_id");
    assertThat(bytes(ada.calls().connects())).doesNotContain(PHONE, "wa_id");
    assertThat(at(ada.writes("Hi"), "messages.from_parent_user_id"))
        .isEqualTo(ada.parentUserId().orElseThrow());
  }

  @Test
  void theNumberIsHiddenThirtyDaysAfterItWasLastUsed() {
    ada.writes("Hi");
    ada.adoptsUsername("ada.l");
    stage.simulator.advance(Duration.ofDays(30).minusSeconds(1));
    assertThat(at(ada.writes("still here"), "messages.from")).isEqualTo(PHONE);

    stage.simulator.advance(Duration.ofDays(30));
    assertThat(at(ada.writes("hidden"), "messages.from")).isNull();
  }

  @Test
  void aMessageToTheNumberShowsItAgain() {
    ada.hidesPhone("ada.l");
    String id = stage.send("\"to\":\"" + PHONE + "\"");

    assertThat(at(stage.simulator.status(id, "sent"), "statuses.recipient_id")).isEqualTo(PHONE);
    assertThat(at(ada.writes("Hi"), "messages.from")).isEqualTo(PHONE);
  }

  @Test
  void aMessageToTheUserIdDoesNotShowTheNumber() {
    ada.hidesPhone("ada.l");
    String id = stage.send("\"recipient\":\"" + ada.userId() + "\"");
    SignedWebhook read = stage.simulator.status(id, "read");

    assertThat(at(read, "statuses.recipient_id")).isNull();
    assertThat(at(read, "statuses.recipient_user_id")).isEqualTo(ada.userId());
    assertThat(at(read, "contacts.profile.username")).isEqualTo("ada.l");
  }

  @Test
  void anotherBusinessNumberMayNotSeeIt() {
    try (Simulator two = Caller.builder().addNumber("2", "15550783882").start()) {
      SimulatedPerson bo = two.person(PHONE).hidesPhone("bo");
      new Caller(two).send(Caller.TEXT);

      assertThat(at(bo.writes("Hi"), "messages.from")).isEqualTo(PHONE);
      assertThat(at(bo.at(two.number("2")).writes("Hi"), "messages.from")).isNull();
    }
  }

  @Test
  void aSentStatusHasNoUsername() {
    ada.adoptsUsername("ada.l");
    String id = stage.send("\"to\":\"" + PHONE + "\"");

    assertThat(bytes(stage.simulator.status(id, "sent"))).doesNotContain("ada.l");
    assertThat(bytes(stage.simulator.status(id, "delivered"))).contains("ada.l");
  }
}
