package io.waxseal.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.json.JsonString;
import io.waxseal.person.ContactPoint;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits, copies and texts of what can be sent. */
class MessageTest {
  private static final ContactPoint TO = ContactPoint.phone("15550001111");

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<List<TemplateComponent>> cards(int count) {
    List<List<TemplateComponent>> cards = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cards.add(List.of(TemplateComponent.body(List.of(TemplateParameter.text("card")))));
    }
    return cards;
  }

  @Test
  void aTextHas1To4096CodePoints() {
    String astral = "\ud83d\ude00".repeat(4_096);
    assertThat(TextMessage.to(TO, astral).body()).isEqualTo(astral);
    refused(() -> TextMessage.to(TO, astral + "a"));
    refused(() -> TextMessage.to(TO, ""));
    refused(() -> TextMessage.to(TO, " \n\t"));
  }

  @Test
  void aTemplateTextHas1To1024Characters() {
    TemplateParameter.text("a".repeat(1_024));
    refused(() -> TemplateParameter.text("a".repeat(1_025)));
    refused(() -> TemplateParameter.text(""));
    refused(() -> TemplateParameter.named("", "a"));
    refused(() -> TemplateParameter.payload("a".repeat(257)));
    refused(() -> TemplateParameter.couponCode("a".repeat(16)));
  }

  @Test
  void mediaIsFetchedOverHttpsOnly() {
    for (String link : List.of("http://x.example/a", "file:///a", "/a", "data:,a")) {
      refused(() -> TemplateParameter.media(TemplateParameter.MediaKind.IMAGE, URI.create(link)));
    }
  }

  @Test
  void buttonsAndCardsAreCounted() {
    refused(() -> TemplateComponent.button(TemplateComponent.ButtonKind.URL, -1));
    refused(() -> TemplateComponent.button(TemplateComponent.ButtonKind.URL, 10));
    refused(() -> TemplateComponent.carousel(cards(1)));
    refused(() -> TemplateComponent.carousel(cards(11)));
    TemplateComponent.carousel(cards(2));
    TemplateComponent.carousel(cards(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Upper", "a-b", "a b", "a\n", "../a"})
  void aTemplateNameReadsLikeOne(String name) {
    refused(() -> TemplateMessage.to(TO, name, "en"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "e", "EN", "en-US", "en_us", "en_US_x", "english"})
  void aLanguageReadsLikeOne(String language) {
    refused(() -> TemplateMessage.to(TO, "any", language));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "A", "a b", "a_b", "a\n"})
  void aPurposeReadsLikeOne(String purpose) {
    refused(() -> TextMessage.to(TO, "hi").purpose(purpose));
    refused(() -> TemplateMessage.to(TO, "any", "en").purpose(purpose));
  }

  @Test
  void aPurposeHasAtMost64Characters() {
    TextMessage.to(TO, "hi").purpose("a".repeat(64));
    refused(() -> TextMessage.to(TO, "hi").purpose("a".repeat(65)));
  }

  @Test
  void aTextIsAReplyUnlessSaidAndATemplateHasNoPurposeOfItsOwn() {
    assertThat(TextMessage.to(TO, "hi").purpose()).contains("service.reply");
    assertThat(TemplateMessage.to(TO, "any", "en").purpose()).isEmpty();
    assertThat(TemplateMessage.to(TO, "any", "en").isTemplate()).isTrue();
    assertThat(TextMessage.to(TO, "hi").isTemplate()).isFalse();
  }

  @Test
  void eachSetterKeepsEverythingElse() {
    TextMessage text = TextMessage.to(TO, "hi")
        .inReplyTo(new MessageId("wamid.1"))
        .previewUrl(true)
        .purpose("utility.order")
        .from(new PhoneNumberId("1001"))
        .mapText(body -> body + "!");
    assertThat(text.purpose()).contains("utility.order");
    assertThat(text.from()).contains(new PhoneNumberId("1001"));
    assertThat(text.to()).isEqualTo(TO);
    assertThat(text.content().toText())
        .isEqualTo("{\"context\":{\"message_id\":\"wamid.1\"},\"type\":\"text\","
            + "\"text\":{\"preview_url\":true,\"body\":\"hi!\"}}");
  }

  @Test
  void aTemplateIsNotChangedByItsCopies() {
    TemplateMessage bare = TemplateMessage.to(TO, "any", "en");
    bare.body("one").with(TemplateComponent.header(TemplateParameter.text("two")));
    assertThat(bare.content().toText())
        .isEqualTo("{\"type\":\"template\",\"template\":{\"name\":\"any\","
            + "\"language\":{\"code\":\"en\"}}}");
  }

  @Test
  void aMessageMayBeForOneIdentityKeyAlone() {
    TextMessage pinned = TextMessage.to(TO, "statement").onlyIfIdentityIs("DF2lS5v2W6x=");
    assertThat(pinned.identityKeyHash()).contains("DF2lS5v2W6x=");
    assertThat(pinned.mapText(text -> "!").correlation("c-1").identityKeyHash()).isPresent();
    refused(() -> pinned.onlyIfIdentityIs(""));
    refused(() -> pinned.onlyIfIdentityIs("with a space"));
    refused(() -> pinned.onlyIfIdentityIs("x".repeat(129)));
  }

  @Test
  void mapTextReachesEveryTextOfATemplateAndNoNameInIt() {
    TemplateMessage message = TemplateMessage.to(TO, "any", "en")
        .with(TemplateComponent.header(
            TemplateParameter.media(TemplateParameter.MediaKind.IMAGE, "4242")))
        .with(TemplateComponent.body(List.of(
            TemplateParameter.named("place", "text"),
            TemplateParameter.currency("text", "USD", 5),
            TemplateParameter.dateTime("text"))))
        .with(TemplateComponent.button(
            TemplateComponent.ButtonKind.QUICK_REPLY, 0, TemplateParameter.payload("kept")))
        .with(TemplateComponent.carousel(cards(2)))
        .mapText(text -> "#" + text);
    String json = message.content().toText();
    assertThat(json.split("#text", -1)).hasSize(4);
    assertThat(json.split("#card", -1)).hasSize(3);
    assertThat(json)
        .contains("\"parameter_name\":\"place\"")
        .contains("\"code\":\"USD\"")
        .contains("\"id\":\"4242\"")
        .contains("\"type\":\"payload\",\"payload\":\"kept\"")
        .contains("\"sub_type\":\"quick_reply\"");
  }

  @Test
  void aTextMappedBeyondTheLimitIsRefused() {
    refused(() -> TextMessage.to(TO, "hi").mapText(text -> ""));
    refused(() -> TextMessage.to(TO, "hi").mapText(text -> "a".repeat(5_000)));
  }

  @Test
  void nothingOfAMessageShowsInToString() {
    assertThat(TextMessage.to(TO, "planted")).hasToString("Message[text]");
    assertThat(TemplateMessage.to(TO, "planted", "en")).hasToString("Message[template]");
    assertThat(TemplateParameter.text("planted").toString()).doesNotContain("planted");
    assertThat(
            TemplateComponent.body(List.of(TemplateParameter.text("planted"))).toString())
        .doesNotContain("planted");
  }

  @Test
  void anyTextTravelsAsValidJson() {
    String nasty = "\"\\\u0000\u001f\u2028\u2029</script>\ud83d\ude00\u202e";
    byte[] json = TextMessage.to(TO, nasty).content().toBytes();
    var read = (io.waxseal.json.JsonObject) io.waxseal.json.JsonValue.parse(json);
    var text = (io.waxseal.json.JsonObject) read.get("text").orElseThrow();
    assertThat(text.get("body")).contains(new JsonString(nasty));
  }
}
