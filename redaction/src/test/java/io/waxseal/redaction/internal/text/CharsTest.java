package io.waxseal.redaction.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsTest {

  @Test
  void digitsOfAllScriptsAreThoseOfUnicode() {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
        assertThat(Chars.digit(text(Character.toString(point)), 0))
            .as("U+%04X", point)
            .isEqualTo(Character.digit(point, 10));
      }
    }
  }

  @Test
  void halfAPairIsNoDigit() {
    assertThat(Chars.digit(text("\uD835"), 0)).isEqualTo(-1);
    assertThat(Chars.digit(text("\uD8351"), 0)).isEqualTo(-1);
    assertThat(Chars.digit(text("\uDFCE1"), 0)).isEqualTo(-1);
    assertThat(Chars.digit(text("\uD835\uDFCF"), 0)).isEqualTo(1);
  }

  @Test
  void lettersAndTheirMarksAreLetters() {
    for (char c : "azAZéßжשअก密ー한〒\u0301\u0948".toCharArray()) {
      assertThat(Chars.isLetter(c)).as("U+%04X", (int) c).isTrue();
    }
    for (char c : "09 _-@[`{/:\u200D\uFE0F\u20E3€".toCharArray()) {
      assertThat(Chars.isLetter(c)).as("U+%04X", (int) c).isFalse();
    }
  }

  @Test
  void aWordGoesOnWithSmallLettersAndThoseOfOtherSpacedScripts() {
    for (char c : "azéЖש".toCharArray()) {
      assertThat(Chars.isInside(c)).as("U+%04X", (int) c).isTrue();
    }
    for (char c : "AZ密한ก1 ".toCharArray()) {
      assertThat(Chars.isInside(c)).as("U+%04X", (int) c).isFalse();
    }
  }

  @Test
  void scriptsWithoutSpacesAreKnownByTheirBlocks() {
    for (char c :
        "\u0E00\u0EFF\u1000\u109F\u1100\u1780\u17FF\u3041\u318F\u31F0\u3400\u4E00\u9FFF\uAC00\uD7A3\uF900\uFAFF\uFF66\uFF9D〒"
            .toCharArray()) {
      assertThat(Chars.isUnspaced(c)).as("U+%04X", (int) c).isTrue();
    }
    for (char c :
        "az\u0DFF\u0F00\u0FFF\u10A0\u1200\u177F\u1800\u3040\u3190\u3200\u4DC0\uA000\uD7A4\uFB00\uFF65\uFF9E"
            .toCharArray()) {
      assertThat(Chars.isUnspaced(c)).as("U+%04X", (int) c).isFalse();
    }
  }

  @Test
  void marksThatShowNothingAreInvisible() {
    for (char c : "\u00AD\u061C\u180E\u200B\u200F\u202A\u202E\u2060\u2069\u20E3\uFE0E\uFE0F\uFEFF"
        .toCharArray()) {
      assertThat(Chars.isInvisible(c)).as("U+%04X", (int) c).isTrue();
    }
    for (char c : "a \u00AC\u061B\u180F\u200A\u2010\u2029\u202F\u205F\u206A\u20E2\uFE0D\uFE10\uFEFE"
        .toCharArray()) {
      assertThat(Chars.isInvisible(c)).as("U+%04X", (int) c).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0020,' '",
    "0009,' '",
    "00A0,' '",
    "2000,' '",
    "200A,' '",
    "202F,' '",
    "3000,' '",
    "002D,-",
    "2010,-",
    "2015,-",
    "2212,-",
    "FF0D,-",
    "002E,.",
    "FF0E,.",
    "002F,/",
    "FF0F,/",
    "0028,(",
    "FF08,(",
    "0029,)",
    "FF09,)"
  })
  void aSeparatorHasAPlainForm(String point, char plain) {
    assertThat(Chars.separator((char) Integer.parseInt(point, 16))).isEqualTo(plain);
  }

  @Test
  void whatSeparatesNothingHasNone() {
    for (char c : "a0,;_\n\r\u200B\u2016\u1FFF\u2213".toCharArray()) {
      assertThat(Chars.separator(c)).as("U+%04X", (int) c).isEqualTo((char) 0);
    }
  }

  @Test
  void wordsAreComparedWithoutCaseAccentsAndMarks() {
    assertThat(Chars.folded("Contraseña")).isEqualTo("contrasena");
    assertThat(Chars.folded("MẬT KHẨU")).isEqualTo("mat khau");
    assertThat(Chars.folded("ŞİFRE ışık Łódź Øl Đa")).isEqualTo("sifre isik lodz ol da");
    assertThat(Chars.folded("Всё ЕЁ")).isEqualTo("все ее");
    assertThat(Chars.folded("آأإٱ ةۃہھ ىیئے ک")).isEqualTo("اااا هههه يييي ك");
    assertThat(Chars.folded("ＰＩＮ e-mail_x\u00A0y\u2011z")).isEqualTo("pin e mail x y z");
    assertThat(Chars.folded("pa\u00ADss\u200Bwo\u0301rd شِ\u0640ن \u05D0\u05B0"))
        .isEqualTo("password شن \u05D0");
  }

  private static Text text(String characters) {
    Text text = new Text();
    text.hold(characters);
    return text;
  }
}
