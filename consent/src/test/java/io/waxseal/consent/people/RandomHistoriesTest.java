package io.waxseal.consent.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.consent.people.World.Setting;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random histories against the truth: the model does nobody wrong, and the rules of before do. */
@Tag("long")
final class RandomHistoriesTest {
  /** Of each setting; {@code -Dwaxseal.histories} says how many there are of all. */
  private static final int HISTORIES = Integer.getInteger("waxseal.histories", 5_000) / 5;

  /** Enough to catch the rules of before at each of their mistakes. */
  private static final int CONTROL = 1_000;

  private static final int TRUST = 2 * 365 * 24;

  private static Map<Violation, String> violations(
      Setting setting, int histories, Supplier<Rules> rules) {
    Map<Violation, String> found = new TreeMap<>();
    int allowed = 0;
    for (int seed = 1; seed <= histories; seed++) {
      Truth.Verdict verdict = Truth.judge(World.history(seed, setting), rules);
      verdict.violations().forEach(found::putIfAbsent);
      allowed += verdict.allowed();
    }
    assertThat(allowed).as("advertisements that the rules allow").isGreaterThan(histories);
    return found;
  }

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void theStrictModelDoesNobodyWrong(boolean removals, boolean moves) {
    Setting setting = new Setting(removals, moves);
    assertThat(violations(setting, HISTORIES, PersonModel::strict)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void trustLendsNothingButOldGrants(boolean removals) {
    Setting setting = new Setting(removals, true);
    assertThat(violations(setting, HISTORIES / 2, () -> PersonModel.trusting(TRUST)))
        .containsOnlyKeys(Violation.GRANT_OF_ANOTHER);
  }

  @Test
  void theRulesOfBeforeIgnoreStopsAndLendGrantsAndWindows() {
    assertThat(violations(new Setting(false, false), CONTROL, RulesOfBefore::new))
        .containsKeys(
            Violation.STOP_IGNORED,
            Violation.GRANT_OF_ANOTHER,
            Violation.WINDOW_OF_ANOTHER,
            Violation.ORDER_MATTERS);
  }

  @Test
  void theRulesOfBeforeLoseStopsAndEraseTheWrongRecords() {
    assertThat(violations(new Setting(true, false), CONTROL, RulesOfBefore::new))
        .containsKeys(
            Violation.STOP_LOST, Violation.RECORD_OF_ANOTHER_ERASED, Violation.OWN_RECORD_LEFT);
  }

  @Test
  void numbersReissuedAtOnceLendGrantsAndNothingElseIsLost() {
    Setting setting = new Setting(false, false, 0);
    assertThat(violations(setting, HISTORIES, PersonModel::strict).keySet())
        .doesNotContain(Violation.STOP_IGNORED, Violation.ORDER_MATTERS);
  }
}
