package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exactly what is covered of a text that holds a known number. */
class KnownNumberTest {

  @ParameterizedTest
  @CsvSource({
    "4915112345678, 4915112345678, 4915112345678",
    "4915112345678, +4915112345678., +4915112345678",
    "4915112345678, id (0151) 12345678!, (0151) 12345678",
    "4915112345678, no 00151 12345678, 00151 12345678",
    "4915112345678, order 123 151 12345678, 151 12345678",
    "4915112345678, 11 22 33 44 55 66 77 88 99 777 15112345678, 15112345678",
    "351912345678, dial 011351912345678, 011351912345678",
    "351912345678, 351 912 345 678 or so, 351 912 345 678",
    "351912345678, 3510912345678, 3510912345678",
    "1234567, id 1234567 ok, 1234567",
    "123456789012345, 123456789012345, 123456789012345"
  })
  void theNumberIsCoveredWithItsPrefixAndNoMore(String known, String text, String covered) {
    assertThat(covered(known, text)).contains(covered);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12315112345678", "order 48015112345678", "151 1234567", "1511234567812345678901"})
  void moreThanAPrefixOrLessThanTheNumberIsAnotherNumber(String text) {
    assertThat(covered("4915112345678", text)).isEmpty();
  }

  @Test
  void aCodeOfThreeDigitsIsNotAnyThreeDigits() {
    assertThat(covered("351912345678", "123912345678")).isEmpty();
  }

  @Test
  void everyPlaceWhereItStandsIsCovered() {
    assertThat(covered("4915112345678", "4915112345678, 015112345678"))
        .containsExactly("4915112345678", "015112345678");
  }

  private static List<String> covered(String known, String text) {
    List<String> covered = new ArrayList<>();
    new KnownNumber(known)
        .detect(text, found -> covered.add(text.substring(found.start(), found.end())));
    return covered;
  }
}
