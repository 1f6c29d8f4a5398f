package io.waxseal.simulator;

import static io.waxseal.simulator.Stage.at;
import static io.waxseal.simulator.Stage.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContentTest {
  private final Stage stage = new Stage();
  private final SimulatedPerson ada = stage.ada;

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void anEditNamesTheMessageAndWhatItSaysNow() {
    SignedWebhook first = ada.writes("Stpo");
    SignedWebhook edit = ada.sends(Content.edit(first.messageId(), Content.text("STOP")));

    assertThat(at(edit, "messages.type")).isEqualTo("edit");
    assertThat(at(edit, "messages.edit.original_message_id")).isEqualTo(first.messageId());
    assertThat(at(edit, "messages.edit.message.text.body")).isEqualTo("STOP");
    assertThat(edit.messageId()).isNotEqualTo(first.messageId());
  }

  @Test
  void aCaptionCanBeEdited() {
    SignedWebhook edit = ada.sends(Content.edit("wamid.x", Content.image("Look")));

    assertThat(at(edit, "messages.edit.message.type")).isEqualTo("image");
    assertThat(at(edit, "messages.edit.message.image.caption")).isEqualTo("Look");
  }

  @Test
  void aRevokeNamesTheMessage() {
    SignedWebhook first = ada.writes("oops");

    assertThat(at(ada.sends(Content.revoke(first.messageId())), "messages.revoke"))
        .hasToString("{original_message_id=" + first.messageId() + "}");
  }

  @Test
  void aTemplateButtonBringsPayloadTextAndContext() {
    SignedWebhook tap = ada.sends(Content.button("P-1", "Yes").answering("wamid.offer"));

    assertThat(at(tap, "messages.button.payload")).isEqualTo("P-1");
    assertThat(at(tap, "messages.button.text")).isEqualTo("Yes");
    assertThat(at(tap, "messages.context.id")).isEqualTo("wamid.offer");
    assertThat(at(tap, "messages.context.from")).isEqualTo("15550783881");
    assertThat(at(ada.sends(Content.stopPromotions()), "messages.button.text"))
        .isEqualTo("Stop promotions");
  }

  @Test
  void repliesOfButtonsListsAndFlowsStandUnderInteractive() {
    assertThat(at(ada.sends(Content.buttonReply("b", "B")), "messages.interactive.button_reply.id"))
        .isEqualTo("b");
    assertThat(at(
            ada.sends(Content.listReply("l", "L", "more")),
            "messages.interactive.list_reply.description"))
        .isEqualTo("more");
    assertThat(at(
            ada.sends(Content.flowAnswer("{\"a\":1}")),
            "messages.interactive.nfm_reply.response_json"))
        .isEqualTo("{\"a\":1}");
  }

  @Test
  void theRestHasItsMembers() {
    assertThat(at(ada.sends(Content.reaction("wamid.x", "👍")), "messages.reaction.emoji"))
        .isEqualTo("👍");
    assertThat(at(ada.sends(Content.document("a.pdf", "Bill")), "messages.document.caption"))
        .isEqualTo("Bill");
    assertThat(
            at(ada.sends(Content.contact("Bo", "16505550000")), "messages.contacts.phones.wa_id"))
        .isEqualTo("16505550000");
  }

  @Test
  void aPreferenceNamesThePerson() {
    assertThat(field(ada.stopsMarketing())).isEqualTo("user_preferences");
    assertThat(at(ada.stopsMarketing(), "user_preferences.user_id")).isEqualTo(ada.userId());
    assertThat(at(ada.resumesMarketing(), "user_preferences.value")).isEqualTo("resume");
  }

  @Test
  void aNewDeviceHasAnotherKeyEachTime() {
    SignedWebhook one = ada.changesDevice();

    assertThat(at(one, "messages.system.type")).isEqualTo("customer_identity_changed");
    assertThat(at(one, "messages.identity.hash"))
        .isNotEqualTo(at(ada.changesDevice(), "messages.identity.hash"));
  }

  @Test
  void onlyAMessageHasAMessageIdAndContentPrintsItsType() {
    assertThatIllegalStateException().isThrownBy(() -> ada.stopsMarketing().messageId());
    assertThat(Content.text("secret words")).hasToString("Content[text]");
  }
}
