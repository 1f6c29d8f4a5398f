package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.Jazzer;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.waxseal.redaction.internal.find.CountedText;

/** Looks for the text that takes the most reading by character. */
class RedactionStepsFuzzTest {

  private static final int MOST_PER_CHARACTER = 400;
  private static final int ONCE = 4_000;

  @FuzzTest
  void theWorkGrowsWithTheTextAndNotFaster(byte[] bytes) {
    String text = RedactionFuzzTest.text(bytes);
    if (text.isEmpty()) {
      return;
    }
    String repeated = text.repeat(1 + 2_000 / text.length());
    long once = CountedText.steps(repeated);
    long twice = CountedText.steps(repeated + repeated);
    Jazzer.maximize(once / repeated.length(), 0, MOST_PER_CHARACTER);
    assertThat(once / repeated.length()).isLessThan(MOST_PER_CHARACTER);
    assertThat(twice).isLessThanOrEqualTo(once * 2 + once / 10 + ONCE);
  }
}
