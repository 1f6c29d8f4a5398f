package io.waxseal.redaction.internal.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.Profile;
import io.waxseal.redaction.Redacted;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
