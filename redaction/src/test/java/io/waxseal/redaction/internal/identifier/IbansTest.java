package io.waxseal.redaction.internal.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.Redacted;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digits of an account number are no card; the numbers are those that the registry prints as examples. */
class IbansTest {

  @ParameterizedTest
  @CsvSource({
    "DE89 3704 0044 0532 0130 00, 3704 0044 0532 0130",
    "DE89 3704 0044 0532 0130 00, 0044 0532 0130 00",
    "DE89370400440532013000, 89370400440532013000",
    "DE89-3704-0044-0532-0130-00, 3704-0044-0532-0130",
    "DE89\u00A03704\u00A00044\u00A00532\u00A00130\u00A000, 0532",
    "de89370400440532013000, 370400440532013000",
    "GB82 WEST 1234 5698 7654 32, 1234 5698 7654 32",
    "gb82 west 1234 5698 7654 32, 1234 5698 7654 32",
    "NO9386011117947, 86011117947",
    "mine: DE89370400440532013000, 370400440532013000",
    "号DE89370400440532013000, 370400440532013000",
    "1DE89370400440532013000, 370400440532013000",
    "DE89370400440532013000 thanks, 370400440532013000"
  })
  void digitsOfAnAccountNumberBelongToIt(String text, String digits) {
    assertThat(covered(text, digits)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "DE88 3704 0044 0532 0130 00, 3704 0044 0532 0130",
    "DE89 3704 0044 0532 0131 00, 3704 0044 0532 0131",
    "XDE89370400440532013000, 370400440532013000",
    "DE89370400440532013000, E893704",
    "DE89 3704 0044 0532 0130 00 7, 0130 00 7",
    "'DE89 3704, 0044 0532 0130 00', 0044 0532 0130 00",
    "'DE89 3704 0044 0532 0130, 00', 3704 0044",
    "D9 3704 0044 0532 0130 00, 3704 0044",
    "DEX9 3704 0044 0532 0130 00, 3704 0044",
    "DE8X 3704 0044 0532 0130 00, 3704 0044",
    "3704 0044 0532 0130 00, 0044 0532"
  })
  void otherDigitsDoNot(String text, String digits) {
    assertThat(covered(text, digits)).isFalse();
  }

  @Test
  void anAccountNumberHasFifteenToThirtyFourCharacters() {
    for (int length = 13; length <= 36; length++) {
      String iban = iban("QQ", "7".repeat(length - 4));
      assertThat(covered(iban, iban.substring(4)))
          .as("%d characters", length)
          .isEqualTo(length >= 15 && length <= 34);
    }
  }

  @Test
  void theLongestInGroupsOfFourIsCoveredToItsEnd() {
    String grouped = iban("QQ", "7".repeat(30)).replaceAll("(.{4})", "$1 ");
    assertThat(covered(grouped, grouped.substring(5))).isTrue();
    String wide = grouped.replace(" ", "   ");
    assertThat(covered(wide, wide.substring(7))).isFalse();
  }

  private static boolean covered(String text, String digits) {
    int start = text.indexOf(digits);
    return Ibans.cover(Redacted.text(text), start, start + digits.length());
  }

  private static String iban(String country, String body) {
    int q = country.charAt(0) - 'A' + 10;
    BigInteger number = new BigInteger(body + q + q + "00");
    int check = 98 - number.mod(BigInteger.valueOf(97)).intValue();
    return country + (check < 10 ? "0" : "") + check + body;
  }
}
