package io.waxseal.cli;

import io.waxseal.cli.LabelledLines.Row;
import io.waxseal.cli.LabelledLines.Span;
import io.waxseal.json.JsonObject;
import io.waxseal.redaction.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares what a redactor finds with labels. Not thread-safe; used once. */
final class Evaluation {
  private static final Set<String> NOT_STRUCTURED =
      Set.of("PERSON", "ORG", "LOCATION", "ADDRESS", "DATE", "TITLE");

  private final Redactor redactor;
  private final Score overall = new Score();
  private final Map<String, Score> types = new TreeMap<>();
  private int rows;
  private int flagged;

  Evaluation(Redactor redactor) {
    this.redactor = redactor;
  }

  Evaluation of(List<Row> labelled) {
    labelled.forEach(this::row);
    return this;
  }

  JsonObject toJson() {
    JsonObject.Builder byType = JsonObject.builder();
    types.forEach((type, score) -> byType.put(type, score.toJson().build()));
    return JsonObject.builder()
        .put("overall", overall.toJson().build())
        .put("types", byType.build())
        .put("rows", rows)
        .put("flagged", flagged)
        .build();
  }

  private void row(Row row) {
    List<Span> found = counted(redactor.findings(row.text()).stream()
        .map(finding -> new Span(finding.type().name(), finding.start(), finding.end()))
        .toList());
    List<Span> missing = new ArrayList<>(counted(row.spans()));
    rows++;
    flagged += row.spans().isEmpty() && !found.isEmpty() ? 1 : 0;
    for (Span span : found) {
      boolean hit = missing.stream()
          .filter(span::matches)
          .findFirst()
          .map(missing::remove)
          .orElse(false);
      if (hit) {
        overall.hit();
        score(span).hit();
      } else {
        overall.falseAlarm();
        score(span).falseAlarm();
      }
    }
    for (Span span : missing) {
      overall.miss();
      score(span).miss();
    }
  }

  private Score score(Span span) {
    return types.computeIfAbsent(span.type(), type -> new Score());
  }

  private static List<Span> counted(List<Span> spans) {
    return spans.stream()
        .filter(span -> !NOT_STRUCTURED.contains(span.type()) && !span.type().startsWith("OTHER_"))
        .toList();
  }
}
