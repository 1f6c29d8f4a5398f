package io.waxseal.redaction.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartsTest {

  private final Text text = new Text();
  private final Starts starts = new Starts();

  private List<Integer> of(String held) {
    text.hold(held);
    starts.find(text);
    List<Integer> places = new ArrayList<>();
    for (int n = 0; n < starts.count(); n++) {
      places.add(starts.place(n));
    }
    return places;
  }

  @Test
  void aWordHasOnePlace() {
    assertThat(of("")).isEmpty();
    assertThat(of("a bc, def")).containsExactly(0, 2, 6);
    assertThat(of("été l'œuf")).containsExactly(0, 4, 6);
    assertThat(of("новый код")).containsExactly(0, 6);
    assertThat(of("snake_case")).containsExactly(0, 6);
  }

  @Test
  void aCapitalBehindASmallLetterBeginsAWord() {
    assertThat(of("userPassword")).containsExactly(0, 4);
    assertThat(of("APIKey")).containsExactly(0);
    assertThat(of("éA")).containsExactly(0);
  }

  @Test
  void scriptsWithoutSpacesHaveAPlaceAtEachLetterAndBehind() {
    assertThat(of("电话ab")).containsExactly(0, 1, 2);
    assertThat(of("ab电")).containsExactly(0, 2);
  }

  @Test
  void eachDigitOfAnyScriptIsAPlace() {
    assertThat(of("a12b")).containsExactly(0, 1, 2, 3);
    assertThat(of("٣")).containsExactly(0);
    assertThat(of("\uD835\uDFD7x")).containsExactly(0, 2);
  }

  @Test
  void signsThatReadersWaitForArePlaces() {
    assertThat(of(" @ ＠ : = [ ] • % ")).containsExactly(1, 3, 5, 7, 9, 11, 13, 15);
    assertThat(of(". , ; ( ) / # + _ \n")).isEmpty();
  }

  @Test
  void onlyTheSecondOfTwoHyphensIsAPlace() {
    assertThat(of("-")).isEmpty();
    assertThat(of("a-b")).containsExactly(0, 2);
    assertThat(of("---")).containsExactly(1, 2);
  }

  @Test
  void aPlaceIsFoundFromAnIndex() {
    of("a bc, def");
    assertThat(starts.from(0)).isZero();
    assertThat(starts.from(1)).isEqualTo(1);
    assertThat(starts.from(2)).isEqualTo(1);
    assertThat(starts.from(6)).isEqualTo(2);
    assertThat(starts.from(7)).isEqualTo(3);
  }

  @Test
  void textsOfAnyLengthFollowOneAnother() {
    for (int length : new int[] {0, 1, 255, 256, 257, 100_000, 3}) {
      assertThat(of("1".repeat(length))).hasSize(length);
      starts.clear();
      assertThat(starts.count()).isZero();
      assertThat(starts.from(0)).isZero();
    }
  }
}
