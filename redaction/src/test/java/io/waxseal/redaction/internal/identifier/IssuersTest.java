package io.waxseal.redaction.internal.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuersTest {

  @ParameterizedTest
  @CsvSource({
    "340000, 15",
    "349999, 15",
    "350000, 16",
    "370000, 15",
    "379999, 15",
    "300000, 14",
    "309599, 14",
    "310000, 16",
    "360000, 14",
    "369999, 14",
    "380000, 14",
    "399999, 14",
    "400000, 16",
    "622222, 16"
  })
  void cardsOfAmericanExpressAndDinersAreShorterThanOthers(int prefix, int length) {
    assertThat(Issuers.usualLength(prefix)).isEqualTo(length);
    assertThat(Issuers.issue(prefix, length)).isEqualTo(prefix != 310000 && prefix != 350000);
  }

  @ParameterizedTest
  @CsvSource({"500000, true", "600000, true", "510000, false", "400000, false", "508000, false"})
  void onlyMaestroHasTwelveDigits(int prefix, boolean issued) {
    assertThat(Issuers.issue(prefix, 12)).isEqualTo(issued);
    assertThat(Issuers.issue(prefix, 11)).isFalse();
  }
}
