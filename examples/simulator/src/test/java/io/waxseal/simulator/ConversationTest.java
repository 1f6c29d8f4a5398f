package io.waxseal.simulator;

import static io.waxseal.simulator.Stage.PHONE;
import static io.waxseal.simulator.Stage.at;
import static io.waxseal.simulator.Stage.bytes;
import static io.waxseal.simulator.Stage.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private final Stage stage = new Stage();
  private final SimulatedPerson ada = stage.ada;

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void whileTheAgentHoldsTheConversationMessagesComeUnderStandby() {
    ada.agent().takes();
    SignedWebhook stop = ada.writes("STOP");

    assertThat(field(stop)).isEqualTo("standby");
    assertThat(at(stop, "standby.messages.text.body")).isEqualTo("STOP");
    assertThat(at(stop, "standby.contacts.user_id")).isEqualTo(ada.userId());
    assertThat(at(stop, "metadata.phone_number_id")).isEqualTo("106540352242922");
    assertThat(field(stage.simulator.customerWrites(PHONE, "Ada", "again"))).isEqualTo("standby");
  }

  @Test
  void theAgentsWordsAndTheirStatusComeUnderStandby() {
    SignedWebhook echo = ada.agent().takes().writes("How may I help?");

    assertThat(at(echo, "standby.message_echoes.message.text.body")).isEqualTo("How may I help?");
    assertThat(at(echo, "standby.message_echoes.message.to")).isEqualTo(PHONE);
    assertThat(at(ada.agent().status(echo.messageId(), "read"), "standby.statuses.recipient_id"))
        .isEqualTo(PHONE);
  }

  @Test
  void aHandoverNamesThePersonAsSenderAndTheBusinessAsRecipient() {
    SignedWebhook handover = ada.agent().takes().handsOver();

    assertThat(field(handover)).isEqualTo("messaging_handovers");
    assertThat(at(handover, "recipient.phone_number_id")).isEqualTo("106540352242922");
    assertThat(at(handover, "sender.user_id")).isEqualTo(ada.userId());
    assertThat(at(handover, "metadata")).isNull();
    assertThat(field(ada.writes("Hi"))).isEqualTo("messages");
  }

  @Test
  void aMessageOfTheBusinessTakesTheConversationAndATemplateDoesNot() {
    ada.agent().takes();
    stage.caller.send("""
        {"messaging_product":"whatsapp","to":"16505551234","type":"template",
         "template":{"name":"hello","language":{"code":"en"}}}""");
    assertThat(ada.agent().holds()).isTrue();

    stage.caller.send(Caller.TEXT);
    assertThat(ada.agent().holds()).isFalse();
  }

  @Test
  void aCallOfThePersonConnectsAndEnds() {
    SimulatedCall call = ada.calls();

    assertThat(at(call.connects(), "calls.direction")).isEqualTo("USER_INITIATED");
    assertThat(at(call.connects(), "calls.from_user_id")).isEqualTo(ada.userId());
    assertThat(at(call.connects(), "calls.session.sdp_type")).isEqualTo("offer");
    assertThat(at(call.ends(Duration.ofSeconds(40)), "calls.duration")).isEqualTo(40.0);
    assertThat(at(call.fails(), "calls.id")).isEqualTo(call.id());
    assertThatIllegalStateException().isThrownBy(() -> call.status("RINGING"));
  }

  @Test
  void aCallOfTheBusinessHasStatuses() {
    SimulatedCall call = ada.isCalled();

    assertThat(at(call.status("ACCEPTED"), "statuses.recipient_user_id")).isEqualTo(ada.userId());
    assertThat(at(call.connects(), "calls.to")).isEqualTo(PHONE);
    assertThat(at(call.connects(), "calls.direction")).isEqualTo("BUSINESS_INITIATED");
    assertThatIllegalArgumentException().isThrownBy(() -> call.status("accepted"));
  }

  @Test
  void theBusinessAppEchoesAndSharesItsHistory() {
    SignedWebhook echo = ada.businessApp().sends(Content.text("Your table is ready"));
    SignedWebhook history = ada.businessApp()
        .history(List.of(
            new BusinessApp.Line(true, Content.text("STOP"), Instant.ofEpochSecond(1739230970))));

    assertThat(at(echo, "message_echoes.to_user_id")).isEqualTo(ada.userId());
    assertThat(at(history, "history.threads.context.user_id")).isEqualTo(ada.userId());
    assertThat(at(history, "history.threads.messages.timestamp")).isEqualTo("1739230970");
    assertThat(at(ada.businessApp().savesContact("Ada L"), "state_sync.contact.phone_number"))
        .isEqualTo(PHONE);
  }

  @Test
  void aCategoryChangesAndIsPricedThen() {
    SimulatedTemplate offer = stage.simulator.app("app").template("offer", "en");
    SignedWebhook notice = offer.category("UTILITY").announcesCategory("MARKETING");
    SignedWebhook change = offer.changesCategory("MARKETING");

    assertThat(at(notice, "new_category")).isEqualTo("UTILITY");
    assertThat(at(notice, "correct_category")).isEqualTo("MARKETING");
    assertThat(at(change, "previous_category")).isEqualTo("UTILITY");
    assertThat(at(change, "new_category")).isEqualTo("MARKETING");
    assertThat(Shape.value(change.body(), "entry.time")).isEqualTo(1750030073.0);
    assertThatIllegalArgumentException().isThrownBy(() -> offer.category("marketing"));
  }

  @Test
  void aBatchLosesNothingThatIsNoList() {
    SimulatedPerson bo = stage.simulator.person("16505559999");
    ada.agent().takes();
    bo.agent().takes();
    SignedWebhook batch = stage.simulator.batch(
        ada.writes("one"), bo.writes("two"), ada.agent().handsOver(), bo.agent().handsOver());

    assertThat(bytes(batch)).contains("one", "two");
    assertThat(bytes(batch).split("control_passed\":", -1)).hasSize(3);
  }

  @Test
  void theyTravelSignedThroughATurbulenceLikeAllOthers() {
    try (Host host = new Host();
        Simulator meta = Caller.builder().callback(host.uri()).start()) {
      SimulatedPerson eve = meta.person(PHONE);
      List<SignedWebhook> webhooks =
          List.of(eve.writes("Hi"), eve.changesNumber("12195555358").webhook());
      meta.deliver(Turbulence.seeded(3).duplicating(1.0), webhooks);

      assertThat(host.bodies).hasSize(4).contains(bytes(webhooks.get(1)));
      assertThat(host.signatures).contains(webhooks.get(1).signature());
    }
  }
}
