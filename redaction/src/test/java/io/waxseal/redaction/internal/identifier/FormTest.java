package io.waxseal.redaction.internal.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {

  @ParameterizedTest
  @CsvSource({
    "dddd, false, false, false",
    "dd_dd_dd, true, true, false",
    "dd-dd-dd, true, true, true",
    "dd.dd-dd, true, false, true",
    "dd_dd-dd, true, false, true",
    "a(d), true, true, true"
  })
  void aFormKnowsItsSeparators(String spelled, boolean grouped, boolean uniform, boolean tight) {
    Form form = one(spelled);
    assertThat(form.isGrouped()).isEqualTo(grouped);
    assertThat(form.isUniform()).isEqualTo(uniform);
    assertThat(form.isTight()).isEqualTo(tight);
  }

  @Test
  void aSeparatorStandsAtItsPlaceAndNoOther() {
    Form form = one("dd.ddd-d");
    assertThat(form.length()).isEqualTo(6);
    assertThat(form.boundaries()).isEqualTo(2);
    assertThat(form.hasBoundary(0, 2, '.')).isTrue();
    assertThat(form.hasBoundary(0, 2, '-')).isFalse();
    assertThat(form.hasBoundary(0, 3, '.')).isFalse();
    assertThat(form.hasBoundary(1, 5, '-')).isTrue();
    assertThat(form.admitsBoundary(5)).isTrue();
    assertThat(form.admitsBoundary(0)).isFalse();
    assertThat(form.admitsBoundary(4)).isFalse();
  }

  @Test
  void aRepetitionStandsForAFormOfEachLength() {
    List<Form> forms = Form.parse("ad{2,4}-xd");
    assertThat(forms).extracting(Form::length).containsExactly(5, 6, 7);
    assertThat(forms).extracting(form -> form.admitsBoundary(form.length() - 2)).containsOnly(true);
  }

  @ParameterizedTest
  @CsvSource({"DEddd, 2", "CHEddd, 0", "Uddd, 0", "aadd, 0", "dddMVA, 0", "DE_d.d, 2"})
  void theLettersOfACountryAreNotPartOfWhatIsChecked(String spelled, int prefix) {
    assertThat(one(spelled).prefix()).isEqualTo(prefix);
  }

  @ParameterizedTest
  @CsvSource({
    "DEdxa, DE1XB, true",
    "DEdxa, DE11B, true",
    "DEdxa, DF11B, false",
    "DEdxa, DE111, false",
    "DEdxa, DEA1B, false",
    "d01d, 7012, true",
    "d01d, 7112, false"
  })
  void digitsLettersAndFixedCharactersStandWhereTheFormHasThem(
      String spelled, String value, boolean fits) {
    assertThat(one(spelled).fits(letters(value), ("--" + value).toCharArray(), 2))
        .isEqualTo(fits);
  }

  private static long letters(String value) {
    long letters = 0;
    for (int i = 0; i < value.length(); i++) {
      letters |= Character.isLetter(value.charAt(i)) ? 1L << i : 0;
    }
    return letters;
  }

  private static Form one(String spelled) {
    List<Form> forms = Form.parse(spelled);
    assertThat(forms).hasSize(1);
    return forms.get(0);
  }
}
