package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.json.JsonValue;
import io.waxseal.person.Opened;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OddSiblingsTest {
  private static final String GOOD =
      "{\"from\":\"4915550100001\",\"id\":\"good\",\"type\":\"text\",\"text\":{\"body\":\"STOP\"}}";

  @Test
  void aMessageThatIsNoObjectCostsItsSiblingsNothing() {
    List<WebhookElement> elements =
        Payloads.parse(Payloads.messages("\"messages\":[7," + GOOD + ",null]"));
    assertThat(elements).extracting(WebhookElement::kind).contains("message.text");
  }

  @Test
  void aContactThatIsNoObjectCostsTheOthersNothing() {
    List<WebhookElement> elements = Payloads.parse(Payloads.messages(
        "\"contacts\":[null,{\"wa_id\":\"4915550100001\",\"profile\":{\"name\":\"Lena\"}}],\"messages\":["
            + GOOD + "]"));
    assertThat(((TextReceived) elements.get(0).event()).senderName()).contains("Lena");
  }

  @Test
  void aChangeThatIsNoObjectCostsItsSiblingsNothing() {
    String body = Payloads.messages("\"messages\":[" + GOOD + "]")
        .replace("\"changes\":[", "\"changes\":[7,");
    assertThat(Payloads.parse(body)).extracting(WebhookElement::kind).contains("message.text");
  }

  @Test
  void anEntryWhoseChangesAreNoArrayCostsItsSiblingsNothing() {
    String body = Payloads.messages("\"messages\":[" + GOOD + "]")
        .replace("\"entry\":[", "\"entry\":[{\"id\":\"222\",\"changes\":\"x\"},");
    assertThat(Payloads.parse(body)).extracting(WebhookElement::kind).contains("message.text");
  }

  @Test
  void anEntryThatIsNoObjectCostsItsSiblingsNothing() {
    String body =
        Payloads.messages("\"messages\":[" + GOOD + "]").replace("\"entry\":[", "\"entry\":[7,");
    assertThat(Payloads.parse(body)).extracting(WebhookElement::kind).contains("message.text");
  }

  @Test
  void nothingOfADocumentIsLost() {
    for (String body : List.of(
        Payloads.messages(
            "\"contacts\":[{\"wa_id\":\"4915550100009\",\"profile\":{\"name\":\"nobodys\"}}],"
                + "\"messages\":[" + GOOD + "]"),
        Payloads.messages("\"contacts\":\"odd\",\"messages\":[" + GOOD + "]"),
        Payloads.messages("\"messages\":[" + GOOD + "]")
            .replace("\"field\":", "\"beside_value\":\"change\",\"field\":"),
        Payloads.messages("\"messages\":[" + GOOD + "]")
            .replace("\"changes\":", "\"beside_changes\":\"entry\",\"changes\":"),
        Payloads.messages("\"messages\":[" + GOOD + "]")
            .replace("\"entry\":", "\"beside_entry\":\"root\",\"entry\":"))) {
      Set<String> lost = Payloads.leaves(JsonValue.parse(body));
      Payloads.parse(body).forEach(element -> lost.removeAll(Payloads.leaves(element.slice())));
      assertThat(lost).as(body).isSubsetOf("whatsapp_business_account", "whatsapp");
    }
  }

  @Test
  void aNullMemberSurvivesBeingKept() {
    WebhookElement element = Payloads.parse(
            Payloads.change("phone_number_name_update", "{\"rejection_reason\":null}"))
        .get(0);
    assertThat(WebhookElement.restore(new Opened.Plain(element.toBytes())).slice())
        .isEqualTo(element.slice());
  }

  @Test
  void aParticipantKnownByParentIdOnlyIsAnotherStatus() {
    List<WebhookElement> elements = Payloads.parse(
        Payloads.messages(
            "\"statuses\":[{\"id\":\"m\",\"status\":\"read\",\"recipient_type\":\"group\",\"recipient_participant_parent_user_id\":\"DE.ENT.1\"},"
                + "{\"id\":\"m\",\"status\":\"read\",\"recipient_type\":\"group\",\"recipient_participant_parent_user_id\":\"DE.ENT.2\"}]"));
    assertThat(elements.get(0).dedupeKey()).isNotEqualTo(elements.get(1).dedupeKey());
  }
}
