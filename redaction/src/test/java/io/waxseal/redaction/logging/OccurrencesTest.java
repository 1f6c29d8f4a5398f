package io.waxseal.redaction.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OccurrencesTest {

  @Test
  void overlappingOccurrencesCountEach() {
    assertThat(new Occurrences("aa").count("aaaa")).isEqualTo(3);
    assertThat(new Occurrences("abab").count("ababab ab")).isEqualTo(2);
    assertThat(new Occurrences("a").count("")).isZero();
  }

  @Test
  void aPieceOfALongerWordOrNumberIsNotWhole() {
    assertThat(new Occurrences("1234").countWhole("1234 51234 12345 v1234x #1234"))
        .isEqualTo(3);
    assertThat(new Occurrences("ana").countWhole("ana, anas, Diana")).isEqualTo(1);
  }

  @Test
  void onlyWhatIsWholeIsReplacedAndNoPlaceTwice() {
    assertThat(new Occurrences("12").replaced("12 312 12x", "[N]")).isEqualTo("[N] 312 [N]x");
    assertThat(new Occurrences("1 1").replaced("1 1 1 1", "n")).isEqualTo("n n");
    String without = "nothing here";
    assertThat(new Occurrences("x").replaced(without, "y")).isSameAs(without);
  }

  @Test
  void itCountsAsASearchFromEachPlaceDoes() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      String text = random(random, 30);
      String part = random(random, 4) + "a";
      int count = 0;
      for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + 1)) {
        count++;
      }
      assertThat(new Occurrences(part).count(text)).as(part + " in " + text).isEqualTo(count);
    }
  }

  private static String random(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(most); length > 0; length--) {
      text.append("ab ".charAt(random.nextInt(3)));
    }
    return text.toString();
  }
}
