package io.waxseal.redaction;

import static io.waxseal.redaction.Redacted.card;
import static io.waxseal.redaction.Redacted.redacted;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.internal.identifier.Ibans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardsTest {

  @Test
  void aCardBecomesItsLabel() {
    assertThat(redacted("card 4111 1111 1111 1111")).isEqualTo("card [CREDIT_CARD]");
  }

  @ParameterizedTest
  @CsvSource({
    "4,16",
    "4,19",
    "51,16",
    "2221,16",
    "2720,16",
    "34,15",
    "37,15",
    "300,14",
    "36,14",
    "38,14",
    "6011,16",
    "644,16",
    "65,16",
    "3528,16",
    "3589,16",
    "62,16",
    "62,19",
    "60,16",
    "81,16",
    "82,16",
    "508,16",
    "2200,16",
    "2204,16",
    "5067,16",
    "636368,16",
    "9792,16"
  })
  void everyIssuerRangeIsKnown(String prefix, int length) {
    assertThat(redacted("my card " + card(prefix, length))).isEqualTo("my card [CREDIT_CARD]");
  }

  @ParameterizedTest
  @CsvSource({
    "1,16", "7,16", "34,16", "51,15", "2220,16", "2721,16", "2205,16", "4,15", "4,17", "9,16",
    "3527,16", "3590,16"
  })
  void otherPrefixesAndLengthsAreNoCards(String prefix, int length) {
    String number = "my card " + card(prefix, length);
    assertThat(redacted(number)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"4111 1111 1111 1112", "4111-1111-1111-1121", "5555555555554443", "378282246310006"
      })
  void aWrongCheckDigitIsNoCard(String number) {
    assertThat(redacted("card " + number)).isEqualTo("card " + number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111-1111-1111-1111",
        "4111.1111.1111.1111",
        "4111\u00A01111\u00A01111\u00A01111",
        "4111\u202F1111\u202F1111\u202F1111",
        "4111\u20091111\u20091111\u20091111",
        "4111\u20111111\u20111111\u20111111",
        "4111－1111－1111－1111",
        "4111  1111  1111  1111",
        "4111 - 1111 - 1111 - 1111",
        "4111/1111/1111/1111",
        "3782 822463 10005",
        "3056 930902 5904",
        "41111111 11111111",
        "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1"
      })
  void everySeparatorIsRead(String number) {
    assertThat(redacted("x " + number + " y")).isEqualTo("x [CREDIT_CARD] y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "４１１１ １１１１ １１１１ １１１１",
        "٤١١١ ١١١١ ١١١١ ١١١١",
        "۴۱۱۱ ۱۱۱۱ ۱۱۱۱ ۱۱۱۱",
        "४१११ ११११ ११११ ११११",
        "৪১১১ ১১১১ ১১১১ ১১১১",
        "𝟒𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏",
        "๔๑๑๑ ๑๑๑๑ ๑๑๑๑ ๑๑๑๑",
        "4111 １１１１ ١١١١ ११११"
      })
  void digitsOfEveryScriptCount(String number) {
    assertThat(redacted(number + ".")).isEqualTo("[CREDIT_CARD].");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111\u200B1111\u200B1111\u200B1111",
        "\u202A4111 1111\u2060 1111 1111\u202C",
        "4\u200D1\u200D11 1111 1111 11\uFEFF11",
        "4️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣",
        "4111\u00AD1111\u00AD1111\u00AD1111"
      })
  void invisibleMarksBetweenDigitsDoNotHideACard(String number) {
    assertThat(redacted(number)).contains("[CREDIT_CARD]").doesNotContain("1111");
  }

  @Test
  void expiryAndCodeDirectlyBehindACardAreItsOwn() {
    String all = "[CREDIT_CARD] [CARD_EXPIRY] [CARD_CVV]";
    assertThat(redacted("4111 1111 1111 1111 12/27 123")).isEqualTo(all);
    assertThat(redacted("5555555555554444 09 28 999")).isEqualTo(all);
    assertThat(redacted("5555555555554444 13/28 999")).isEqualTo("[CREDIT_CARD] 13/28 999");
    assertThat(redacted("5555555555554444 09 28")).isEqualTo("[CREDIT_CARD] 09 28");
  }

  @Test
  void theFieldsOfACopiedListOfCardsAreFound() {
    assertThat(redacted("4111111111111111|12|27|123"))
        .isEqualTo("[CREDIT_CARD]|[CARD_EXPIRY]|[CARD_CVV]");
    assertThat(redacted("4111111111111111|12|27|x")).isEqualTo("[CREDIT_CARD]|12|27|x");
  }

  @Test
  void twoCardsInOneRunAreBothFound() {
    assertThat(redacted("4111 1111 1111 1111 5555 5555 5555 4444"))
        .isEqualTo("[CREDIT_CARD] [CREDIT_CARD]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1731234567890",
        "1731234567890123",
        "94111111111111111119",
        "a4111111111111111",
        "4111111111111111b",
        "4111111111111111222233334444",
        "2e7798f0-4111-4111-9111-111111111111",
        "12345678-4111-4111-8111-111111111111",
        "41111111-1111-1111-abcd-ef1234567890",
        "id 41111111-1111-1111-ABCD-EF123456789A",
        "card abcdefab-cdef-abcd-abcd-675900000000",
        "tracking 4111111111111111",
        "order no 5555555555554444",
        "part 77-4111-1111-1111-1111-09",
        "0x4111111111111111ff"
      })
  void whatOnlyLooksLikeACardIsLeft(String text) {
    assertThat(redacted(text)).isEqualTo(text);
  }

  @Test
  void anAccountNumberThatHoldsACardLookAlikeIsAnAccountNumber() {
    String body = "6391 4111 1111 1111 1111";
    String iban = iban("ES", body);
    assertThat(redacted(iban)).isEqualTo("[IBAN]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tarjeta: %s",
        "cartão %s",
        "Karte %s",
        "carte n° %s",
        "carta %s",
        "kartu %s",
        "البطاقة %s",
        "kart %s",
        "карта %s",
        "卡号%s",
        "カード番号は%sです",
        "카드번호 %s",
        "कार्ड %s",
        "visa%s",
        "*%s*",
        "(%s)",
        "order 12 paid by card %s",
        "_%s_ is my card"
      })
  void aCardIsFoundBesideWordsOfManyLanguages(String pattern) {
    String text = pattern.formatted("4111111111111111").replace("_4", " 4").replace("1_", "1 ");
    assertThat(redacted(text)).contains("[CREDIT_CARD]").doesNotContain("1111");
  }

  @Test
  void thirteenDigitsThatAreAProductCodeNeedAWordForCards() {
    assertThat(redacted("blue one 4053671435233")).isEqualTo("blue one 4053671435233");
    assertThat(redacted("card 4053671435233")).isEqualTo("card [CREDIT_CARD]");
    assertThat(redacted("blue one 4010990695848")).isEqualTo("blue one [CREDIT_CARD]");
  }

  private static String iban(String country, String body) {
    for (int check = 2; check < 99; check++) {
      String iban = "%s%02d %s".formatted(country, check, body);
      if (Ibans.cover(Redacted.text(iban), 5, iban.length())) {
        return iban;
      }
    }
    throw new AssertionError("one pair of check digits is right");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "•4111111111111111|•[CREDIT_CARD]",
        "•4111 1111 1111 1111|•[CREDIT_CARD]",
        "• 4111 1111 1111 1111|• [CREDIT_CARD]",
        "••4111111111111111|••[CREDIT_CARD]",
        "••••1111 4111111111111111|••••1111 [CREDIT_CARD]",
        "•4111111111111111 •5500005555555559|•[CREDIT_CARD] •[CREDIT_CARD]",
        "my card: •4111 1111 1111 1111|my card: •[CREDIT_CARD]"
      })
  void aBulletHidesNothing(String text, String expected) {
    assertThat(redacted(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"4111,1111,1111,1111", "no: 4111,1111,1111,1111, thanks", "(5500,0055,5555,5559)"})
  void fourGroupsJoinedByCommasAreACard(String text) {
    assertThat(redacted(text))
        .contains("[CREDIT_CARD]")
        .doesNotContain("1111")
        .doesNotContain("5559");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111,1111,1111,1111,1111",
        "1111,4111,1111,1111,1111",
        "4111,1111,1111,1112",
        "2019,2020,2021,2022",
        "41,111,111,111,111,111",
        "4,111,111,111,111,111",
        "4111, 1111, 1111, 1111",
        "4111,1111,1111",
        "411111,1111111111"
      })
  void otherListsOfNumbersAreNone(String text) {
    assertThat(redacted(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4111 1111 1111 1111,2027|[CREDIT_CARD],2027",
        "2027,4111 1111 1111 1111|2027,[CREDIT_CARD]",
        "1234,4111111111111111,5678|1234,[CREDIT_CARD],5678",
        "41111111 1111 1111,12|[CREDIT_CARD],12"
      })
  void aCommaBesideACardHidesNothing(String text, String expected) {
    assertThat(redacted(text)).isEqualTo(expected);
  }
}
