package io.waxseal.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PurposeTest {
  @ParameterizedTest
  @ValueSource(strings = {"marketing", "marketing.offers", "a-1.b.c", "-", Purpose.REPLY})
  void wordsJoinedByDotsNameAPurpose(String name) {
    assertThat(Purpose.isName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "A", "a b", "*", "a\n", "ä", "a_b"})
  void nothingElseDoes(String name) {
    assertThat(Purpose.isName(name)).isFalse();
  }

  @Test
  void aNameAsLongAsABookIsRefusedWithoutBeingRead() {
    assertThat(Purpose.isName("a.".repeat(500_000) + "a")).isFalse();
  }

  @Test
  void materialNamesAVersionThatThePurposeHas() {
    Purpose offers = Purpose.of("marketing.offers", Category.MARKETING, Basis.CONSENT);
    assertThat(offers.materialSince()).isZero();
    assertThat(offers.version(3).materialSince(2).materialSince()).isEqualTo(2);
    assertThat(offers.version(2).materialSince(2).version(3).materialSince()).isEqualTo(2);
    assertThat(offers.version(2).materialSince(2)).isNotEqualTo(offers.version(2));
    assertThatIllegalArgumentException().isThrownBy(() -> offers.materialSince(0));
    assertThatIllegalArgumentException().isThrownBy(() -> offers.materialSince(2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> offers.version(2).materialSince(2).version(1));
  }
}
