package io.waxseal.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What the iterations of one benchmark say, over all its forks.
 *
 * @param median the median of their averages, in microseconds an operation
 * @param deviation the median absolute deviation from it
 * @param bytes allocated an operation; negative if nobody counted
 */
record Measurement(double median, double deviation, double bytes) {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  /** The measurements of a run by what {@link Row#measured} says. */
  static Map<String, Measurement> of(Collection<RunResult> results) {
    Map<String, Measurement> measurements = new TreeMap<>();
    for (RunResult result : results) {
      measurements.put(name(result.getParams()), of(result));
    }
    return measurements;
  }

  private static String name(BenchmarkParams params) {
    String method = params.getBenchmark();
    String name = method.substring(method.lastIndexOf('.', method.lastIndexOf('.') - 1) + 1);
    name = name.replace("Benchmark.", ".");
    return params.getParamsKeys().stream()
        .map(key -> ":" + params.getParam(key))
        .collect(Collectors.joining("", name, ""));
  }

  private static Measurement of(RunResult result) {
    List<Double> averages = new ArrayList<>();
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        averages.add(iteration.getPrimaryResult().getScore());
      }
    }
    Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
    return of(averages, allocated == null ? -1 : allocated.getScore());
  }

  static Measurement of(List<Double> averages, double bytes) {
    double median = median(averages);
    List<Double> deviations =
        averages.stream().map(average -> Math.abs(average - median)).toList();
    return new Measurement(median, median(deviations), bytes);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
