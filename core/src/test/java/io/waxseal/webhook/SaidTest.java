package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.MessageId;
import io.waxseal.webhook.Utterance.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SaidTest {
  @Test
  void tapsSayTheirWordsAndWhatIsBehindThem() {
    assertThat(said("taps.json", 0))
        .containsExactly(tap(Kind.BUTTON, "No more offers", "offers-off", 131));
    assertThat(said("taps.json", 1)).containsExactly(tap(Kind.BUTTON_REPLY, "Stop", "b-1", 132));
    assertThat(said("taps.json", 2))
        .containsExactly(tap(Kind.LIST_REPLY, "Unsubscribe", "row-1", 133));
  }

  @Test
  void anEditSaysTheNewWords() {
    assertThat(said("taps.json", 3)).containsExactly(words(Kind.EDIT, "STOP", 134));
    assertThat(said("taps.json", 4)).containsExactly(words(Kind.EDIT, "no more pictures", 135));
  }

  @Test
  void anEditIsAnEventWithItsOriginalAndItsText() {
    WebhookElement element = Payloads.parse(Payloads.fixture("taps.json")).get(3);
    EditReceived edit = (EditReceived) element.event();
    assertThat(edit.kind()).isEqualTo("message.edit");
    assertThat(edit.original()).contains(new MessageId("wamid.OWN0001"));
    assertThat(edit.text()).contains("STOP");
    EditReceived after = (EditReceived) element.mapText(text -> "***").event();
    assertThat(after.original()).contains(new MessageId("wamid.OWN0001"));
    assertThat(after.text()).contains("***");
  }

  @Test
  void anEditThatBorrowsTheIdOfItsMessageIsNotThatMessage() {
    List<WebhookElement> elements = Payloads.parse(
        Payloads.messages(
            "\"messages\":[{\"id\":\"m\",\"from\":\"4915550100001\",\"type\":\"text\",\"text\":{\"body\":\"hi\"}},"
                + "{\"id\":\"m\",\"from\":\"4915550100001\",\"type\":\"edit\",\"edit\":{\"original_message_id\":\"m\",\"message\":{\"type\":\"text\",\"text\":{\"body\":\"STOP\"}}}}]"));
    assertThat(elements.get(0).dedupeKey()).isNotEqualTo(elements.get(1).dedupeKey());
  }

  @Test
  void captionsOrdersAndFlowsAreSaid() {
    assertThat(kinds("image.json")).containsExactly(Kind.CAPTION);
    assertThat(kinds("order.json")).containsExactly(Kind.TEXT);
    Utterance flow = said("flow_reply.json", 0).get(0);
    assertThat(flow.kind()).isEqualTo(Kind.FLOW);
    assertThat(flow.text()).isEqualTo("Sent");
    assertThat(flow.payload()).contains("{\"flow_token\":\"t-1\",\"comment\":\"ring twice\"}");
  }

  @Test
  void wordsAreFoundWhateverTheTypeOfTheirMessage() {
    WebhookElement element = Payloads.parse(Payloads.messages(
            "\"messages\":[{\"id\":\"m\",\"type\":\"hologram\",\"text\":{\"body\":\"STOP\"}}]"))
        .get(0);
    assertThat(element.said()).extracting(Utterance::text).containsExactly("STOP");
  }

  @Test
  void aButtonWithoutWordsStillSaysItsPayload() {
    WebhookElement element = Payloads.parse(
            Payloads.messages(
                "\"messages\":[{\"id\":\"m\",\"type\":\"button\",\"button\":{\"payload\":\"offers-off\"}}]"))
        .get(0);
    assertThat(element.said().get(0).payload()).contains("offers-off");
  }

  @Test
  void reactionsPlacesAndWhatNobodyCouldReadSayNothing() {
    for (String message : List.of(
        "\"type\":\"reaction\",\"reaction\":{\"message_id\":\"x\",\"emoji\":\"STOP\"}",
        "\"type\":\"location\",\"location\":{\"name\":\"STOP\",\"latitude\":1,\"longitude\":2}",
        "\"type\":\"system\",\"system\":{\"body\":\"STOP\"}",
        "\"type\":\"unsupported\",\"errors\":[{\"code\":131051,\"title\":\"STOP\"}]",
        "\"type\":\"text\",\"text\":{\"body\":\"\"}",
        "\"type\":\"text\",\"text\":[\"STOP\"]")) {
      assertThat(Payloads.parse(Payloads.messages("\"messages\":[{\"id\":\"m\"," + message + "}]"))
              .get(0)
              .said())
          .as(message)
          .isEmpty();
    }
  }

  @Test
  void theWordsOfTheBusinessAreNotTheCustomers() {
    assertThat(said("state_sync.json", 1)).isEmpty();
    assertThat(said("standby.json", 2)).isEmpty();
  }

  @Test
  void payloadsBehindTapsSurviveTheFilters() {
    for (int at = 0; at < 3; at++) {
      WebhookElement element = Payloads.parse(Payloads.fixture("taps.json")).get(at);
      WebhookElement after = element.mapText(text -> "***");
      assertThat(after.said().get(0).payload()).isEqualTo(element.said().get(0).payload());
      assertThat(after.said().get(0).text()).isEqualTo("***");
    }
  }

  private static Utterance tap(Kind kind, String text, String payload, int second) {
    return new Utterance(kind, text, Optional.of(payload), at(second));
  }

  private static Utterance words(Kind kind, String text, int second) {
    return new Utterance(kind, text, Optional.empty(), at(second));
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(1_789_000_000L + second);
  }

  private static List<Kind> kinds(String name) {
    return said(name, 0).stream().map(Utterance::kind).toList();
  }

  private static List<Utterance> said(String name, int at) {
    return Payloads.parse(Payloads.fixture(name)).get(at).said();
  }
}
