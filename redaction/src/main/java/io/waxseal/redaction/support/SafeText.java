package io.waxseal.redaction.support;

import io.waxseal.redaction.Direction;
import io.waxseal.redaction.RedactionFilter;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import io.waxseal.redaction.logging.LogRedactor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Redacts the texts of one file and counts what was found in them. Not thread-safe. */
final class SafeText {

  private static final String WITHHELD = EntityType.REDACTED.label();

  private final LogRedactor logs;
  private final RedactionFilter filter;
  private final Map<String, Long> found = new TreeMap<>();
  private long withheld;

  SafeText(Redactor redactor) {
    this.logs = LogRedactor.of(redactor);
    this.filter = redactor.filter(Direction.LOG);
  }

  String of(String text) {
    String safe = logs.text(text);
    if (!safe.equals(text)) {
      count(filter.findings(text));
    }
    return safe;
  }

  /** The text of a host's object, whose {@code toString} may do anything. */
  String ofObject(Object part) {
    try {
      return of(String.valueOf((Object) part.toString()));
    } catch (Exception | Error e) {
      return withheldLine();
    }
  }

  /** In place of a line that could not be examined. */
  String withheldLine() {
    withheld++;
    return WITHHELD;
  }

  /** What a name alone gave away, as in JSON, has no finding of its own. */
  private void count(List<Finding> findings) {
    if (findings.isEmpty()) {
      found.merge(EntityType.REDACTED.name(), 1L, Long::sum);
    }
    findings.forEach(finding -> found.merge(finding.type().name(), 1L, Long::sum));
  }

  Map<String, Long> found() {
    return found;
  }

  long withheld() {
    return withheld;
  }
}
