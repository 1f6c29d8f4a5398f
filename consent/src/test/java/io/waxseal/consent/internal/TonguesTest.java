package io.waxseal.consent.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TonguesTest {
  @ParameterizedTest
  @CsvSource({
    "no, nb", "nn-NO, nb", "ms-MY, id", "ur, hi-Latn", "ur-Latn-PK, hi-Latn", "hi, hi",
        "hi-Latn, hi-Latn",
    "pt-BR, pt", "pt-PT, pt", "zh-Hant-TW, zh", "zh-Hans, zh", "yue-HK, zh", "tl, fil", "bs, hr",
    "sr-Latn-RS, hr", "sr, sr", "sr-Cyrl, sr", "en-GB, en", "x-unknown, und"
  })
  void severalTagsNameWhatOneTextServes(String tag, String served) {
    assertThat(Tongues.of(Locale.forLanguageTag(tag))).isEqualTo(Locale.forLanguageTag(served));
  }

  @Test
  void theTextOfTheTagItselfComesFirst() {
    Map<String, String> texts = Map.of("pt", "a", "pt-BR", "b", "no", "c", "zh-Hant", "d");
    assertThat(Tongues.text(texts, Locale.forLanguageTag("pt-BR"))).contains("b");
    assertThat(Tongues.text(texts, Locale.forLanguageTag("pt-AO"))).contains("a");
    assertThat(Tongues.text(texts, Locale.forLanguageTag("nb"))).contains("c");
    assertThat(Tongues.text(texts, Locale.forLanguageTag("zh"))).contains("d");
    assertThat(Tongues.text(texts, Locale.forLanguageTag("pl"))).isEmpty();
  }
}
