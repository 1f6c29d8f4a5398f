package io.waxseal.simulator;

import static io.waxseal.simulator.Stage.at;
import static io.waxseal.simulator.Stage.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboundKindsTest {
  private static final String MESSAGE =
      "{\"messaging_product\":\"whatsapp\",\"to\":\"16505551234\",\"type\":\"%s\",\"%s\":%s}";
  private static final String LIST = """
      {"type":"list","body":{"text":"Which?"},"action":{"button":"Open","sections":[
        {"rows":[{"id":"r1","title":"Soup","description":"hot"},{"id":"r2","title":"Salad"}]}]}}""";
  private static final String BUTTONS = """
      {"type":"button","body":{"text":"Sure?"},"action":{"buttons":[
        {"type":"reply","reply":{"id":"yes","title":"Yes"}},
        {"type":"reply","reply":{"id":"no","title":"No"}}]}}""";
  private static final String OFFER = """
      {"name":"offer","language":{"code":"en"},"components":[{"type":"button","sub_type":"quick_reply",
        "index":"0","parameters":[{"type":"payload","payload":"P-1"}]}]}""";

  private final Stage stage = new Stage();
  private final SimulatedPerson ada = stage.ada;

  @AfterEach
  void close() {
    stage.close();
  }

  private String send(String type, String content) {
    return stage
        .caller
        .send(MESSAGE.formatted(type, type, content))
        .at("messages.id")
        .toString();
  }

  @Test
  void mediaHaveTheirMembers() {
    assertThat(at(ada.sendsImage("Look"), "messages.image.caption")).isEqualTo("Look");
    assertThat(at(ada.sendsVideo("See"), "messages.video.mime_type")).isEqualTo("video/mp4");
    assertThat(at(ada.sendsVoice(), "messages.audio.voice")).isEqualTo(true);
    assertThat(at(ada.sendsSticker(), "messages.sticker.animated")).isEqualTo(false);
    assertThat(at(ada.sendsDocument("a.pdf", "Bill"), "messages.document.filename"))
        .isEqualTo("a.pdf");
    assertThat(at(ada.sends(Content.audio()), "messages.audio.voice")).isEqualTo(false);
  }

  @Test
  void aPlaceHasCoordinates() {
    assertThat(at(ada.sendsLocation(52.5, -13.4), "messages.location.longitude"))
        .isEqualTo(-13.4);
    assertThat(at(ada.sends(Content.location(1, 2, "Home", "1 Way")), "messages.location.name"))
        .isEqualTo("Home");
  }

  @Test
  void aTapOnAButtonAnswersItsMessage() {
    String id = send("interactive", BUTTONS);
    SignedWebhook tap = ada.taps("No");

    assertThat(at(tap, "messages.interactive.button_reply.id")).isEqualTo("no");
    assertThat(at(tap, "messages.context.id")).isEqualTo(id);
  }

  @Test
  void aTapOnARowBringsItsDescription() {
    send("interactive", LIST);

    assertThat(at(ada.taps("r1"), "messages.interactive.list_reply.description"))
        .isEqualTo("hot");
    assertThat(at(ada.taps("Salad"), "messages.interactive.list_reply.id")).isEqualTo("r2");
  }

  @Test
  void aTapOnATemplateBringsItsPayload() {
    stage.simulator.app("app").template("offer", "en").quickReplies("Count me in");
    send("template", OFFER);
    SignedWebhook tap = ada.taps("Count me in");

    assertThat(at(tap, "messages.type")).isEqualTo("button");
    assertThat(at(tap, "messages.button.payload")).isEqualTo("P-1");
    assertThat(at(tap, "messages.button.text")).isEqualTo("Count me in");
  }

  @Test
  void theNewestMessageWithTheButtonIsTapped() {
    send("interactive", BUTTONS);
    String second = send("interactive", BUTTONS);
    send("text", "{\"body\":\"Well?\"}");

    assertThat(at(ada.taps("yes"), "messages.context.id")).isEqualTo(second);
    AcceptedMessage first = ada.received().get(0);
    assertThat(at(ada.taps(first, "yes"), "messages.context.id")).isEqualTo(first.id());
  }

  @Test
  void nobodyTapsWhatSheWasNotSent() {
    send("interactive", BUTTONS);
    SimulatedPerson bo = stage.simulator.person("16505550000");

    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> bo.taps("yes"));
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> ada.taps("Maybe"));
  }

  @Test
  void aLinkIsNoButtonToTap() {
    send("interactive", """
        {"type":"cta_url","body":{"text":"Menu"},"action":{"name":"cta_url","parameters":
          {"display_text":"Open","url":"https://a.example"}}}""");

    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> ada.taps("Open"));
  }

  @Test
  void anOrderHasItsItemsAndNeverNone() {
    SignedWebhook order = ada.sends(Content.order("c", "soon", new OrderItem("p", 2, 3.5, "EUR")));

    assertThat(at(order, "messages.order.product_items.item_price")).isEqualTo(3.5);
    assertThat(at(order, "messages.order.text")).isEqualTo("soon");
    assertThatIllegalArgumentException().isThrownBy(() -> Content.order("c", ""));
  }

  @Test
  void correctionsAndDeletionsNameTheMessage() {
    String id = ada.writes("Hi").messageId();

    assertThat(at(ada.edits(id, Content.text("Ho")), "messages.edit.original_message_id"))
        .isEqualTo(id);
    assertThat(at(ada.revokes(id), "messages.revoke.original_message_id")).isEqualTo(id);
    assertThat(at(ada.reacts(id, "👍"), "messages.reaction.message_id")).isEqualTo(id);
  }

  @Test
  void whatIsUnsupportedNamesItsKindAndItsError() {
    SignedWebhook poll = ada.sends(Content.unsupported("poll"));

    assertThat(at(poll, "messages.unsupported.type")).isEqualTo("poll");
    assertThat(at(poll, "messages.errors.code")).isEqualTo(131051.0);
  }

  @Test
  void answersToRequestsHaveTheirForms() {
    assertThat(at(ada.sends(Content.address("{}")), "messages.interactive.nfm_reply.name"))
        .isEqualTo("address_message");
    assertThat(at(
            ada.sends(Content.callPermission(false)),
            "messages.interactive.call_permission_reply.response"))
        .isEqualTo("reject");
    assertThat(at(ada.sends(Content.ownContact("Ada", "16505551234")), "messages.contacts.origin"))
        .isEqualTo("contact_request");
  }

  @Test
  void circumstancesStandInContextAndReferral() {
    Content hi = Content.text("Hi").answering("wamid.x");

    assertThat(at(ada.sends(hi.forwarded(true)), "messages.context.frequently_forwarded"))
        .isEqualTo(true);
    assertThat(at(
            ada.sends(hi.aboutProduct("c", "p")),
            "messages.context.referred_product.product_retailer_id"))
        .isEqualTo("p");
    assertThat(at(ada.sends(hi.fromAd(new Ad("7", "Soup", ""))), "messages.referral.source_type"))
        .isEqualTo("ad");
    assertThat(at(ada.sends(hi.fromAd(new Ad("7", "Soup", ""))), "messages.referral.ctwa_clid"))
        .isNull();
  }

  @Test
  void theAnswerToAnAdIsFreeAndALaterMessageToo() {
    ada.sends(Content.text("Hi").fromAd(new Ad("7", "Soup", "click")));
    String first = send("template", OFFER);
    String second = send("text", "{\"body\":\"Hi\"}");

    assertThat(at(stage.simulator.status(first, "sent"), "statuses.pricing.type"))
        .isEqualTo("free_entry_point");
    assertThat(at(stage.simulator.status(second, "sent"), "statuses.pricing.type"))
        .isEqualTo("free_entry_point");
    stage.simulator.advance(java.time.Duration.ofHours(72));
    assertThat(at(stage.simulator.status(send("template", OFFER), "sent"), "statuses.pricing.type"))
        .isEqualTo("regular");
  }

  @Test
  void aGroupHearsPeople() {
    SimulatedGroup group = stage.simulator.number("106540352242922").group("Y2FwaV9n");

    assertThat(at(group.hears(ada, Content.text("Hi")), "messages.group_id")).isEqualTo("Y2FwaV9n");
    assertThat(field(group.created("Us"))).isEqualTo("group_lifecycle_update");
    assertThat(at(group.joins(ada), "groups.added_participants.wa_id")).isEqualTo("16505551234");
    assertThat(at(group.leaves(ada), "groups.type")).isEqualTo("group_participants_remove");
    assertThat(at(group.suspended(true), "groups.type")).isEqualTo("group_suspend");
    assertThat(at(group.deleted(), "groups.type")).isEqualTo("group_delete");
  }

  @Test
  void newsOfTheAccountHaveTheirFields() {
    AccountNews news = stage.simulator.app("app").news();

    assertThat(field(news.alert("WARNING", "T", "words"))).isEqualTo("account_alerts");
    assertThat(at(news.reviewed("APPROVED"), "decision")).isEqualTo("APPROVED");
    assertThat(at(news.updated("DISABLED_UPDATE", Map.of("country", "DE")), "country"))
        .isEqualTo("DE");
    assertThat(at(news.capability(-1, 2), "max_daily_conversations_per_business"))
        .isEqualTo(-1.0);
    assertThat(at(news.security("PIN_CHANGED"), "display_phone_number")).isEqualTo("15550783881");
    assertThat(at(news.nameDecided("APPROVED", "Soup"), "requested_verified_name"))
        .isEqualTo("Soup");
    assertThat(field(news.quality("ONBOARDING"))).isEqualTo("phone_number_quality_update");
    assertThat(at(news.username("soup", "approved"), "status")).isEqualTo("approved");
    assertThat(at(news.templateStatus("a", "en", "PAUSED", "NONE"), "event")).isEqualTo("PAUSED");
    assertThat(at(news.templateQuality("a", "en", "GREEN", "RED"), "new_quality_score"))
        .isEqualTo("RED");
    assertThat(at(news.flowStatus("1", "DRAFT", "PUBLISHED"), "new_status")).isEqualTo("PUBLISHED");
    assertThat(field(news.of("partner_solutions", Map.of("event", "X"))))
        .isEqualTo("partner_solutions");
  }

  @Test
  void anErrorCanBelongToNoMessage() {
    SignedWebhook error =
        stage.simulator.number("106540352242922").error(131035, "Not delivered in time");

    assertThat(at(error, "errors.code")).isEqualTo(131035.0);
  }

  @Test
  void nothingPrintsWhatItHolds() {
    assertThat(new Choice("row", "id", "words", "more")).hasToString("Choice[row]");
    assertThat(new Ad("7", "words", "click")).hasToString("Ad");
    assertThat(stage.simulator.app("app").news()).hasToString("AccountNews");
  }
}
