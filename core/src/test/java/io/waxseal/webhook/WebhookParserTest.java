package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.WabaId;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Opened;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebhookParserTest {
  private static final Map<String, List<String>> KINDS = Map.ofEntries(
      entry("account_update.json", List.of("account_update.PARTNER_ADDED")),
      entry(
          "batch.json",
          List.of(
              "message.text",
              "message.reaction",
              "status.sent",
              "user_preferences.stop",
              "account_review_update")),
      entry("calls.json", List.of("calls.connect", "calls")),
      entry("changed_fields.json", List.of("unknown")),
      entry("contacts_out_of_order.json", List.of("message.text", "message.text")),
      entry("errors.json", List.of("messages")),
      entry("flow_reply.json", List.of("message.interactive")),
      entry("group_status.json", List.of("status.read", "status.read")),
      entry("groups.json", List.of("group_participants_update")),
      entry("handover.json", List.of("messaging_handovers.control_passed")),
      entry("history.json", List.of("history", "history")),
      entry("history_threads.json", List.of("history", "history", "history", "history")),
      entry("image.json", List.of("message.image")),
      entry("no_phone.json", List.of("message.text")),
      entry(
          "number_changes.json",
          List.of(
              "message.system",
              "message.system",
              "message.system",
              "message.system",
              "user_id_update")),
      entry("order.json", List.of("message.order")),
      entry("preferences.json", List.of("user_preferences.stop", "user_preferences.resume")),
      entry("standby.json", List.of("message.text", "status.delivered", "standby")),
      entry("state_sync.json", List.of("smb_app_state_sync", "smb_message_echoes")),
      entry("status_failed.json", List.of("status.failed")),
      entry(
          "taps.json",
          List.of(
              "message.button",
              "message.interactive",
              "message.interactive",
              "message.edit",
              "message.edit",
              "message.revoke",
              "message.contacts")),
      entry(
          "template_category.json",
          List.of("template_category_update", "template_category_update")),
      entry(
          "template_status.json",
          List.of("message_template_status_update.REJECTED", "phone_number_name_update")),
      entry("text.json", List.of("message.text")),
      entry("unknown_field.json", List.of("tomorrows_field.RAIN", "another_field", "third_field")),
      entry("unknown_kind.json", List.of("message.hologram", "message.unknown")));

  @Test
  void eachFixtureBecomesTheKindsThatStandInIt() {
    assertThat(KINDS.keySet()).containsExactlyInAnyOrderElementsOf(Payloads.FIXTURES);
    KINDS.forEach((name, kinds) -> assertThat(Payloads.parse(Payloads.fixture(name)))
        .as(name)
        .extracting(WebhookElement::kind)
        .containsExactlyElementsOf(kinds));
  }

  @Test
  void noLeafOfAFixtureIsLost() {
    for (String name : Payloads.FIXTURES) {
      Set<String> lost = Payloads.leaves(JsonValue.parse(Payloads.fixture(name)));
      for (WebhookElement element : Payloads.parse(Payloads.fixture(name))) {
        lost.removeAll(Payloads.leaves(element.slice()));
      }
      assertThat(lost).as(name).isSubsetOf("whatsapp_business_account", "whatsapp");
    }
  }

  @Test
  void anElementKeptAndRestoredIsTheSame() {
    for (String name : Payloads.FIXTURES) {
      for (WebhookElement element : Payloads.parse(Payloads.fixture(name))) {
        WebhookElement restored = WebhookElement.restore(new Opened.Plain(element.toBytes()));
        assertThat(restored.kind()).isEqualTo(element.kind());
        assertThat(restored.points()).isEqualTo(element.points());
        assertThat(restored.occurredAt()).isEqualTo(element.occurredAt());
        assertThat(restored.dedupeKey()).isEqualTo(element.dedupeKey());
        assertThat(restored.event().getClass()).isEqualTo(element.event().getClass());
      }
    }
  }

  @Test
  void aTextTellsWhoWroteWhatToWhomAndWhen() {
    TextReceived text = (TextReceived) event("text.json", 0);
    assertThat(text.text()).isEqualTo("Ist das Caf\u00e9 \ud83d\ude00 heute offen?");
    assertThat(text.id()).isEqualTo(new MessageId("wamid.OWN0001"));
    assertThat(text.to()).contains(new PhoneNumberId("111"));
    assertThat(text.from()).containsExactly(ContactPoint.phone("4915550100001"));
    assertThat(text.senderName()).contains("Lena Probe");
    assertThat(text.inReplyTo()).contains(new MessageId("wamid.OWN0000"));
    assertThat(text.occurredAt()).isEqualTo(Instant.ofEpochSecond(1_789_000_001L));
    assertThat(text.field()).isEqualTo("messages");
  }

  @Test
  void contactsAreMatchedByIdNotByPlace() {
    List<WebhookElement> elements = Payloads.parse(Payloads.fixture("contacts_out_of_order.json"));
    TextReceived lena = (TextReceived) elements.get(0).event();
    TextReceived ben = (TextReceived) elements.get(1).event();
    assertThat(lena.senderName()).contains("Lena Probe");
    assertThat(lena.from())
        .containsExactly(
            ContactPoint.phone("4915550100001"), ContactPoint.bsuid("DE.70000000000000000003"));
    assertThat(ben.senderName()).contains("Ben Probe");
    assertThat(ben.from())
        .containsExactly(
            ContactPoint.phone("4915550100002"), ContactPoint.bsuid("DE.70000000000000000002"));
  }

  @Test
  void anotherPersonsContactGivesAMessageNothing() {
    WebhookElement element = Payloads.parse(
            Payloads.messages(
                "\"contacts\":[{\"profile\":{\"name\":\"Ben\"},\"wa_id\":\"4915550100002\",\"user_id\":\"DE.1\"}],"
                    + "\"messages\":[{\"from\":\"4915550100001\",\"id\":\"m\",\"timestamp\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}]"))
        .get(0);
    assertThat(element.points()).containsExactly(ContactPoint.phone("4915550100001"));
    assertThat(((TextReceived) element.event()).senderName()).isEmpty();
  }

  @Test
  void aWriterWithoutAVisibleNumberIsReachedByUserId() {
    TextReceived text = (TextReceived) event("no_phone.json", 0);
    assertThat(text.from())
        .containsExactly(
            ContactPoint.bsuid("DE.70000000000000000001"),
            ContactPoint.parentBsuid("DE.ENT.70000000000000000009"));
    assertThat(text.senderName()).contains("Noor Probe");
  }

  @Test
  void anEmptyPhoneNumberIsAbsent() {
    WebhookElement element = message("\"from\":\"\",\"from_user_id\":\"DE.1\",\"id\":\"m\"");
    assertThat(element.points()).containsExactly(ContactPoint.bsuid("DE.1"));
  }

  @Test
  void aGroupStatusIsAboutItsParticipantNotItsGroup() {
    List<WebhookElement> elements = Payloads.parse(Payloads.fixture("group_status.json"));
    assertThat(elements)
        .extracting(WebhookElement::points)
        .containsExactly(
            Set.of(ContactPoint.phone("4915550100001")),
            Set.of(ContactPoint.phone("4915550100002")));
    assertThat(elements.get(0).dedupeKey()).isNotEqualTo(elements.get(1).dedupeKey());
  }

  @Test
  void whatNamesSeveralPeopleIsNobodys() {
    assertThat(Payloads.parse(Payloads.fixture("groups.json")).get(0).points()).isEmpty();
  }

  @Test
  void theBusinesssOwnNumberIsNeverTheCustomer() {
    for (String name : List.of("calls.json", "state_sync.json")) {
      assertThat(Payloads.parse(Payloads.fixture(name)))
          .allSatisfy(element ->
              assertThat(element.points()).containsExactly(ContactPoint.phone("4915550100001")));
    }
  }

  @Test
  void aFailedStatusTellsItsCodesAndWhatTravelledWithIt() {
    StatusReceived status = (StatusReceived) event("status_failed.json", 0);
    assertThat(status.status().known()).contains(MessageStatus.Known.FAILED);
    assertThat(status.errorCodes()).containsExactly(131026);
    assertThat(status.callbackData()).contains("wx1.6f1c1d52-6b7e-4c0f-9f3a-0a0b0c0d0e0f.mine");
    assertThat(status.recipient()).containsExactly(ContactPoint.phone("4915550100001"));
  }

  @ParameterizedTest
  @CsvSource({"131026,541123456789", "131030,541123456789", "131047,"})
  void aFailedStatusKnowsTheOtherSpellingsOfItsNumber(int code, @Nullable String spelling) {
    StatusReceived status = (StatusReceived)
        Payloads.parse(Payloads.messages("\"statuses\":[{\"id\":\"m\",\"status\":\"failed\","
                + "\"recipient_id\":\"5491123456789\",\"errors\":[{\"code\":" + code + "}]}]"))
            .get(0)
            .event();
    assertThat(status.otherSpellings())
        .extracting(ContactPoint.Phone::value)
        .isEqualTo(spelling == null ? List.of() : List.of(spelling));
  }

  @Test
  void aStatusOfAnUnknownWordIsKept() {
    StatusReceived status = (StatusReceived)
        Payloads.parse(Payloads.messages("\"statuses\":[{\"id\":\"m\",\"status\":\"teleported\"}]"))
            .get(0)
            .event();
    assertThat(status.kind()).isEqualTo("status.teleported");
    assertThat(status.status().known()).isEmpty();
    assertThat(status.occurredAt()).isEqualTo(Payloads.ARRIVED);
  }

  @Test
  void aPreferenceTellsWhoChoseWhat() {
    PreferenceReceived stop = (PreferenceReceived) event("preferences.json", 0);
    assertThat(stop.customer()).containsExactly(ContactPoint.phone("4915550100001"));
    assertThat(stop.category()).isEqualTo("marketing_messages");
    assertThat(stop.value()).isEqualTo("stop");
    assertThat(stop.occurredAt()).isEqualTo(Instant.ofEpochSecond(1_789_000_013L));
    assertThat(event("preferences.json", 1).occurredAt())
        .isEqualTo(Instant.ofEpochSecond(1_789_000_014L));
  }

  @Test
  void anElementOfAnotherEntryKeepsItsOwnAccount() {
    List<WebhookElement> elements = Payloads.parse(Payloads.fixture("batch.json"));
    assertThat(elements.get(0).waba()).contains(new WabaId("222"));
    assertThat(elements.get(4).waba()).contains(new WabaId("888"));
    assertThat(elements.get(4).phoneNumberId()).isEmpty();
    assertThat(elements.get(4).occurredAt()).isEqualTo(Instant.ofEpochSecond(1_789_000_029L));
  }

  @Test
  void anUnknownMessageIsStillAMessageOfSomebody() {
    UnknownMessage message = (UnknownMessage) event("unknown_kind.json", 0);
    assertThat(message.kind()).isEqualTo("message.hologram");
    assertThat(message.from()).containsExactly(ContactPoint.phone("4915550100001"));
    assertThat(event("unknown_kind.json", 1).kind()).isEqualTo("message.unknown");
  }

  @Test
  void aMessageOfOddShapeNextToGoodOnesCostsThemNothing() {
    List<WebhookElement> elements = Payloads.parse(
        Payloads.messages(
            "\"messages\":[{},{\"id\":{\"a\":1},\"type\":\"text\"},{\"id\":\"m1\",\"type\":\"text\",\"text\":\"flat\"},"
                + "{\"id\":\"m2\",\"type\":\"text\",\"text\":{\"body\":[1]}},{\"id\":\"\",\"type\":7},"
                + "{\"from\":\"4915550100001\",\"id\":\"good\",\"type\":\"text\",\"text\":{\"body\":\"STOP\"}}]"));
    assertThat(elements).hasSize(6);
    assertThat(elements.subList(0, 5))
        .allSatisfy(odd -> assertThat(odd.event()).isInstanceOf(UnknownEvent.class));
    assertThat(((TextReceived) elements.get(5).event()).text()).isEqualTo("STOP");
  }

  @Test
  void aListOfOddShapeNextToAGoodOneCostsItNothing() {
    List<WebhookElement> elements = Payloads.parse(
        Payloads.messages(
            "\"statuses\":\"none\",\"errors\":{\"code\":1},\"contacts\":7,\"messages\":[{\"id\":\"m\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}]"));
    assertThat(elements).extracting(WebhookElement::kind).containsExactly("message.text");
    assertThat(Payloads.leaves(elements.get(0).slice())).contains("none", "1", "7");
  }

  @Test
  void numbersTextsAndTruthValuesStandInForOneAnother() {
    TextReceived text = (TextReceived) message(
            "\"from\":4915550100001,\"id\":12345678901234567890,\"timestamp\":1789000001,\"type\":\"text\",\"text\":{\"body\":true}")
        .event();
    assertThat(text.id()).isEqualTo(new MessageId("12345678901234567890"));
    assertThat(text.from()).containsExactly(ContactPoint.phone("4915550100001"));
    assertThat(text.text()).isEqualTo("true");
    assertThat(text.occurredAt()).isEqualTo(Instant.ofEpochSecond(1_789_000_001L));
  }

  @Test
  void aTimeOutOfReachIsTheTimeOfArrival() {
    for (String time : List.of(
        "-1", "1e999999999", "99999999999999999999", "\"soon\"", "null", "{}", "1.5", "\"\"")) {
      assertThat(message("\"id\":\"m\",\"timestamp\":" + time).occurredAt())
          .as(time)
          .isEqualTo(Payloads.ARRIVED);
    }
  }

  @Test
  void aKindHoldsWordsOnlyNeverText() {
    for (String odd : List.of(
        "\"call me at 555\"",
        "\"a\\nb\"",
        "\"" + "x".repeat(65) + "\"",
        "\"\"",
        "{}",
        "\"\\u00e9\"")) {
      assertThat(message("\"id\":\"m\",\"type\":" + odd).kind()).isEqualTo("message.unknown");
      assertThat(Payloads.parse(
                  Payloads.messages("\"statuses\":[{\"id\":\"m\",\"status\":" + odd + "}]"))
              .get(0)
              .kind())
          .isEqualTo("status.unknown");
      assertThat(Payloads.parse(Payloads.change("flows", "{\"event\":" + odd + "}"))
              .get(0)
              .kind())
          .isEqualTo("flows");
    }
    assertThat(Payloads.parse(Payloads.change("a field!", "{\"event\":\"X\"}"))
            .get(0)
            .kind())
        .isEqualTo("unknown.X");
  }

  @Test
  void aCallsStatusIsNoMessagesStatus() {
    assertThat(event("calls.json", 1)).isInstanceOf(CallStatusReceived.class);
    assertThat(event("calls.json", 1).kind()).isEqualTo("calls");
  }

  @Test
  void aMessageOfTheHistoryIsNotReceivedNow() {
    assertThat(event("history.json", 0)).isNotInstanceOf(MessageReceived.class);
  }

  @Test
  void theSameEventHasTheSameKeyWheneverItArrives() {
    for (String name : Payloads.FIXTURES) {
      byte[] body = Payloads.fixture(name);
      List<WebhookElement> first = Payloads.parse(body);
      List<WebhookElement> again = WebhookParser.parse(
          new VerifiedPayload(body, Set.of()), Payloads.ARRIVED.plusSeconds(3_600));
      for (int i = 0; i < first.size(); i++) {
        assertThat(again.get(i).dedupeKey()).isEqualTo(first.get(i).dedupeKey());
      }
    }
  }

  @Test
  void noTwoElementsOfAllFixturesShareAKey() {
    Set<String> keys = new HashSet<>();
    for (String name : Payloads.FIXTURES) {
      for (WebhookElement element : Payloads.parse(Payloads.fixture(name))) {
        assertThat(keys.add(element.dedupeKey()))
            .as(name + " " + element.kind())
            .isTrue();
      }
    }
  }

  @Test
  void aMessageAndItsStatusesAreDifferentEvents() {
    Set<String> keys = new HashSet<>();
    for (WebhookElement element : Payloads.parse(Payloads.messages(
        "\"messages\":[{\"id\":\"m\",\"type\":\"text\"}],\"statuses\":[{\"id\":\"m\",\"status\":\"sent\"},"
            + "{\"id\":\"m\",\"status\":\"read\"},{\"id\":\"m\",\"status\":\"failed\"},"
            + "{\"id\":\"m\",\"status\":\"failed\",\"type\":\"payment\"}]"))) {
      keys.add(element.dedupeKey());
    }
    assertThat(keys).hasSize(5);
  }

  @Test
  void aBodyThatIsNoWebhookIsMalformed() {
    for (String body : List.of(
        "",
        "null",
        "[]",
        "7",
        "\"whatsapp_business_account\"",
        "{}",
        "{\"object\":\"page\",\"entry\":[]}",
        "{\"object\":\"whatsapp_business_account\"}",
        "{\"object\":[\"whatsapp_business_account\"],\"entry\":[]}",
        "{\"object\":\"whatsapp_business_account\",\"entry\":{}}",
        "{\"object\":\"whatsapp_business_account\",\"entry\":\"x\"}",
        "{\"object\":\"whatsapp_business_account\",\"entry\":[]} trailing")) {
      assertThatThrownBy(() -> Payloads.parse(body))
          .as(body)
          .isExactlyInstanceOf(MalformedPayloadException.class)
          .hasNoCause();
    }
  }

  @Test
  void aBodyWithoutEntriesHoldsNothing() {
    assertThat(Payloads.parse("{\"object\":\"whatsapp_business_account\",\"entry\":[]}"))
        .isEmpty();
  }

  @Test
  void anEntryWithoutChangesIsOneUnknownEvent() {
    List<WebhookElement> elements = Payloads.parse(
        "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changed_fields\":[\"messages\"]}]}");
    assertThat(elements).hasSize(1);
    assertThat(elements.get(0).event()).isInstanceOf(UnknownChange.class);
    assertThat(elements.get(0).waba()).isEmpty();
  }

  @Test
  void theOrderOfTheDocumentIsKept() {
    StringBuilder list = new StringBuilder("\"messages\":[");
    for (int i = 0; i < 1_000; i++) {
      list.append(i == 0 ? "" : ",")
          .append("{\"id\":\"m")
          .append(i)
          .append("\",\"type\":\"text\"}");
    }
    List<WebhookElement> elements =
        Payloads.parse(Payloads.messages(list.append(']').toString()));
    assertThat(elements).hasSize(1_000);
    assertThat(elements.get(999).dedupeKey()).endsWith("m999");
  }

  @Test
  void noToStringShowsAnything() {
    for (String name : Payloads.FIXTURES) {
      for (WebhookElement element : Payloads.parse(Payloads.fixture(name))) {
        String all =
            element + " " + element.event() + " " + element.slice() + " " + element.points();
        assertThat(all)
            .doesNotContain("Probe")
            .doesNotContain("wamid")
            .doesNotContain("49155")
            .doesNotContain("DE.7")
            .doesNotContain("wx1.");
      }
    }
  }

  @Test
  void onlyAnObjectIsRestored() {
    for (String bytes : List.of("", "[]", "\"x\"", "{", "null")) {
      assertThatThrownBy(() -> WebhookElement.restore(new Opened.Plain(bytes.getBytes())))
          .isInstanceOf(MalformedPayloadException.class);
    }
    assertThat(WebhookElement.restore(new Opened.Plain("{}".getBytes())).event())
        .isInstanceOf(UnknownChange.class);
    assertThat(WebhookElement.restore(new Opened.Plain("{\"element\":7}".getBytes()))
            .slice())
        .isInstanceOf(JsonObject.class);
  }

  private static WebhookElement message(String members) {
    return Payloads.parse(Payloads.messages("\"messages\":[{" + members + "}]")).get(0);
  }

  private static WebhookEvent event(String fixture, int index) {
    return Payloads.parse(Payloads.fixture(fixture)).get(index).event();
  }
}
