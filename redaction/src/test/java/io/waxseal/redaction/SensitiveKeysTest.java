package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.detect.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names of members make a value secret whatever it looks like, and which only speak about one. */
class SensitiveKeysTest {

  @ParameterizedTest
  @CsvSource({
    "password, SECRET_PASSWORD",
    "user.PASSWD, SECRET_PASSWORD",
    "newPwd, SECRET_PASSWORD",
    "2pin, SECRET_PASSWORD",
    "userPin2, SECRET_PASSWORD",
    "mypassword, SECRET_PASSWORD",
    "code, ",
    "hint, ",
    "contraseña, SECRET_PASSWORD",
    "pinCode1, ",
    "card_number, CREDIT_CARD",
    "cardNumber, CREDIT_CARD",
    "the-cc-number, CREDIT_CARD",
    "security_code, CARD_CVV",
    "cardSecurityCode, CARD_CVV",
    "app_secret, SECRET_PASSWORD",
    "verify_token_old, SECRET_PASSWORD",
    "otp, OTP"
  })
  void aNameOfASecretDecidesWhateverStandsAroundIt(String name, String type) {
    assertThat(SensitiveKeys.typeOf(name).map(EntityType::name).orElse(null)).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "_",
        "12",
        "password_reset_url",
        "pinLength",
        "otp.expires",
        "pin_code",
        "cardholder",
        "number",
        "spinner",
        "passwords_of"
      })
  void aNameThatOnlySpeaksAboutASecretDecidesNothing(String name) {
    assertThat(SensitiveKeys.typeOf(name)).isEmpty();
  }

  @Test
  void aNameIsContextByItsWordsUnlessItSaysNothing() {
    assertThat(SensitiveKeys.context("orderNote_2")).isEqualTo("order_note: ");
    assertThat(SensitiveKeys.context("bankName")).isEqualTo("bank_name: ");
    assertThat(SensitiveKeys.context("x")).isEqualTo("x: ");
    assertThat(SensitiveKeys.context("a".repeat(64))).isEqualTo("a".repeat(64) + ": ");
    assertThat(SensitiveKeys.context("a".repeat(65))).isEmpty();
    assertThat(SensitiveKeys.context("error_code")).isEmpty();
    assertThat(SensitiveKeys.context("auth_code")).isEqualTo("auth_code: ");
    assertThat(SensitiveKeys.context("7")).isEmpty();
  }

  @Test
  void aLongNameIsReadAtItsBeginning() {
    assertThat(SensitiveKeys.typeOf("pin_" + "x".repeat(1_000))).isPresent();
    assertThat(SensitiveKeys.typeOf("x".repeat(61) + "_pin")).isEmpty();
    assertThat(SensitiveKeys.typeOf("x".repeat(60) + "_pin")).isPresent();
  }
}
