package io.waxseal.redaction.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LexiconTest {

  private static final int FRUIT = 1;
  private static final int TOOL = 1 << 1;

  @Test
  void aWordIsKnownWholeInAnyCaseAndWithAnyAccent() {
    Lexicon words = words("pêche, kiwi");
    assertThat(flags(words, "PECHE")).isEqualTo(FRUIT);
    assertThat(flags(words, "p\u0065\u0302che!")).isEqualTo(FRUIT);
    assertThat(flags(words, "kiwi.")).isEqualTo(FRUIT);
    assertThat(flags(words, "kiwis")).isZero();
    assertThat(flags(words, "kiw")).isZero();
    assertThat(flags(words, "")).isZero();
  }

  @Test
  void aStarAdmitsAnyEnding() {
    Lexicon words = words("kiwi*");
    assertThat(flags(words, "kiwis")).isEqualTo(FRUIT | Lexicon.PREFIX);
    assertThat(length(words, "kiwis")).isEqualTo(4);
  }

  @Test
  void theLongestPhraseCounts() {
    Lexicon words = words("pear, pear tree");
    assertThat(length(words, "pear trees")).isEqualTo(4);
    assertThat(length(words, "pear-tree")).isEqualTo(9);
    assertThat(length(words, "pear  tree")).isEqualTo(4);
    assertThat(length(words, "pear tree")).isEqualTo(9);
  }

  @Test
  void nothingIsReadBeyondTheLimit() {
    Lexicon words = words("pear, pear tree");
    Text text = text("pear tree");
    assertThat(Lexicon.flagsLength(words.longest(text, 0, 9))).isEqualTo(9);
    assertThat(Lexicon.flagsLength(words.longest(text, 0, 8))).isEqualTo(4);
    assertThat(words.longest(text, 0, 3)).isZero();
    assertThat(words.longest(text, 4, 4)).isZero();
  }

  @Test
  void flagsAddUpAndNumbersStandBesideThem() {
    Lexicon.Builder builder = new Lexicon.Builder(0);
    builder.add(FRUIT, "lemon");
    builder.add(TOOL, "lemon, press*");
    builder.add(FRUIT, "press");
    builder.number(65_535, "lemon press");
    builder.number(1, "a");
    Lexicon words = builder.build();
    long match = words.longest(text("lemon press"), 0, 11);
    assertThat(Lexicon.flags(match)).isEqualTo(FRUIT | TOOL);
    assertThat(Lexicon.flagsLength(match)).isEqualTo(5);
    assertThat(Lexicon.number(match)).isEqualTo(65_535);
    assertThat(Lexicon.numberLength(match)).isEqualTo(11);
    assertThat(flags(words, "pressing")).isEqualTo(FRUIT | TOOL | Lexicon.PREFIX);
    assertThat(Lexicon.number(words.longest(text("a"), 0, 1))).isEqualTo(1);
  }

  @Test
  void whereWordsAreNotSpacedAWordEndsAnywhere() {
    Lexicon words = words("密码, pin");
    assertThat(flags(words, "密码是")).isEqualTo(FRUIT);
    assertThat(flags(words, "pin是")).isEqualTo(FRUIT);
    assertThat(flags(words, "pinь")).isZero();
  }

  @Test
  void nothingLongerThanTheLongestIsRead() {
    Lexicon words = words("x".repeat(Lexicon.LONGEST) + ", " + "y".repeat(Lexicon.LONGEST + 1));
    assertThat(length(words, "x".repeat(Lexicon.LONGEST))).isEqualTo(Lexicon.LONGEST);
    assertThat(flags(words, "y".repeat(Lexicon.LONGEST + 1))).isZero();
  }

  @Test
  void onlyWordsWithAMarkedFlagBeginMarked() {
    Lexicon.Builder builder = new Lexicon.Builder(TOOL);
    builder.add(FRUIT, "lemon");
    builder.add(TOOL, "saw, hammer, w");
    Lexicon words = builder.build();
    assertThat(words.mayBeginMarked('l', 'e')).isFalse();
    assertThat(words.mayBeginMarked('S', 'a')).isTrue();
    assertThat(words.mayBeginMarked('w', 'x')).isTrue();
    assertThat(words.mayBeginMarked(text("SAW"), 0)).isTrue();
    assertThat(words.mayBeginMarked(text("w"), 0)).isTrue();
    assertThat(words.mayBeginMarked(text("w7"), 0)).isTrue();
    assertThat(words.mayBeginMarked(text("lemon"), 0)).isFalse();
    assertThat(words.mayBeginMarked(text("saw"), 0)).isTrue();
    assertThat(words.mayBeginMarked(text("hammer"), 0)).isTrue();
    assertThat(words.mayBeginMarked(text("hampers"), 0)).isFalse();
    assertThat(words.mayBeginMarked(text("h\u0301ammer"), 0)).isTrue();
    assertThat(words.mayBeginMarked(text("ham"), 0)).isFalse();
  }

  @Test
  void ofManyWordsEachIsFoundAndNoOther() {
    Random random = new Random(11);
    Map<String, Integer> numbers = new HashMap<>();
    Lexicon.Builder builder = new Lexicon.Builder(0);
    for (int number = 1; number <= 5_000; number++) {
      String word = word(random);
      numbers.put(word, number);
      builder.number(number, word);
    }
    Lexicon words = builder.build();
    numbers.forEach(
        (word, number) -> assertThat(Lexicon.number(words.longest(text(word), 0, word.length())))
            .as(word)
            .isEqualTo(number));
    for (int i = 0; i < 20_000; i++) {
      String word = word(random);
      assertThat(Lexicon.number(words.longest(text(word), 0, word.length())))
          .as(word)
          .isEqualTo(numbers.getOrDefault(word, 0));
    }
  }

  /** Letters of three scripts, far apart and few enough that words share beginnings. */
  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    int script = "aж".charAt(random.nextInt(2));
    for (int length = 1 + random.nextInt(7); length > 0; length--) {
      word.append((char) (script + random.nextInt(5)));
    }
    return word.toString();
  }

  private static Lexicon words(String phrases) {
    Lexicon.Builder builder = new Lexicon.Builder(0);
    builder.add(FRUIT, phrases);
    return builder.build();
  }

  private static int flags(Lexicon words, String text) {
    return Lexicon.flags(words.longest(text(text), 0, text.length()));
  }

  private static int length(Lexicon words, String text) {
    return Lexicon.flagsLength(words.longest(text(text), 0, text.length()));
  }

  private static Text text(String characters) {
    Text text = new Text();
    text.hold(characters);
    return text;
  }
}
