package io.waxseal.redaction.internal.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {

  @ParameterizedTest
  @CsvSource({
    "••,0,true",
    "••1234,4,true",
    "••1234,3,false",
    "•1234,4,false",
    "•••••,0,true",
    "1••,4,false",
    "••12•,4,true",
    "'',4,false"
  })
  void aMaskIsTwoBulletsAndThenWhatIsKept(String text, int kept, boolean mask) {
    assertThat(Mask.isMask(text, 0, text.length(), kept)).isEqualTo(mask);
  }

  @Test
  void aMaskIsLookedForBetweenItsEnds() {
    assertThat(Mask.isMask("x••12 3", 1, 5, 2)).isTrue();
    assertThat(Mask.isMask("x••12 3", 1, 5, 1)).isFalse();
    assertThat(Mask.isMask("••••", 0, 1, 4)).isFalse();
    assertThat(Mask.isMask("••••", 3, 4, 4)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "••1234,2,4,true",
    "••12345,2,5,false",
    "•1234,1,4,false",
    "a•1234,2,4,false",
    "•a1234,2,4,false",
    "x••1,3,1,true"
  })
  void upToFourCharactersBehindTwoBulletsWereKept(
      String text, int start, int length, boolean kept) {
    assertThat(Mask.isKept(text, start, length)).isEqualTo(kept);
  }
}
