package io.waxseal.redaction;

import static io.waxseal.redaction.Redacted.redacted;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: hunter2",
        "Password=hunter2",
        "PASSWORD : hunter2",
        "pwd=hunter2",
        "passwd -> hunter2",
        "my password is hunter2",
        "password hunter2",
        "the password for netflix is hunter2",
        "pass: hunter2",
        "contraseña: hunter2",
        "la contraseña es hunter2",
        "clave: hunter2",
        "senha: hunter2",
        "minha senha é hunter2",
        "Passwort: hunter2",
        "mein Passwort lautet hunter2",
        "Kennwort ist hunter2",
        "mot de passe : hunter2",
        "mdp: hunter2",
        "le mot de passe est hunter2",
        "la password è hunter2",
        "şifre: hunter2",
        "şifrem hunter2",
        "пароль: hunter2",
        "пароль — hunter2",
        "паролем hunter2",
        "كلمة السر: hunter2",
        "كلمة المرور هي hunter2",
        "رمز عبور: hunter2",
        "סיסמה: hunter2",
        "पासवर्ड: hunter2",
        "kata sandi: hunter2",
        "wachtwoord is hunter2",
        "hasło: hunter2",
        "lösenord: hunter2",
        "mật khẩu: hunter2",
        "รหัสผ่าน: hunter2",
        "密码是hunter2",
        "密码：hunter2，谢谢",
        "パスワードはhunter2です",
        "비밀번호: hunter2",
        "db_password=hunter2",
        "userPassword=hunter2",
        "{\"password\":\"hunter2\"}",
        "password='hunter2'",
        "?user=a&password=hunter2&x=1",
        "*password:* hunter2",
        "password:\nhunter2",
        "Password is: hunter2",
        "mis contraseñas: hunter2",
        "passordet er hunter2",
        "mit kodeord er hunter2",
        "moim hasłem jest hunter2",
        "a jelszavam: hunter2",
        "lozinka je hunter2",
        "kata sandi saya hunter2",
        "hunter2 is my password",
        "try hunter2 as the password",
        "Hunter#2? hunter2 es mi contraseña",
        "the password is \"hunter2\"",
        "login a / pass hunter2"
      })
  void aPasswordBesideItsWordIsFound(String text) {
    assertThat(redacted(text)).contains("[SECRET_PASSWORD]").doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INV-2026 is password protected",
        "error E4482x is a wrong password",
        "hello is my password",
        "my.file1 opens the password",
        "was it my password",
        "password reset",
        "forgot my password?",
        "PIN the message",
        "Forgot my password? My name is R2D2",
        "the password is wrong",
        "password is required",
        "Password: required",
        "password: ",
        "password:",
        "password",
        "password?",
        "my password expired in 2024",
        "passwords must be 8-16 characters",
        "la contraseña es incorrecta",
        "olvidé mi contraseña",
        "la clave es la paciencia",
        "esqueci minha senha",
        "a senha é inválida",
        "Passwort vergessen",
        "Passwort ist falsch",
        "mot de passe oublié ?",
        "le mot de passe est incorrect",
        "şifremi unuttum",
        "забыл пароль",
        "пароль неверный",
        "نسيت كلمة السر",
        "密码错误",
        "忘记密码了",
        "パスワードを忘れました",
        "비밀번호를 잊었어요",
        "secret: stay curious",
        "bus pass: monthly",
        "boarding pass: AB1234XY",
        "password: see below",
        "clave de rastreo: MX123456",
        "season pass A1B2C3D4",
        "pass: ok",
        "pass me the salt",
        "passport 123",
        "password manager",
        "Please reset your password here https://example.com/reset1",
        "please reset my password, thanks",
        "password: <your password>",
        "password=${PASSWORD}",
        "password: {{1}}",
        "password: ********",
        "password: [SECRET_PASSWORD]",
        "the password page is https://example.com/reset1",
        "compass: north1",
        "spin: 4821",
        "pin it to the top",
        "pin this for 2024 please",
        "PIN: the one I sent"
      })
  void talkAboutPasswordsIsLeft(String text) {
    assertThat(redacted(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my PIN is 4821",
        "PIN: 4821",
        "pin=4821",
        "PIN 4821",
        "card pin is 4821",
        "mi pin es 4821",
        "meine PIN lautet 4821",
        "code confidentiel 4821",
        "пин-код: 4821",
        "暗証番号は4821です",
        "PIN ٤٨٢١",
        "pin code is 4821"
      })
  void aPinBesideItsWordIsFound(String text) {
    assertThat(redacted(text))
        .contains("[SECRET_PASSWORD]")
        .doesNotContain("4821")
        .doesNotContain("٤٨٢١");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code is 482913",
        "your verification code is 482913",
        "code: 482913",
        "código de verificación: 482913",
        "seu código é 482913",
        "Ihr Code lautet 482913",
        "il tuo codice è 482913",
        "kode verifikasi 482913",
        "رمز التحقق 482913",
        "doğrulama kodu: 482913",
        "код 482913",
        "验证码482913",
        "認証コード 482913",
        "인증번호 482913",
        "OTP 482913",
        "otp: 482-913"
      })
  void aOneTimeCodeBesideItsWordIsFound(String text) {
    assertThat(redacted(text)).contains("[OTP]").doesNotContain("913");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "area code is 2015",
        "error code 505050",
        "promo code: 20252025",
        "use code SPRING25X",
        "code 555-12-3456 is the error",
        "code 12",
        "code 123456789",
        "country code is 0049",
        "dress code: 2024",
        "482913"
      })
  void otherCodesAreLeft(String text) {
    assertThat(redacted(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "cvv 381,cvv [CARD_CVV]",
    "CVC: 3812,CVC: [CARD_CVV]",
    "Prüfziffer 443,Prüfziffer [CARD_CVV]",
    "цвв 443,цвв [CARD_CVV]",
    "cvv 38,cvv 38",
    "cvv is what?,cvv is what?"
  })
  void aVerificationValueBesideItsWordIsFound(String text, String expected) {
    assertThat(redacted(text)).isEqualTo(expected);
  }

  @Test
  void theValueEndsBeforeClosingPunctuation() {
    assertThat(redacted("my password is Ab1!x, ok?"))
        .isEqualTo("my password is [SECRET_PASSWORD], ok?");
    assertThat(redacted("(pwd: hunter2)")).isEqualTo("(pwd: [SECRET_PASSWORD])");
  }

  @Test
  void aQuotedPasswordMayHoldSpaces() {
    assertThat(redacted("password: \"correct horse battery\" ok"))
        .isEqualTo("password: \"[SECRET_PASSWORD]\" ok");
  }

  @Test
  void aVeryLongPasswordIsTakenWhole() {
    assertThat(redacted("password: a1" + "x".repeat(5000) + " end"))
        .isEqualTo("password: [SECRET_PASSWORD] end");
  }
}
