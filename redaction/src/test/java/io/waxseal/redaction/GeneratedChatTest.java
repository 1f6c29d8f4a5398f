package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.detect.Finding;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures the detectors on made-up messages, which share no value with any labelled text. */
@Tag("data")
class GeneratedChatTest {

  private static final int PER_TYPE = 12;

  private int right;
  private int otherType;
  private int missed;
  private int misses;
  private int flaggedMisses;
  private final Map<String, Integer> lost = new TreeMap<>();

  @Test
  void mostValuesAreFoundAndMostNearMissesAreNot() {
    for (GeneratedChat.Row row : new GeneratedChat(20_261_122).rows(PER_TYPE)) {
      count(row);
    }
    int values = right + otherType + missed;
    System.out.printf(
        "made-up messages: %d values, same type and span %d, other type %d, missed %d; %d near misses, same type %d%n%s%n",
        values, right, otherType, missed, misses, flaggedMisses, lost);
    assertThat(right).isGreaterThan(values * 80 / 100);
    assertThat(missed).isLessThan(values * 8 / 100);
    assertThat(flaggedMisses).isLessThan(misses * 5 / 100);
  }

  private void count(GeneratedChat.Row row) {
    boolean same = false;
    boolean any = false;
    for (Finding finding : Redacted.STANDARD.findings(row.text())) {
      int shared = Math.min(finding.end(), row.end()) - Math.max(finding.start(), row.start());
      int united = Math.max(finding.end(), row.end()) - Math.min(finding.start(), row.start());
      boolean matches = shared * 2 >= united;
      any |= matches;
      same |= matches && finding.type().name().equals(row.type());
    }
    if (!row.valid()) {
      misses++;
      flaggedMisses += same ? 1 : 0;
      return;
    }
    right += same ? 1 : 0;
    otherType += any && !same ? 1 : 0;
    missed += any ? 0 : 1;
    if (!same) {
      lost.merge(row.type() + (any ? "" : " missed"), 1, Integer::sum);
    }
  }
}
