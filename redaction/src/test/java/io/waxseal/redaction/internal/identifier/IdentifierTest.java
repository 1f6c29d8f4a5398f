package io.waxseal.redaction.internal.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTest {

  @ParameterizedTest
  @CsvSource({
    "LUHN, value, true",
    "US_EIN, word, true",
    "US_ROUTING, word, true",
    "CA_SIN, grouping, false",
    "US_SSN, grouping, false",
    "UK_NINO, alone, false",
    "MX_CURP, alone, false"
  })
  void whatANumberProvesByItselfDecidesHowItIsFound(String type, String mode, boolean needsWord) {
    assertThat(kind(type).mode()).isEqualTo(mode);
    assertThat(kind(type).needsWord()).isEqualTo(needsWord);
  }

  @ParameterizedTest
  @CsvSource({
    "BR_CPF, 529.982.247-25, true",
    "BR_CPF, 529 982 247 25, true",
    "BR_CPF, '.529.982.247-25.', true",
    "BR_CPF, 5299.82.247-25, false",
    "BR_CPF, 529.982.247-25x, false",
    "BR_CPF, 529.982.247:25, false",
    "BR_CPF, '', false",
    "BR_CPF, BR, false",
    "US_SSN, 123-45-6789, true",
    "US_SSN, 123 45 6789, true",
    "US_SSN, 123-45 6789, false",
    "US_SSN, 123-456789, true",
    "UK_NINO, ab 12 34 56 c, true",
    "DE_TAX_ID, DE 86095742719, true",
    "DE_TAX_ID, DE 86 095 742 719, true",
    "DE_TAX_ID, AT 86095742719, false",
    "HK_HKID, A123456(3), true",
    "HK_HKID, A1234563, true",
    "HK_HKID, A123456(4), false"
  })
  void aValueMayBeSeparatedAsPeopleDo(String type, String value, boolean admitted) {
    assertThat(kind(type).admits(value)).isEqualTo(admitted);
  }

  @Test
  void noValueIsLongerThanTheLongestForm() {
    Identifier wallet = kind("CRYPTO_BTC");
    String address = "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0";
    assertThat(wallet.admits(address)).isTrue();
    assertThat(wallet.admits(address + "q")).isFalse();
    assertThat(wallet.admits("1".repeat(Form.LONGEST + 20))).isFalse();
  }

  private static Identifier kind(String type) {
    return IdentifierTable.STANDARD.identifiers().stream()
        .filter(kind -> kind.type().name().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
