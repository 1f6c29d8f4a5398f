package io.waxseal.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarksTest {
  private static final List<Row> ROWS = List.of(
      new Row("X1", "ours", "Some.ours", Optional.of("X2"), Optional.of("X3")),
      new Row("X2", "peer", "Some.peer:SQLITE", Optional.empty(), Optional.of("X3")),
      new Row("X3", "limit", "Some.limit", Optional.empty(), Optional.empty()));

  @Test
  void everyBenchmarkWorksAndIsARowOfTheTable() throws RunnerException {
    Map<String, Measurement> measured = Measurement.of(new Runner(new OptionsBuilder()
            .forks(0)
            .mode(Mode.SingleShotTime)
            .warmupIterations(0)
            .measurementIterations(1)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build())
        .run());

    assertThat(Row.ALL).extracting(Row::measured).containsAll(measured.keySet());
    assertThat(measured).containsOnlyKeys(Row.ALL.stream().map(Row::measured).toList());
  }

  @Test
  void everyRowIsHeldAgainstRowsThatExist() {
    List<String> names = Row.ALL.stream().map(Row::name).toList();

    assertThat(names).doesNotHaveDuplicates();
    assertThat(Row.ALL.stream().flatMap(row -> Stream.of(row.peer(), row.limit())))
        .allSatisfy(other -> assertThat(names).containsAll(other.stream().toList()));
  }

  @Test
  void theTableHoldsMedianErrorAndRatios() {
    Map<String, Measurement> measured = Map.of(
        "Some.ours", Measurement.of(List.of(30.0, 31.0, 90.0, 33.0), 12_345.4),
        "Some.peer:SQLITE", Measurement.of(List.of(16.0, 15.0, 17.0), -1),
        "Some.limit", Measurement.of(List.of(1.234), 0));

    assertThat(new Table(ROWS, measured).write().lines().skip(2))
        .containsExactly(
            "| X1 | ours | 32.0 | ± 1.50 | µs | 12,345 | 2.00 × X2 | 25.9 × X3 |",
            "| X2 | peer | 16.0 | ± 1.00 | µs |  |  | 13.0 × X3 |",
            "| X3 | limit | 1.23 | ± 0.00 | µs | 0 |  |  |");
  }

  @Test
  void aRowThatWasNotMeasuredIsLeftOut() {
    Map<String, Measurement> measured = Map.of(
        "Some.ours", Measurement.of(List.of(30.0), 12), "Other", Measurement.of(List.of(1.0), 1));

    assertThat(new Table(ROWS, measured).write().lines().skip(2))
        .containsExactly("| X1 | ours | 30.0 | ± 0.00 | µs | 12 |  |  |");
  }

  @Test
  void onlyTheBlockOfThePageIsReplaced() {
    String page = "before\n" + Document.BEGIN + "old\n" + Document.END + "after\n";

    assertThat(Document.withBlock(page, "new\n"))
        .isEqualTo("before\n" + Document.BEGIN + "\nnew\n\n" + Document.END + "after\n");
    assertThatThrownBy(() -> Document.withBlock("no block", "new"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thePageHasItsBlockAndNamesTheCommand() throws Exception {
    String page =
        Files.readString(Path.of(System.getProperty("waxseal.root"), "docs/benchmarks.md"));

    assertThat(Document.withBlock(page, "new")).contains("\nnew\n");
    assertThat(page).contains("mvn -q -Pbench -pl examples/benchmarks -am -DskipTests compile");
  }
}
