package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exactly what is covered of a text that holds a known name. */
class KnownNameTest {

  @ParameterizedTest
  @CsvSource({
    "Ana Souza, ana souza, ana souza",
    "Ana Souza, Ana  Souza, Ana  Souza",
    "Ana Souza, call A. Souza, Souza",
    "José, jose\u0301 sabe, jose\u0301",
    "王 王小明, 我是王小明。, 王小明",
    "Ana Souza, I am souza ana, souza ana"
  })
  void theLongestRowOfPartsIsOneSpan(String name, String text, String covered) {
    assertThat(covered(name, text)).containsExactly(covered);
  }

  @ParameterizedTest
  @ValueSource(strings = {"banana", "ask An", "anas", "An-a"})
  void aPartIsAWholeWord(String text) {
    assertThat(covered("Ana", text)).isEmpty();
  }

  @Test
  void whatStandsFurtherApartIsTwoSpans() {
    assertThat(covered("Ana Souza", "ana   souza")).containsExactly("ana", "souza");
    assertThat(covered("Ana Souza", "ana, souza")).containsExactly("ana", "souza");
  }

  @Test
  void aNameIsFoundFarBehindTheBeginning() {
    assertThat(covered("Ana", "x ".repeat(500) + "ana")).containsExactly("ana");
  }

  @Test
  void onlyTheFirstEightPartsAndPartsOfUpToSixtyFourLettersCount() {
    String name = "Anna Bert Carl Dora Emil Fred Gert Hans Inge";
    assertThat(covered(name, "hans")).containsExactly("hans");
    assertThat(covered(name, "inge")).isEmpty();
    assertThat(covered("q".repeat(64), "q".repeat(64))).hasSize(1);
    assertThat(covered("q".repeat(65), "q".repeat(65))).isEmpty();
  }

  @Test
  void aCommonWordAloneIsNoKnownName() {
    assertThat(KnownName.of("Shop")).isEmpty();
    assertThat(KnownName.of("J.")).isEmpty();
    assertThat(KnownName.of("")).isEmpty();
    assertThat(KnownName.of("My Shop")).isPresent();
  }

  private static List<String> covered(String name, String text) {
    List<String> covered = new ArrayList<>();
    KnownName.of(name)
        .ifPresent(known ->
            known.detect(text, found -> covered.add(text.substring(found.start(), found.end()))));
    return covered;
  }
}
