package io.waxseal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.contract.CrashPoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An upgrade of a database of 10079ff that dies, or that two begin at once, ends as one that was left in peace. */
@Tag("data")
class InterruptedUpgradeTest {
  private static final int FEW = 1_009;
  private static final int MANY = 701;

  @TempDir
  private Path folder;

  @Test
  void whereverItDiesTheNextStartCompletesIt() {
    diesAtEvery(FEW, OldDatabase.On.SQLITE);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource
  void atManyStatementsItMayDie(OldDatabase.On engine) {
    diesAtEvery(MANY, engine);
  }

  private void diesAtEvery(int stride, OldDatabase.On engine) {
    Map<String, Integer> whole = upgraded(OldDatabase.copy(engine, folder));
    CrashPoints points = new CrashPoints();
    points.atEveryStep(
        stride,
        () -> OldDatabase.copy(engine, folder),
        old -> OldShop.open(old, points.on(old.source())).close(),
        old -> assertThat(upgraded(old)).isEqualTo(whole));
  }

  @ParameterizedTest
  @EnumSource
  void twoProcessesMayBeginItAtOnce(OldDatabase.On engine) throws Exception {
    Map<String, Integer> whole = upgraded(OldDatabase.copy(engine, folder));
    OldDatabase old = OldDatabase.copy(engine, folder);
    ExecutorService processes = Executors.newFixedThreadPool(2);
    try {
      Callable<Boolean> start = () -> {
        OldShop.open(old, old.twin()).close();
        return Boolean.TRUE;
      };
      for (Future<Boolean> started : processes.invokeAll(List.of(start, start))) {
        assertThat(started.get()).isTrue();
      }
    } finally {
      processes.shutdown();
    }
    assertThat(upgraded(old)).isEqualTo(whole);
  }

  /** Opens it once more; everybody is found afterwards. */
  private static Map<String, Integer> upgraded(OldDatabase old) {
    try (OldShop shop = OldShop.open(old)) {
      for (OldDatabase.Fact fact : OldDatabase.facts("one")) {
        assertThat(shop.points(fact.part(2)))
            .as("%s", fact)
            .allMatch(point -> shop.find(fact.part(1), point).isPresent());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return old.counts();
  }
}
