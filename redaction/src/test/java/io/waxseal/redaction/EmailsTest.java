package io.waxseal.redaction;

import static io.waxseal.redaction.Redacted.redacted;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m.jones+shop@mail.example.co.uk", "a@b.co", "josé.garcía@example.es", "почта@пример.рф",
            "用户@例子.公司", "x_y-z%w@sub.example.org",
        "o'neil@example.ie", "A.B@EXAMPLE.COM", "a@xn--bcher-kva.example", "a@b.xn--p1ai",
            "1234567890@example.com", "ana＠example.com"
      })
  void anAddressIsFoundWhole(String address) {
    assertThat(redacted("(" + address + ")")).isEqualTo("([EMAIL])");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".", ",", ";", "!", "?", ")", ". When", "…", "。", "、", ">", "\"", "'", " ", "\n"})
  void whatFollowsAnAddressIsNotPartOfIt(String tail) {
    assertThat(redacted("it's sam@example.io" + tail)).isEqualTo("it's [EMAIL]" + tail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lunch @ 1pm",
        "@waxseal",
        "x@y",
        "a@b.c",
        "a@b.1",
        "@example.com",
        "a@",
        "a@@b.co",
        "a@.com",
        "a@-b",
        "pkg@1.2.3",
        "logo@2x.png",
        "a @ b.com",
        "email me",
        "root@localhost",
        "50 @ 3.99"
      })
  void whatIsNoAddressIsLeft(String text) {
    assertThat(redacted(text)).isEqualTo(text);
  }

  @Test
  void scriptsWithoutSpacesEndAtTheAddress() {
    assertThat(redacted("邮箱li.na@example.cn是我的")).isEqualTo("邮箱[EMAIL]是我的");
    assertThat(redacted("メールはtaro@example.jpです")).isEqualTo("メールは[EMAIL]です");
    assertThat(redacted("메일 kim@example.co.kr입니다")).isEqualTo("메일 [EMAIL]입니다");
  }

  @Test
  void aLocalPartOfMoreThan64CharactersIsNoAddress() {
    assertThat(redacted("a".repeat(64) + "@example.com")).isEqualTo("[EMAIL]");
    assertThat(redacted("a".repeat(65) + "@example.com")).contains("@example.com");
  }

  @Test
  void twoAddressesThatTouchAreBothFound() {
    assertThat(redacted("a@example.com,b@example.com")).isEqualTo("[EMAIL],[EMAIL]");
    assertThat(redacted("a@example.com;b@example.com")).isEqualTo("[EMAIL];[EMAIL]");
  }
}
