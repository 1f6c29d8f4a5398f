package io.waxseal.redaction.internal.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.Profile;
import io.waxseal.redaction.Redacted;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WalletsTest {

  @Test
  void theHashOfNothingIsTheOneThatEthereumPrints() {
    assertThat(HexFormat.of().formatHex(Keccak.hash(new byte[0])))
        .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
        "0x52908400098527886E0F7030069857D2E4169EE7",
        "0xde709f2102306220921060314715629080e2fb77"
      })
  void theAddressesOfTheProposalAreRight(String address) {
    assertThat(Wallets.isChecked(address)).isTrue();
  }

  @Test
  void anAddressWithOneCapitalTooManyHoldsUpNoMessageButIsKeptOutOfStores() {
    String mistyped = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD";
    assertThat(Wallets.isChecked(mistyped)).isFalse();
    assertThat(Redacted.STANDARD.findings(mistyped)).singleElement().satisfies(finding -> {
      assertThat(finding.type().name()).isEqualTo("CRYPTO_ETH");
      assertThat(finding.score()).isLessThan(Profile.OUTBOUND.threshold());
    });
  }

  @Test
  void noLetterOfACheckedAddressMayChangeItsCase() {
    String address = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    for (int i = 2; i < address.length(); i++) {
      char c = address.charAt(i);
      char other = Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
      String changed = address.substring(0, i) + other + address.substring(i + 1);
      assertThat(Wallets.isChecked(changed)).as(changed).isEqualTo(c == other);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, true",
    "0X5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED, true",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe, false",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAedd, false",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeg, false",
    "1x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, false",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeA１d, false"
  })
  void anEthereumAddressIsFortyHexadecimalDigits(String token, boolean address) {
    assertThat(Wallets.isEthereum(token)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
        "BC1SW50QGDZ25J",
        "bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        "11111111111111111111BZbvjr",
        "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"
      })
  void theAddressesThatBitcoinPublishesAreRight(String address) {
    assertThat(Wallets.isBitcoin(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",
        "bc1qW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3b4",
        "bc1",
        "1111111111111111111BZbvjr",
        "2A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfN0",
        "1zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
        "1111A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"
      })
  void othersAreNot(String address) {
    assertThat(Wallets.isBitcoin(address)).isFalse();
  }
}
