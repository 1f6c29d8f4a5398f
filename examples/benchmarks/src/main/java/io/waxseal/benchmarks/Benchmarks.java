package io.waxseal.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures and prints the one table. A whole run also writes it into the page that {@code bench.document} names; a run of
 * chosen rows, by JMH's own arguments in {@code bench.args}, only prints.
 */
public final class Benchmarks {
  private static final TimeValue ITERATION = TimeValue.seconds(1);

  private Benchmarks() {}

  /**
   * Runs.
   *
   * @param args none
   * @throws IOException if the page cannot be written
   * @throws RunnerException if a benchmark failed
   * @throws CommandLineOptionException if {@code bench.args} are not JMH's
   */
  public static void main(String[] args)
      throws IOException, RunnerException, CommandLineOptionException {
    String chosen = System.getProperty("bench.args", "").trim();
    System.err.println("Measuring; a whole run takes about fourteen minutes. JMH writes to "
        + System.getProperty("bench.log"));
    double load = Surroundings.load();
    String[] arguments = chosen.isEmpty() ? new String[0] : chosen.split("\\s+");
    Collection<RunResult> results =
        new Runner(settings(new CommandLineOptions(arguments)).build()).run();
    String printed = print(Measurement.of(results), load);
    System.out.print(printed);
    if (chosen.isEmpty()) {
      Document.replaceBlock(Path.of(System.getProperty("bench.document")), printed);
    }
  }

  static String print(Map<String, Measurement> measurements, double load) {
    return Surroundings.describe(load) + "\n" + new Table(Row.ALL, measurements).write();
  }

  /** The settings of a whole run; what the arguments say otherwise, counts. */
  private static OptionsBuilder settings(CommandLineOptions chosen) {
    OptionsBuilder options = new OptionsBuilder();
    options
        .parent(chosen)
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.MICROSECONDS)
        .forks(chosen.getForkCount().orElse(2))
        .warmupIterations(chosen.getWarmupIterations().orElse(3))
        .warmupTime(chosen.getWarmupTime().orElse(ITERATION))
        .measurementIterations(chosen.getMeasurementIterations().orElse(4))
        .measurementTime(chosen.getMeasurementTime().orElse(ITERATION))
        .jvmArgsAppend("-Xms1g", "-Xmx1g")
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.NORMAL)
        .output(System.getProperty("bench.log", "target/jmh.log"));
    if (chosen.getIncludes().isEmpty()) {
      options.include(Benchmarks.class.getPackageName().replace(".", "\\.") + "\\.");
    }
    return options;
  }
}
