package io.waxseal.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes measurements down as one Markdown table. */
final class Table {
  private static final String HEAD = """
      | | one operation | median | error | unit | bytes allocated | against its peer | against its limit |
      |---|---|---:|---:|---|---:|---:|---:|
      """;

  private final List<Row> rows;
  private final Map<String, Measurement> measurements;

  Table(List<Row> rows, Map<String, Measurement> measurements) {
    this.rows = rows;
    this.measurements = measurements;
  }

  /** The table, without the rows that were not measured. */
  String write() {
    return rows.stream()
        .flatMap(row -> measured(row).map(own -> line(row, own)).stream())
        .collect(Collectors.joining("", HEAD, ""));
  }

  private Optional<Measurement> measured(Row row) {
    return Optional.ofNullable(measurements.get(row.measured()));
  }

  private String line(Row row, Measurement own) {
    return String.join(
        " | ",
        "| " + row.name(),
        row.what(),
        number(own.median()),
        "± " + number(own.deviation()),
        "µs",
        own.bytes() < 0 ? "" : String.format(Locale.ROOT, "%,.0f", own.bytes()),
        ratio(own, row.peer()),
        ratio(own, row.limit()) + " |\n");
  }

  private String ratio(Measurement own, Optional<String> other) {
    return other
        .flatMap(name -> rows.stream().filter(row -> row.name().equals(name)).findFirst())
        .flatMap(this::measured)
        .map(against -> number(own.median() / against.median()) + " × " + other.orElse(""))
        .orElse("");
  }

  /** Three digits that say something. */
  private static String number(double value) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
