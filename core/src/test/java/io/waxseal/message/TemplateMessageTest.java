package io.waxseal.message;

import static io.waxseal.message.Samples.TO;
import static io.waxseal.message.Samples.json;
import static io.waxseal.message.Samples.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.json.JsonString;
import io.waxseal.message.TemplateMessage.ProductPolicy;
import io.waxseal.message.part.Attachment;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Components, parameters and limits of templates. */
class TemplateMessageTest {
  private static final TemplateMessage BARE = TemplateMessage.to(TO, "any", "en");

  static Stream<Message> samples() {
    return Samples.templates();
  }

  private static void refused(Runnable call, String... words) {
    var refusal = assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("planted");
    for (String word : words) {
      refusal.hasMessageContaining(word);
    }
  }

  private static String component(TemplateComponent component) {
    return component.json().toText();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void mapTextReachesWhatAPersonReadsAndNothingElse(Message message) {
    Map<String, String> after =
        Samples.strings(message.mapText(text -> "!" + text.substring(1)).content());
    Samples.strings(message.content())
        .forEach((path, text) -> assertThat(after)
            .containsEntry(path, text.startsWith("~") ? "!" + text.substring(1) : text));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsMappedTwiceIsMappedTwice(Message message) {
    Message once = message.mapText(text -> text + "a");
    assertThat(once.mapText(text -> text + "b").content())
        .isEqualTo(message.mapText(text -> text + "ab").content());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aCopyKeepsWhatItIsACopyOf(Message message) {
    Message copy = ((TemplateMessage) message).purpose("utility.order").despiteStop("law");
    assertThat(copy.content()).isEqualTo(message.content());
    assertThat(copy.edge()).isEqualTo(message.edge());
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("text", 1_024, use(TemplateParameter::text)),
        Arguments.of("header", 60, use(TemplateComponent::header)),
        Arguments.of("amount", 1_024, use(text -> TemplateParameter.currency(text, "USD", 1))),
        Arguments.of("date", 1_024, use(TemplateParameter::dateTime)),
        Arguments.of("code", 15, use(BARE::oneTimeCode)),
        Arguments.of("coupon", 15, use(text -> TemplateComponent.couponCode(0, text))),
        Arguments.of("payload", 256, use(text -> TemplateComponent.quickReply(0, text))),
        Arguments.of("link", 1_024, use(text -> TemplateComponent.url(0, text))),
        Arguments.of("card", 160, use(text -> carousel(2, text))));
  }

  private static Consumer<String> use(Consumer<String> use) {
    return use;
  }

  private static TemplateComponent carousel(int cards, String text) {
    return TemplateComponent.carousel(
        Collections.nCopies(cards, List.of(TemplateComponent.body(text))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void aTextHasItsLengthInCodePoints(String what, int most, Consumer<String> use) {
    String planted = "\ud83d\ude00";
    assertThatCode(() -> use.accept(planted.repeat(most))).doesNotThrowAnyException();
    assertThatThrownBy(() -> use.accept(planted.repeat(most + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(most))
        .hasMessageContaining(String.valueOf(most + 1))
        .hasMessageNotContaining(planted);
    refused(() -> use.accept(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"planted\tx", "planted\nx", "planted\rx", "planted     x"})
  void aParameterHasNoLineBreakNoTabAndNoFiveSpaces(String text) {
    refused(() -> TemplateParameter.text(text), "it has");
    refused(() -> BARE.body("x", text), "it has");
    refused(() -> TemplateParameter.named("place", text), "it has");
    refused(() -> TemplateParameter.currency(text, "USD", 1), "it has");
    refused(() -> TemplateParameter.dateTime(text), "it has");
    refused(() -> TemplateComponent.header(text), "it has");
    refused(() -> TemplateComponent.url(0, text), "it has");
    refused(() -> BARE.body("x").mapText(old -> text), "it has");
  }

  @Test
  void fourSpacesInARowAreTaken() {
    assertThatCode(() -> BARE.body("a    b    c")).doesNotThrowAnyException();
    refused(() -> BARE.body("a      b"), "at most 4", "it has 6");
  }

  @Test
  void aTemplateHasEachComponentOnceAndAButtonAtAPlace() {
    TemplateMessage full =
        BARE.body("a").with(TemplateComponent.header("b")).with(TemplateComponent.url(3, "c"));
    refused(() -> full.body("planted"), "one body");
    refused(() -> full.with(TemplateComponent.header("planted")), "one header");
    refused(() -> full.with(TemplateComponent.quickReply(3, "planted")), "button 3");
    assertThatCode(() -> full.with(TemplateComponent.quickReply(4, "x")))
        .doesNotThrowAnyException();
  }

  @Test
  void cardsAreCountedAndHaveTheSameComponents() {
    refused(() -> carousel(1, "x"), "2 to 10", "1");
    refused(() -> carousel(11, "x"), "2 to 10", "11");
    List<TemplateComponent> card = List.of(TemplateComponent.quickReply(0, "planted"));
    for (TemplateComponent other : List.of(
        TemplateComponent.quickReply(1, "planted"),
        TemplateComponent.url(0, "planted"),
        TemplateComponent.body("planted"))) {
      refused(() -> TemplateComponent.carousel(List.of(card, List.of(other))), "number 2");
    }
    refused(() -> TemplateComponent.carousel(List.of(card, List.of())), "number 2");
    refused(
        () -> TemplateComponent.carousel(Collections.nCopies(
            2,
            List.of(
                TemplateComponent.url(0, "a"),
                TemplateComponent.url(1, "b"),
                TemplateComponent.url(2, "planted")))),
        "0 to 2");
    refused(
        () -> TemplateComponent.carousel(Collections.nCopies(2, List.of(carousel(2, "planted")))));
  }

  @Test
  void aHeaderOfTheSameKindMayBeAnotherFile() {
    List<TemplateComponent> id =
        List.of(TemplateComponent.header(TemplateParameter.image(Attachment.id("1"))));
    List<TemplateComponent> link =
        List.of(TemplateComponent.header(TemplateParameter.image(Samples.LINK)));
    List<TemplateComponent> video =
        List.of(TemplateComponent.header(TemplateParameter.video(Samples.LINK)));
    assertThatCode(() -> TemplateComponent.carousel(List.of(id, link))).doesNotThrowAnyException();
    refused(() -> TemplateComponent.carousel(List.of(id, video)), "image", "video");
  }

  @Test
  void aButtonIsAtOneOfTenPlaces() {
    TemplateComponent.quickReply(9, "a");
    refused(() -> TemplateComponent.quickReply(10, "planted"), "0 to 9", "10");
    refused(() -> TemplateComponent.catalog(-1), "0 to 9", "-1");
    refused(() -> TemplateComponent.voiceCall(0, 43_201, "planted"), "43200", "43201");
    refused(() -> TemplateComponent.voiceCall(0, 0, "planted"), "1 to 43200");
  }

  @Test
  void idsAndTokensAreNotBlank() {
    refused(() -> TemplateComponent.flow(0, " "));
    refused(() -> TemplateComponent.catalog(0, ""));
    refused(() -> TemplateParameter.product("", "planted"));
    refused(() -> TemplateParameter.product("planted", ""));
    refused(() -> TemplateParameter.document(Samples.LINK, " "));
    refused(() -> TemplateParameter.location(91, 0, "planted", "planted"), "-90 to 90");
    refused(() -> TemplateParameter.location(0, Double.NaN, "planted", "planted"), "180");
    refused(() -> TemplateComponent.tapTarget("planted", "title"));
    refused(() -> TemplateComponent.tapTarget("https://planted.example", ""));
  }

  @Test
  void aOneTimeCodeStandsInBodyAndButton() {
    assertThat(BARE.oneTimeCode("123456").content().toText())
        .endsWith(
            "\"components\":[{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"123456\"}]},"
                + "{\"type\":\"button\",\"sub_type\":\"url\",\"index\":\"0\","
                + "\"parameters\":[{\"type\":\"text\",\"text\":\"123456\"}]}]}}");
  }

  @Test
  void aFlowWithoutATokenHasMetasDefault() {
    assertThat(component(TemplateComponent.flow(0)))
        .endsWith("\"parameters\":[{\"type\":\"action\",\"action\":{\"flow_token\":\"unused\"}}]}");
  }

  @Test
  void cardsAreNumberedByPlace() {
    assertThat(component(carousel(3, "x")))
        .contains("\"card_index\":0", "\"card_index\":1", "\"card_index\":2");
  }

  @Test
  void whatTheHostWritesItselfIsReadWhole() {
    TemplateMessage message = template(TemplateComponent.header(
        TemplateParameter.of("hologram", json("{\"a\":[\"~x\"],\"b\":{\"c\":\"~y\"}}"))));
    assertThat(message.mapText(text -> "#").content().toText())
        .contains("{\"a\":[\"#\"],\"b\":{\"c\":\"#\"}}");
    refused(() -> TemplateParameter.of("type", new JsonString("planted")));
  }

  @Test
  void theMarketingEndpointHasItsOwnMembers() {
    assertThat(BARE.edge()).isEqualTo("messages");
    assertThat(BARE.marketing().edge()).isEqualTo("marketing_messages");
    assertThat(BARE.marketing().content()).isEqualTo(BARE.content());
    assertThat(BARE.activitySharing(true)
            .marketing(ProductPolicy.CLOUD_API_FALLBACK)
            .marketing()
            .content()
            .toText())
        .endsWith(",\"product_policy\":\"CLOUD_API_FALLBACK\",\"message_activity_sharing\":true}");
  }

  @Test
  void nothingOfItShowsInToString() {
    assertThat(template(TemplateComponent.flow(0, "planted"))).hasToString("Message[template]");
    assertThat(TemplateComponent.flow(0, "planted")).hasToString("TemplateComponent");
    assertThat(TemplateParameter.payload("planted")).hasToString("TemplateParameter");
  }
}
