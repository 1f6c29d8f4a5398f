package io.waxseal.redaction.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

  private final Text text = new Text();

  @Test
  void oneTextAfterTheOtherIsHeldWhateverItsLength() {
    for (int length : new int[] {0, 1, 255, 256, 257, 100_000, 3}) {
      String characters = "ab".repeat(length).substring(0, length);
      text.hold(characters);
      assertThat(text.length()).isEqualTo(length);
      assertThat(text.subSequence(0, length)).hasToString(characters);
      text.hold(new StringBuilder(characters));
      assertThat(text.subSequence(0, length)).hasToString(characters);
      text.drop();
    }
  }

  @Test
  void whatIsDroppedIsNotKept() {
    text.hold("4111 1111 1111 1111");
    text.drop();
    assertThat(text.length()).isZero();
    assertThat(text.characters()).containsOnly((char) 0);
    text.hold("x".repeat(100_000));
    text.drop();
    assertThat(text.characters()).hasSizeLessThan(1_000).containsOnly((char) 0);
  }

  @Test
  void aPrefixIsFoundWhereItStandsWhole() {
    text.hold("wamid.x");
    assertThat(text.startsWith(0, "wamid.")).isTrue();
    assertThat(text.startsWith(5, ".x")).isTrue();
    assertThat(text.startsWith(5, ".xy")).isFalse();
    assertThat(text.startsWith(1, "wamid")).isFalse();
    assertThat(text.startsWith(7, "")).isTrue();
  }

  @Test
  void itsOwnTextSaysHowLongItIsAndNoMore() {
    text.hold("secret");
    assertThat(text).hasToString("Text[length=6]");
  }
}
