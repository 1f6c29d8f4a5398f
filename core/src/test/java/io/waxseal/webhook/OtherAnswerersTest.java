package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.PhoneNumberId;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Testimony.Grade;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Conversations that somebody else answers, or answered: an agent of Meta's, or a phone. */
final class OtherAnswerersTest {
  private static final ContactPoint LENA = ContactPoint.phone("4915550100001");
  private static final ContactPoint LENAS_ID = ContactPoint.bsuid("DE.70000000000000000003");

  @Test
  void aStopWhileAnAgentAnswersIsSaidAndOpensNoWindow() {
    WebhookElement element = fixture("standby.json", 0);
    assertThat(element.said()).extracting(Utterance::text).containsExactly("Stopp");
    assertThat(element.standby()).isTrue();
    assertThat(element.opensWindow()).isFalse();
    assertThat(element.byCustomer()).isTrue();
    assertThat(element.points()).containsExactly(LENA, LENAS_ID);
    assertThat(element.phoneNumberId()).contains(new PhoneNumberId("111"));
    assertThat(element.testimonies()).allMatch(said -> said.grade() == Grade.STRONG);
  }

  @Test
  void standbyIsReadWhetherItIsAnObjectAnArrayOrFlat() {
    String lists =
        "\"messages\":[{\"id\":\"m\",\"from\":\"4915550100001\",\"type\":\"text\",\"text\":{\"body\":\"STOP\"}}]";
    for (String value : List.of(
        "{\"standby\":{" + lists + "}}", "{\"standby\":[7,{" + lists + "}]}", "{" + lists + "}")) {
      List<WebhookElement> elements = Payloads.parse(Payloads.change("standby", value));
      assertThat(elements.get(0).said()).as(value).hasSize(1);
      assertThat(elements.get(0).event()).isInstanceOf(TextReceived.class);
    }
  }

  @Test
  void standbyOfAnOddShapeIsKeptWhole() {
    for (String value : List.of("7", "{\"standby\":\"x\"}", "{\"standby\":{\"note\":\"x\"}}")) {
      assertThat(Payloads.parse(Payloads.change("standby", value)))
          .as(value)
          .hasSize(1)
          .allMatch(element -> element.event() instanceof UnknownChange);
    }
  }

  @Test
  void aMessageOfStandbyAndTheSameMessageLaterAreTwoEvents() {
    String message = "[{\"id\":\"m\",\"type\":\"text\",\"text\":{\"body\":\"hi\"}}]";
    WebhookElement before = Payloads.parse(
            Payloads.change("standby", "{\"standby\":{\"messages\":" + message + "}}"))
        .get(0);
    WebhookElement now =
        Payloads.parse(Payloads.messages("\"messages\":" + message)).get(0);
    assertThat(before.dedupeKey()).isNotEqualTo(now.dedupeKey());
  }

  @Test
  void aHandoverReachesItsNumberAndItsCustomer() {
    WebhookElement element = fixture("handover.json", 0);
    HandoverReceived handover = (HandoverReceived) element.event();
    assertThat(element.namesPhoneNumberId()).isTrue();
    assertThat(handover.number()).contains(new PhoneNumberId("111"));
    assertThat(handover.customer()).containsExactly(LENA);
    assertThat(handover.previousOwner()).contains("ai_agent");
    assertThat(handover.newOwner()).contains("escalation");
    assertThat(handover.occurredAt()).isEqualTo(Instant.ofEpochSecond(1_789_000_111L));
    assertThat(element.byCustomer()).isFalse();
  }

  @Test
  void theFiltersSeeTheSummaryOfAHandoverAndNotItsIds() {
    WebhookElement after = fixture("handover.json", 0).mapText(text -> "***");
    assertThat(Payloads.leaves(after.slice()))
        .doesNotContain("Lena asks for a bigger table", "a note");
    assertThat(after.points()).containsExactly(LENA);
    assertThat(after.phoneNumberId()).contains(new PhoneNumberId("111"));
  }

  @Test
  void eachThreadOfAHistoryIsOneCustomers() {
    List<WebhookElement> elements = Payloads.parse(Payloads.fixture("history_threads.json"));
    assertThat(elements.get(0).points()).containsExactly(LENA, LENAS_ID);
    assertThat(elements.get(1).points())
        .containsExactly(ContactPoint.bsuid("DE.70000000000000000002"));
    assertThat(elements.subList(0, 2)).allSatisfy(thread -> {
      assertThat(Payloads.leaves(thread.slice())).contains("80", "111");
      assertThat(thread.testimonies()).allMatch(said -> said.grade() == Grade.WEAK);
      assertThat(thread.opensWindow()).isFalse();
    });
  }

  @Test
  void onlyTheCustomersWordsOfAThreadAreSaidEachAtItsTime() {
    WebhookElement thread = fixture("history_threads.json", 0);
    assertThat(thread.said()).extracting(Utterance::text).containsExactly("STOP");
    assertThat(thread.said().get(0).at()).isEqualTo(Instant.ofEpochSecond(1_788_000_152L));
    assertThat(thread.occurredAt()).isEqualTo(Instant.ofEpochSecond(1_788_000_152L));
    assertThat(thread.byCustomer()).isTrue();
  }

  @Test
  void aThreadOfTheBusinessAloneIsNotByTheCustomer() {
    WebhookElement thread = fixture("history.json", 0);
    assertThat(thread.points()).containsExactly(LENA);
    assertThat(thread.byCustomer()).isFalse();
    assertThat(thread.said()).isEmpty();
  }

  @Test
  void aThreadOfAGroupIsNobodys() {
    WebhookElement thread = Payloads.parse(
            Payloads.change(
                "history",
                "{\"history\":[{\"threads\":[{\"id\":\"Z3JvdXA6MTIzNDU2\",\"messages\":[{\"from\":\"4915550100001\",\"type\":\"text\",\"text\":{\"body\":\"STOP\"}}]}]}]}"))
        .get(0);
    assertThat(thread.points()).isEmpty();
    assertThat(thread.byCustomer()).isFalse();
  }

  @Test
  void anOddThreadCostsItsSiblingsNothing() {
    List<WebhookElement> elements = Payloads.parse(
        Payloads.change(
            "history",
            "{\"history\":[7,{\"metadata\":{\"phase\":1},\"note\":\"n\",\"threads\":[\"odd\",{\"id\":\"4915550100001\",\"messages\":[]}]},{\"threads\":[]}]}"));
    assertThat(elements.get(0).points()).containsExactly(LENA);
    assertThat(elements.stream().flatMap(each -> Payloads.leaves(each.slice()).stream()))
        .contains("7", "odd", "n", "1");
  }

  @Test
  void aTemplatesNewCategoryIsToldFromAnAnnouncedOne() {
    TemplateCategoryChanged changed =
        (TemplateCategoryChanged) fixture("template_category.json", 0).event();
    assertThat(changed.name()).isEqualTo("table_ready");
    assertThat(changed.language()).isEqualTo("de");
    assertThat(changed.templateId()).contains("900100");
    assertThat(changed.category()).isEqualTo("MARKETING");
    assertThat(changed.previousCategory()).contains("UTILITY");
    assertThat(changed.announcedCategory()).isEmpty();
    TemplateCategoryChanged announced =
        (TemplateCategoryChanged) fixture("template_category.json", 1).event();
    assertThat(announced.category()).isEqualTo("UTILITY");
    assertThat(announced.announcedCategory()).contains("MARKETING");
  }

  private static WebhookElement fixture(String name, int at) {
    return Payloads.parse(Payloads.fixture(name)).get(at);
  }
}
