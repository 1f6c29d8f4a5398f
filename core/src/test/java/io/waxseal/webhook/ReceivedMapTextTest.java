package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Tenant;
import io.waxseal.json.JsonObject;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ReceivedMapTextTest {
  private static final Pattern MARK = Pattern.compile("^~.*~$", Pattern.DOTALL);
  private static final UnaryOperator<String> MARKED = text -> "~" + text + "~";
  private static final UnaryOperator<String> NOTHING = text -> "***";

  @Test
  void aTextIsChangedAndEventAndTreeAgree() {
    Received event = received("text.json", 0).mapText(MARKED);
    TextReceived text = (TextReceived) event.event();
    assertThat(text.text()).isEqualTo("~Ist das Caf\u00e9 \ud83d\ude00 heute offen?~");
    assertThat(text.senderName()).contains("~Lena Probe~");
    assertThat(Payloads.leaves(event.raw())).contains(text.text(), "~Lena Probe~");
    assertThat(Payloads.leaves(event.raw())).noneMatch(leaf -> leaf.startsWith("Ist das"));
  }

  @Test
  void whatIdentifiesAnEventOutlivesEveryFilter() {
    for (String name : Payloads.FIXTURES) {
      List<WebhookElement> elements = Payloads.parse(Payloads.fixture(name));
      for (int i = 0; i < elements.size(); i++) {
        WebhookElement before = elements.get(i);
        WebhookElement after = before.mapText(NOTHING);
        assertThat(after.field()).as(name).isEqualTo(before.field());
        assertThat(after.waba()).as(name).isEqualTo(before.waba());
        assertThat(after.phoneNumberId()).as(name).isEqualTo(before.phoneNumberId());
        if (List.of("messages", "user_preferences").contains(before.field())
            && !name.equals("errors.json")) {
          assertThat(after.kind()).as(name).isEqualTo(before.kind());
          if (!name.equals("group_status.json")) {
            assertThat(after.points()).as(name).isEqualTo(before.points());
          }
          assertThat(after.occurredAt()).as(name).isEqualTo(before.occurredAt());
          assertThat(after.event().getClass()).as(name).isEqualTo(before.event().getClass());
        }
      }
    }
  }

  @Test
  void addressesOfAnAdAreMetasAndStayAsTheyWere() {
    String url = "https://fb.me/346383854088476_8799841576752328";
    Received event = received(Payloads.messages(
        "\"messages\":[{\"from\":\"15550001111\",\"id\":\"wamid.a\",\"timestamp\":\"1789000001\","
            + "\"type\":\"text\",\"text\":{\"body\":\"hi\"},\"referral\":{\"source_url\":\"" + url
            + "\",\"headline\":\"h\"}}]"));
    Referral referral =
        ((MessageReceived) event.mapText(MARKED).event()).referral().orElseThrow();
    assertThat(referral.sourceUrl()).contains(url);
    assertThat(referral.headline()).contains("~h~");
  }

  @Test
  void idsOfAMessageStayAsTheyWere() {
    MessageReceived before = (MessageReceived) received("text.json", 0).event();
    MessageReceived after =
        (MessageReceived) received("text.json", 0).mapText(NOTHING).event();
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.to()).isEqualTo(before.to());
    assertThat(after.inReplyTo()).isEqualTo(before.inReplyTo());
  }

  @Test
  void statusAndCallbackDataStayAsTheyWere() {
    StatusReceived after =
        (StatusReceived) received("status_failed.json", 0).mapText(NOTHING).event();
    assertThat(after.callbackData()).contains("wx1.6f1c1d52-6b7e-4c0f-9f3a-0a0b0c0d0e0f.mine");
    assertThat(after.status().known()).contains(MessageStatus.Known.FAILED);
  }

  @Test
  void aPreferenceStaysWhatItWas() {
    PreferenceReceived after =
        (PreferenceReceived) received("preferences.json", 0).mapText(NOTHING).event();
    assertThat(after.value()).isEqualTo("stop");
    assertThat(after.category()).isEqualTo("marketing_messages");
    assertThat(Payloads.leaves(received("preferences.json", 0).mapText(NOTHING).raw()))
        .doesNotContain("wants less", "Lena Probe");
  }

  @Test
  void captionsAreTextAndMediaIdsAreNot() {
    Set<String> leaves = mapped("image.json", 0);
    assertThat(leaves)
        .contains("~the broken lamp~", "900001", "image/jpeg", "c2hhMjU2IG9mIGEgcGljdHVyZQ==");
  }

  @Test
  void theAnswerOfAFlowIsText() {
    assertThat(mapped("flow_reply.json", 0))
        .contains("~{\"flow_token\":\"t-1\",\"comment\":\"ring twice\"}~", "~Sent~")
        .noneMatch(leaf -> !MARK.matcher(leaf).matches() && leaf.contains("ring twice"));
  }

  @Test
  void anOrdersRemarkIsTextAndItsArticleIsNot() {
    assertThat(mapped("order.json", 0)).contains("~please hurry~", "700001", "sku-9");
  }

  @Test
  void everyTextOfAKindNobodyKnowsIsChangedHoweverDeep() {
    assertThat(mapped("unknown_kind.json", 0))
        .contains("~a title~", "~deep note~", "~3~", "~Lena Probe~", "hologram");
    assertThat(mapped("unknown_kind.json", 1)).contains("~Atelier~", "~52.5~");
    assertThat(mapped("unknown_field.json", 0)).contains("~mild~", "~RAIN~");
    assertThat(mapped("unknown_field.json", 1)).contains("~just a word~");
    assertThat(mapped("history.json", 0))
        .allMatch(leaf -> MARK.matcher(leaf).matches()
            || Set.of("222", "history", "threads", "15550001111", "111", arrived())
                .contains(leaf));
  }

  @Test
  void sharedContactsAndInteractiveTitlesAreText() {
    Received event = received(
        Payloads.messages(
            "\"messages\":[{\"from\":\"4915550100001\",\"id\":\"m\",\"type\":\"contacts\",\"contacts\":["
                + "{\"name\":{\"formatted_name\":\"Mia Muster\"},\"phones\":[{\"phone\":\"+49 155 5010 0007\",\"wa_id\":\"4915550100007\"}]}],"
                + "\"interactive\":{\"type\":\"list_reply\",\"list_reply\":{\"id\":\"row-1\",\"title\":\"Row\",\"description\":\"words\"}}}]"));
    assertThat(Payloads.leaves(event.mapText(MARKED).raw()))
        .contains("~Mia Muster~", "~+49 155 5010 0007~", "~4915550100007~", "~Row~", "~words~");
  }

  @Test
  void aMemberNamedLikeAnIdButDeeperIsText() {
    Received event = received(Payloads.messages(
        "\"messages\":[{\"from\":\"4915550100001\",\"id\":\"m\",\"type\":\"odd\",\"odd\":{\"id\":\"Maria\",\"from\":\"her\","
            + "\"type\":\"words\",\"timestamp\":\"noon\",\"context\":{\"id\":\"deep\"}}}]"));
    assertThat(Payloads.leaves(event.mapText(MARKED).raw()))
        .contains("~Maria~", "~her~", "~words~", "~noon~", "~deep~");
  }

  @Test
  void membersNamedLikeSurroundingsInsideAnElementAreText() {
    Received event = received(
        Payloads.change(
            "odd_field",
            "{\"waba\":\"a\",\"field\":\"b\",\"list\":\"c\",\"arrived\":\"d\",\"metadata\":{\"x\":\"e\"},\"contact\":\"f\"}"));
    assertThat(Payloads.leaves(event.mapText(MARKED).raw()))
        .contains("~a~", "~b~", "~c~", "~d~", "~f~");
  }

  @Test
  void aFilterThatChangesNothingLeavesTheTreeEqual() {
    for (String name : Payloads.FIXTURES) {
      for (WebhookElement element : Payloads.parse(Payloads.fixture(name))) {
        assertThat(element.mapText(UnaryOperator.identity()).slice()).isEqualTo(element.slice());
      }
    }
  }

  @Test
  void noFilterChangesTheEventItWasGiven() {
    Received before = received("text.json", 0);
    JsonObject raw = before.raw();
    before.mapText(NOTHING);
    assertThat(before.raw()).isSameAs(raw);
    assertThat(((TextReceived) before.event()).text()).startsWith("Ist");
  }

  @Test
  void filtersOneAfterAnotherSeeWhatTheFirstLeft() {
    Received event = received("text.json", 0)
        .mapText(text -> text.replace("heute", "morgen"))
        .mapText(text -> text.replace("morgen", "nie"));
    assertThat(((TextReceived) event.event()).text()).contains("nie").doesNotContain("heute");
    TextReceived kept = (TextReceived)
        WebhookElement.restore(new Opened.Plain(event.raw().toBytes())).event();
    assertThat(kept.text()).isEqualTo(((TextReceived) event.event()).text());
  }

  @Test
  void ownerAndIdOutliveAFilter() {
    Received before = received("text.json", 0);
    Received after = before.mapText(NOTHING);
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.owner()).isEqualTo(before.owner());
    assertThat(after.person()).isEqualTo(before.person());
  }

  @Test
  void whatBelongsToTheTenantNamesNobody() {
    Received event = Received.of(
        UUID.randomUUID(),
        Person.unnamed(Tenant.DEFAULT),
        Payloads.parse(Payloads.fixture("groups.json")).get(0));
    assertThat(event.person()).isEmpty();
    assertThat(event.tenant()).isEqualTo(Tenant.DEFAULT);
    assertThat(event.toString()).doesNotContain("group");
  }

  private static String arrived() {
    return Long.toString(Payloads.ARRIVED.getEpochSecond());
  }

  private static Set<String> mapped(String fixture, int index) {
    return new TreeSet<>(
        Payloads.leaves(received(fixture, index).mapText(MARKED).raw()));
  }

  private static Received received(String fixture, int index) {
    return received(Payloads.parse(Payloads.fixture(fixture)).get(index));
  }

  private static Received received(String body) {
    return received(Payloads.parse(body).get(0));
  }

  private static Received received(WebhookElement element) {
    return Received.of(UUID.randomUUID(), new Person(Tenant.DEFAULT, UUID.randomUUID()), element);
  }
}
