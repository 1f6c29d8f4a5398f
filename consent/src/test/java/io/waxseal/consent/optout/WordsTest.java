package io.waxseal.consent.optout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WordsTest {
  private final Locale usual = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(usual);
  }

  private static String folded(String text) {
    return String.join(" ", Words.of(text).list());
  }

  @Test
  void marksThatMakeAWordOfHindiAndThaiStay() {
    assertThat(folded("\u092c\u0902\u0926")).isEqualTo("\u092c\u0902\u0926");
    assertThat(String.join("", Words.of("\u0e2b\u0e22\u0e38\u0e14").list()))
        .isEqualTo("\u0e2b\u0e22\u0e38\u0e14");
  }

  @Test
  void aTurkishCapitalAndADotlessLetterAreOneLetterInEachLocale() {
    Locale.setDefault(new Locale("tr", "TR"));
    assertThat(folded("\u0130PTAL")).isEqualTo("iptal");
    assertThat(folded("IPTAL")).isEqualTo("iptal");
    assertThat(folded("\u0131ptal")).isEqualTo("iptal");
  }

  @Test
  void arabicLettersFoldAndTheLongStrokeGoes() {
    assertThat(folded("\u0625\u0644\u0640\u0640\u063a\u0627\u0621"))
        .isEqualTo(folded("\u0627\u0644\u063a\u0627\u0621"));
  }

  @Test
  void lettersOfAnotherAlphabetInALatinWordAreTakenForLatinOnes() {
    assertThat(folded("ST\u041eP")).isEqualTo("stop");
    assertThat(folded("st\u03bfp")).isEqualTo("stop");
    assertThat(folded("\u0441\u0442\u043e\u043f")).isEqualTo("\u0441\u0442\u043e\u043f");
  }

  @Test
  void invisibleCharactersAndAccentsAndEmphasisGo() {
    assertThat(folded("s\u200bt\u00ado\u200dp")).isEqualTo("stop");
    assertThat(folded("ARR\u00caT")).isEqualTo("arret");
    assertThat(folded("stooooop")).isEqualTo("stop");
    assertThat(folded("s t o p")).isEqualTo("stop");
  }

  @Test
  void aStopSignAloneIsADoubtBehindMarketingAndNothingElsewhere() {
    IntentDetector detector = IntentDetector.standard();
    Said sign = Said.typed("\ud83d\uded1");
    assertThat(detector.detect(sign)).isEqualTo(Heard.NOTHING);
    assertThat(detector.detect(sign.after(true, Optional.empty())).intent())
        .isEqualTo(Intent.PROVISIONAL);
  }
}
