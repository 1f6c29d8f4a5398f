package io.waxseal.consent.optout;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.webhook.Utterance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WordDetectorTest {
  private static final IntentDetector DETECTOR = IntentDetector.standard();

  private static Heard typed(String text) {
    return DETECTOR.detect(Said.typed(text));
  }

  private static Heard afterMarketing(String text) {
    return DETECTOR.detect(Said.typed(text).after(true, Optional.empty()));
  }

  private static Heard said(Utterance.Kind kind, String text, String payload) {
    return DETECTOR.detect(
        new Said(text, Optional.of(payload), kind, List.of(), true, Optional.empty()));
  }

  @Test
  void theTierSaysHowSureItIs() {
    assertThat(typed("unsubscribe").tier()).contains(Tier.T1);
    assertThat(typed("stop, please!").tier()).contains(Tier.T2);
    assertThat(afterMarketing("baja").tier()).contains(Tier.T1A);
    assertThat(typed("I don't want any more messages from you").tier()).contains(Tier.T3);
    assertThat(afterMarketing("unsubscirbe").tier()).contains(Tier.T4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel", "baja", "fin", "ende", "basta", "sair", "\u53d6\u6d88"})
  void anAmbiguousWordCountsOnlyBehindMarketing(String word) {
    assertThat(typed(word)).isEqualTo(Heard.NOTHING);
    assertThat(afterMarketing(word).scope()).isPresent();
  }

  @Test
  void anAdvertisedWordCountsWhateverItIs() {
    Said no = Said.typed("no!");
    assertThat(DETECTOR.detect(no)).isEqualTo(Heard.NOTHING);
    assertThat(DETECTOR.detect(no.after(true, Optional.of("NO"))).intent())
        .isEqualTo(Intent.OPT_OUT);
  }

  @Test
  void aQuestionHowToStopIsADoubtAndNoStop() {
    Heard heard = typed("how do I stop these messages?");
    assertThat(heard.intent()).isEqualTo(Intent.PROVISIONAL);
    assertThat(heard.scope()).contains(Scope.MARKETING);
  }

  @Test
  void whatSomebodyElseSaidIsNoStop() {
    assertThat(typed("my sister wrote \"stop texting me\" and you still do it to her"))
        .isEqualTo(Heard.NOTHING);
    assertThat(typed("\"stop\"").intent()).isEqualTo(Intent.OPT_OUT);
  }

  @Test
  void goodsAreRemovedWithoutRemovingTheCustomer() {
    assertThat(afterMarketing("please take the second item off my order")).isEqualTo(Heard.NOTHING);
    assertThat(afterMarketing("take me off your list").intent()).isEqualTo(Intent.OPT_OUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "does the offer stop on Sunday?",
        "quero sair \u00e0s 8, d\u00e1 tempo?",
        "the app wants me to opt out of cookies before I pay",
        "mein Sohn will sich vom Schwimmkurs abmelden",
        "no me ha llegado ning\u00fan mensaje",
        "ring ikke p\u00e5, send en sms",
      })
  void aRefusalOfSomethingElseIsNoStop(String text) {
    assertThat(typed(text)).isEqualTo(Heard.NOTHING);
  }

  @Test
  void aRefusalAmongOtherWordsIsADoubtBehindMarketing() {
    String text = "loved the boots but do not send these every week to everybody there";
    assertThat(typed(text)).isEqualTo(Heard.NOTHING);
    assertThat(afterMarketing("Loved the boots, cousin. Don't send it again").intent())
        .isEqualTo(Intent.PROVISIONAL);
  }

  @Test
  void aMisspeltRefusalIsADoubtBehindMarketing() {
    assertThat(typed("pls stpo sendign these")).isEqualTo(Heard.NOTHING);
    assertThat(afterMarketing("pls stpo sending these").intent()).isEqualTo(Intent.PROVISIONAL);
  }

  @Test
  void aLikelyLanguageIsOneWhoseWordsServe() {
    assertThat(Languages.spoken(List.of("xyz"), List.of(Locale.forLanguageTag("no"))))
        .extracting(language -> language.locale().toLanguageTag())
        .containsExactly("nb");
    assertThat(Languages.spoken(List.of("xyz"), List.of(Locale.forLanguageTag("ms-MY"))))
        .extracting(language -> language.locale().toLanguageTag())
        .containsExactly("id");
    assertThat(Languages.spoken(List.of("xyz"), List.of(Locale.forLanguageTag("hr"))))
        .isEmpty();
  }

  @Test
  void promotionsNamedAreAllThatStops() {
    assertThat(typed("no more offers please").scope()).contains(Scope.MARKETING);
    assertThat(typed("never write to me again").scope()).contains(Scope.ALL);
    assertThat(said(Utterance.Kind.BUTTON, "Stop promotions", "x").scope())
        .contains(Scope.MARKETING);
  }

  @Test
  void anErasureAndAStopInOneMessageAreBothHeard() {
    Heard heard = typed("delete all my data and stop texting me");
    assertThat(heard.intent()).isEqualTo(Intent.RIGHTS_ERASE);
    assertThat(heard.scope()).contains(Scope.ALL);
    assertThat(typed("delete all my data").scope()).isEmpty();
  }

  @Test
  void aButtonOfTheHostStartsNothing() {
    assertThat(typed("START").intent()).isEqualTo(Intent.OPT_IN_REQUEST);
    assertThat(said(Utterance.Kind.BUTTON_REPLY, "Start", "start")).isEqualTo(Heard.NOTHING);
    assertThat(said(Utterance.Kind.LIST_REPLY, "Subscribe", "x")).isEqualTo(Heard.NOTHING);
  }

  @Test
  void anUnsignedPayloadIsOnlyItsLabel() {
    assertThat(said(Utterance.Kind.BUTTON, "See offers", "wa-optout:marketing:AAAA"))
        .isEqualTo(Heard.NOTHING);
  }

  @Test
  void theAnswersOfAFlowAreRead() {
    Heard heard = said(
        Utterance.Kind.FLOW,
        "Sent",
        "{\"flow_token\":\"stop\",\"a\":[{\"b\":\"stop writing to me\"}]}");
    assertThat(heard.intent()).isEqualTo(Intent.OPT_OUT);
    assertThat(said(Utterance.Kind.FLOW, "Sent", "{\"flow_token\":\"stop\"}"))
        .isEqualTo(Heard.NOTHING);
    assertThat(said(Utterance.Kind.FLOW, "Sent", "{broken")).isEqualTo(Heard.NOTHING);
  }

  @Test
  void aTextOfTheGreatestLengthIsReadInTime() {
    String hostile = "do not ever please send me any more of these your ".repeat(80);
    assertThat(typed(hostile.substring(0, 4_000)).intent()).isNotNull();
    assertThat(typed("\u4e0d\u8981\u518d\u53d1".repeat(1_000)).intent()).isNotNull();
  }

  @Test
  void theStrictestOfTwoAnswersCountsAndTheWidestStop() {
    Heard sure = Heard.stop(Intent.OPT_OUT, Scope.MARKETING, "mine");
    Heard doubt = Heard.stop(Intent.PROVISIONAL, Scope.ALL, "mine");
    Heard start = Heard.of(Intent.OPT_IN_REQUEST, "mine");
    assertThat(Heard.strictest(List.of(doubt, sure)).intent()).isEqualTo(Intent.OPT_OUT);
    assertThat(Heard.strictest(List.of(sure, doubt)).scope()).contains(Scope.ALL);
    assertThat(Heard.strictest(List.of(start, sure))).isEqualTo(sure);
    assertThat(Heard.strictest(List.of())).isEqualTo(Heard.NOTHING);
  }

  @Test
  void eachLanguageSaysWhereItsWordsAreFromAndThatNobodyReviewedThem() {
    assertThat(Languages.ALL).hasSizeGreaterThan(30).allSatisfy(language -> {
      assertThat(language.fact("provenance")).isNotBlank();
      assertThat(language.fact("reviewedBy")).isEmpty();
      assertThat(language.section("stop")).isNotEmpty();
      assertThat(language.section("refuse")).isNotEmpty();
    });
  }
}
