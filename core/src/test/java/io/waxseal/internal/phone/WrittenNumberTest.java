package io.waxseal.internal.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTest {

  @ParameterizedTest
  @CsvSource({
    "447700900123, 447700900123",
    "+447700900123, 447700900123",
    "+44 (0)7700 900123, 447700900123",
    "+44 07700 900123, 447700900123",
    "+44 (0) 7700-900-123, 447700900123",
    "(+44) (0)7700.900.123, 447700900123",
    "+ 44 (07700) 900123, 447700900123",
    "+49 (0)151 1234-5678, 4915112345678",
    "+7 (8) 912 345-67-89, 79123456789",
    "+7 8 912 345 67 89, 79123456789",
    "+7 800 555 35 35, 78005553535",
    "+36 (06) 20 123 4567, 36201234567",
    "+1 (1) 650 555 1234, 16505551234",
    "+39 06 698 12345, 390669812345",
    "+39 (0)6 698 12345, 390669812345",
    "+39 333 123 4567, 393331234567",
    "+241 06 03 12 34, 24106031234",
    "+225 07 08 123456, 2250708123456",
    "+54 9 11 2345-6789, 5491123456789",
    "+54 (0)11 15-2345-6789, 5491123456789",
    "+52 1 55 1234 5678, 5215512345678",
    "+55 (0)11 98765-4321, 5511987654321",
    "+55 11 8765-4321, 551187654321",
    "573001112233, 573001112233",
    "16505555001, 16505555001",
    "15550001111, 15550001111",
    "+999 000111222, 999000111222",
    "9990001112, 9990001112"
  })
  void aNumberHasOneReading(String written, String digits) {
    assertThat(WrittenNumber.international(written)).isEqualTo(digits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFF0B\uFF14\uFF14 7700 900123",
        "+\u0664\u0664 \u0667\u0667\u0660\u0660 \u0669\u0660\u0660\u0661\u0662\u0663",
        "+\u096A\u096A 7700 900123",
        "\u202A+44 7700 900123\u202C",
        "\u200E+44\u00A07700\u202F900123\u200F",
        "\uFEFF+44\u20117700\u2013900123",
        "+44\u3000\uFF080\uFF097700\uFF0D900123",
        "  +44 7700 900123  "
      })
  void formsAndKeyboardsOfTheWorldWriteTheSameNumber(String written) {
    assertThat(WrittenNumber.international(written)).isEqualTo("447700900123");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "07700 900123",
        "07700900123",
        "(650) 555-1234",
        "650-555-1234",
        "49 151 12345678",
        "49.151.12345678",
        "4407700900123",
        "6505551234",
        "\u0664\u0669\u0661\u0665\u0661\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
        ""
      })
  void withoutAPlusOnlyTheDigitsOfAWaIdAreTaken(String written) {
    refused(() -> WrittenNumber.international(written), written)
        .hasMessageContaining("ContactPoint.phone(\"US\", \"(650) 555-1234\")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"00447700900123", "000", "0044"})
  void twoZerosAreWrittenAsAPlus(String written) {
    refused(() -> WrittenNumber.international(written), written).hasMessageContaining("write +");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+",
        "+1",
        "+0447700900123",
        "+0044 7700 900123",
        "++447700900123",
        "+44+7700900123",
        "+44 7700 9001",
        "+44 7700 9001234",
        "+44 (0)07700 900123",
        "+1 650 555 123",
        "+1 650 555 12345",
        "+34 (0)91 123 45 67",
        "+1 (1) 150 555 1234",
        "+33 1 23 45 67 89 01",
        "+999 123",
        "+999 1234567890123",
        "1650555123",
        "165055512345",
        "+44 7700 900123 ext. 5",
        "+44 7700 900123x5",
        "+44 7700 900123;ext=5",
        "+44 7700 900123#5",
        "+44 7700 900123,5",
        "+49 89 123456/78",
        "tel:+447700900123",
        "+1 800 FLOWERS",
        "+49\n15112345678",
        "+49\t15112345678",
        "+44 7700 900123\u0000",
        "+44 7700 900123 \uD83D\uDCDE",
        "\uD83D",
        "US.13491208655302741918"
      })
  void whatIsNoNumberIsRefused(String written) {
    refused(() -> WrittenNumber.international(written), written);
  }

  @Test
  void aLongTextIsRefusedSoon() {
    for (String text : List.of("1", "+1", "+1 ", "+(", "+1)")) {
      String written = text.repeat(200_000);
      refused(() -> WrittenNumber.international(written), written);
    }
    refused(() -> WrittenNumber.international("+1" + " ".repeat(1_000_000)), "+1");
  }

  @ParameterizedTest
  @CsvSource({
    "US, (650) 555-1234, 16505551234",
    "US, 1-650-555-1234, 16505551234",
    "us, 650.555.1234, 16505551234",
    "GB, 07700 900123, 447700900123",
    "GB, (0)7700 900123, 447700900123",
    "GB, 7700900123, 447700900123",
    "DE, 0151 12345678, 4915112345678",
    "IT, 06 698 12345, 390669812345",
    "IT, 333 1234567, 393331234567",
    "RU, 8 (912) 345-67-89, 79123456789",
    "HU, 06 20 123 4567, 36201234567",
    "BR, (011) 98765-4321, 5511987654321",
    "AR, 011 15-2345-6789, 5491123456789",
    "AR, 02901 15-412345, 5492901412345",
    "AR, 11 2345-6789, 541123456789",
    "MX, 55 1234 5678, 525512345678",
    "BY, 8 029 491-19-11, 375294911911",
    "KZ, 8 701 234 5678, 77012345678",
    "JM, 876 555 0182, 18765550182",
    "CI, 07 08 123456, 2250708123456",
    "XK, 043 201 234, 38343201234"
  })
  void aCountryReadsItsOwnNumbers(String country, String written, String digits) {
    assertThat(WrittenNumber.national(country, written)).isEqualTo(digits);
  }

  @ParameterizedTest
  @CsvSource({
    "US, 555-1234",
    "US, 650 555 12345",
    "US, +1 650 555 1234",
    "GB, 00447700900123",
    "GB, 447700900123",
    "GB, 07700 900123 ext 5",
    "GB, ''",
    "BR, 0 15 11 98765-4321",
    "UK, 07700 900123",
    "'', 07700 900123",
    "44, 07700 900123",
    "GBR, 07700 900123"
  })
  void whatIsNoNumberOfTheCountryIsRefused(String country, String written) {
    refused(() -> WrittenNumber.national(country, written), written);
  }

  /** Whatever is refused, its digits are not repeated; those of the example in the message are. */
  private static AbstractThrowableAssert<?, ? extends Throwable> refused(
      ThrowingCallable reading, String written) {
    String digits = written.replaceAll("[^0-9]", "");
    var refusal =
        assertThatThrownBy(reading).isInstanceOf(IllegalArgumentException.class).hasNoCause();
    return digits.length() < 5 || digits.equals("6505551234")
        ? refusal
        : refusal.hasMessageNotContaining(written).hasMessageNotContaining(digits);
  }
}
