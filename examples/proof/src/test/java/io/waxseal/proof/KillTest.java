package io.waxseal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.proof.Point.Corridor;
import io.waxseal.proof.Point.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A few kills at named points, so that the long run is known to work. */
@Timeout(300)
final class KillTest {
  private static final List<Point> POINTS = List.of(
      Point.at(Kind.BEFORE_COMMIT, Corridor.START, 5),
      Point.at(Kind.AFTER_COMMIT, Corridor.IN, 3),
      Point.at(Kind.IN_HANDLER, Corridor.WORK, 2),
      Point.at(Kind.IN_REQUEST, Corridor.OUT, 1),
      Point.at(Kind.BEFORE_COMMIT, Corridor.ERASE, 9),
      Point.at(Kind.RANDOM, Corridor.START, 1));

  @TempDir
  private Path folder;

  private KillHarness harness(Stores stores, Variant variant) throws Exception {
    return new KillHarness(stores, variant, new Jvm(folder), folder);
  }

  private static final int MOST_KILLS = 12;

  private void killAtEachPoint(Stores stores) throws Exception {
    try (stores;
        KillHarness harness = harness(stores, Variant.REAL)) {
      for (Point point : POINTS) {
        harness.kill(point, TimeUnit.MILLISECONDS.toNanos(700));
      }
      harness.finish();
      assertThat(harness.findings().all()).isEmpty();
      assertThat(harness.tally().kills()).isEqualTo(POINTS.size());
      assertThat(harness.tally().underWay()).isPositive();
    }
  }

  private Findings killAtItsWorst(Variant variant) throws Exception {
    try (Stores stores = Stores.sqlite(folder);
        KillHarness harness = harness(stores, variant)) {
      Findings findings = harness.findings();
      // the first event handled may be of somebody who is just being erased, and then nobody
      // answers twice
      for (int i = 0; i < MOST_KILLS && findings.lost() + findings.doubled() == 0; i++) {
        harness.kill(KillCampaign.worst(variant, i), 0);
      }
      return findings;
    }
  }

  @Test
  void nothingIsLostOrDoubledOnSqlite() throws Exception {
    killAtEachPoint(Stores.sqlite(folder));
  }

  @Test
  void nothingIsLostOrDoubledOnPostgresql() throws Exception {
    killAtEachPoint(Stores.postgresql());
  }

  @Test
  void aHostThatAnswersBeforeItKeepsIsCaught() throws Exception {
    assertThat(killAtItsWorst(Variant.EARLY).lost()).isPositive();
  }

  @Test
  void aHostThatForgetsWhatItAnsweredIsCaught() throws Exception {
    assertThat(killAtItsWorst(Variant.KEYLESS).doubled()).isPositive();
  }
}
