package io.waxseal.redaction;

import static io.waxseal.redaction.Redacted.redacted;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpelledTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I was born on March 3, 1979|I was born on [DATE_OF_BIRTH]",
        "born 22nd of Nov '84 in Leeds|born [DATE_OF_BIRTH] in Leeds",
        "nací el 5 de mayo de 1987|nací el [DATE_OF_BIRTH]",
        "né à Lyon le 1er avril 1983|né à Lyon le [DATE_OF_BIRTH]",
        "3 Ekim 1987 doğumluyum|[DATE_OF_BIRTH] doğumluyum",
        "1990年5月6日生まれ|[DATE_OF_BIRTH]生まれ",
        "생년월일 1991년 2월 14일|생년월일 [DATE_OF_BIRTH]",
        "ben 12.03.1985 doğumluyum|ben [DATE_OF_BIRTH] doğumluyum",
        "im 3/14/85 born|im [DATE_OF_BIRTH] born",
        "생년월일: 850314|생년월일: [DATE_OF_BIRTH]",
        "dob 140385|dob [DATE_OF_BIRTH]",
        "생년월일 85.03.14|생년월일 [DATE_OF_BIRTH]",
        "1985/03/14 is my birthday|[DATE_OF_BIRTH] is my birthday",
        "1985-3-14 (dob)|[DATE_OF_BIRTH] (dob)",
        "meu aniversário é 14/03/1985|meu aniversário é [DATE_OF_BIRTH]",
        "datum rođenja 14.03.1985|datum rođenja [DATE_OF_BIRTH]"
      })
  void aDateOfBirthMayNameItsMonthAndStandOnEitherSideOfItsWord(String message, String expected) {
    assertThat(redacted(message)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "born to run, 12 March",
        "wedding on 12 March 2026",
        "birthday? bring 12 march flowers 10:30",
        "swift delivery, thanks",
        "1985/14/03 is my birthday",
        "dob 851432",
        "delivered 2024/03/14 (birthday cake)",
        "12/05/25 born to run",
        "bic biros 20 pieces",
        "***-**-12"
      })
  void withoutItsWordOrItsPartsNothingIsFound(String message) {
    assertThat(redacted(message)).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4111 1111 1111 1111 exp 0927 cvv 123|[CREDIT_CARD] exp [CARD_EXPIRY] cvv [CARD_CVV]",
        "4111 1111 1111 1111 exp: 1220|[CREDIT_CARD] exp: [CARD_EXPIRY]",
        "4111 1111 1111 1111 exp 0149|[CREDIT_CARD] exp [CARD_EXPIRY]",
        "4111 1111 1111 1111 exp 1320|[CREDIT_CARD] exp 1320",
        "4111 1111 1111 1111 exp 0027|[CREDIT_CARD] exp 0027",
        "4111 1111 1111 1111 exp 0919|[CREDIT_CARD] exp 0919",
        "4111 1111 1111 1111 exp 0950|[CREDIT_CARD] exp 0950",
        "4111 1111 1111 1111 exp 0927h|[CREDIT_CARD] exp 0927h",
        "coupon exp 0927|coupon exp 0927"
      })
  void behindACardFourDigitsMayBeMonthAndYear(String message, String expected) {
    assertThat(redacted(message)).isEqualTo(expected);
  }

  @Test
  void theCodeOfABankNeedsNoDigit() {
    assertThat(redacted("BIC: BSCHESMM")).isEqualTo("BIC: [BIC]");
    assertThat(redacted("SWIFT BELADEBEXXX")).isEqualTo("SWIFT [BIC]");
    assertThat(redacted("SWIFT ABCDZZMM")).isEqualTo("SWIFT ABCDZZMM");
  }

  @Test
  void aMaskedSocialSecurityNumberStillHasItsLastFour() {
    assertThat(redacted("ssn ***-**-6789")).isEqualTo("ssn [US_SSN]");
    assertThat(redacted("last 4 of ssn: XXX-XX-9087")).isEqualTo("last 4 of ssn: [US_SSN]");
  }

  @Test
  void aCardExpiresInAMonthByName() {
    assertThat(redacted("my card expires june 2027")).isEqualTo("my card expires [CARD_EXPIRY]");
    assertThat(redacted("the milk expires june 2027")).isEqualTo("the milk expires june 2027");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "visa exp 09/27|visa exp [CARD_EXPIRY]",
        "карта до 09/27|карта до [CARD_EXPIRY]",
        "la factura vence 10/12|la factura vence 10/12",
        "offer valid until 05/06|offer valid until 05/06",
        "привезите до 10.12|привезите до 10.12",
        "буду до 10.30|буду до 10.30",
        "expires 09/55|expires 09/55"
      })
  void aDayAndMonthOrAnHourIsNoEndOfValidity(String message, String expected) {
    assertThat(redacted(message)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Use 7741 as your verification code|Use [OTP] as your verification code",
        "554 120 is your login code|[OTP] is your login code",
        "otp 93 02 11|otp [OTP]",
        "I got a text, it says 448219 is my code|I got a text, it says [OTP] is my code",
        "me llegó el código 4471|me llegó el código [OTP]",
        "пришёл код 4471|пришёл код [OTP]",
        "Seu código WhatsApp é 448-219|Seu código WhatsApp é [OTP]",
        "codul este 448219|codul este [OTP]",
        "Ihr Einmalpasswort: 448219|Ihr Einmalpasswort: [OTP]",
        "Никому не говорите код 4482|Никому не говорите код [OTP]",
        "[448219] 인증번호를 입력하세요|[[OTP]] 인증번호를 입력하세요",
        "Dear customer, use 4482 as OTP|Dear customer, use [OTP] as OTP",
        "ο κωδικός είναι 448219|ο κωδικός είναι [OTP]",
        "OTP bata do 7731|OTP bata do [OTP]",
        "o código que chegou foi 8830|o código que chegou foi [OTP]",
        "인증번호는 [8821] 입니다|인증번호는 [[OTP]] 입니다"
      })
  void aCodeMayStandAFewWordsFromItsWord(String message, String expected) {
    assertThat(redacted(message)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "use 2000 as your budget",
        "2024 is your year",
        "the code costs 150000 pesos",
        "discount code 2024 gives 10%",
        "otp for order 55123",
        "text 44821 for your code",
        "use order 4482 as otp",
        "[448219] order",
        "κωδικός προϊόντος 448219",
        "รหัสสินค้า 448219",
        "商品コード 445120"
      })
  void aNumberThatSpeaksOfSomethingElseIsNoCode(String message) {
    assertThat(redacted(message)).isEqualTo(message);
  }
}
