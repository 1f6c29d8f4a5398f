package io.waxseal.contract.redaction;

import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.redaction.RedactionFilter;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what stands in a line, by type, rule, logger and shape, never by value. */
final class Judge {
  private static final int REACH = 40;
  private static final String BY_NAME = "name";

  private final RedactionFilter filter;
  private final Set<String> except;

  Judge(RedactionFilter filter, Set<String> except) {
    this.filter = filter;
    this.except = except;
  }

  /** What stands in a text. */
  List<String> text(String logger, String text) {
    List<String> found = new ArrayList<>();
    for (Finding finding : filter.findings(text)) {
      if (!except.contains(finding.type().name())) {
        found.add(line(finding.type().name(), finding.why(), logger, shape(text, finding)));
      }
    }
    return found;
  }

  /** What stands in a named value; the name itself may say that the value is a secret. */
  List<String> named(String logger, String name, String value) {
    List<String> found = text(logger, name + ": " + value);
    if (found.isEmpty()) {
      JsonObject given = JsonObject.of(Map.of(name, new JsonString(value)));
      if (filter.redactJson(given) instanceof JsonObject treated && !treated.equals(given)) {
        treated.members().values().forEach(member -> {
          String type = member instanceof JsonString label ? type(label.value()) : "";
          if (!except.contains(type)) {
            found.add(line(type, BY_NAME, logger, masked(name) + ": [" + type + "]"));
          }
        });
      }
    }
    return found;
  }

  private static String type(String label) {
    return label.matches("\\[[A-Z][A-Z0-9_]+]")
        ? label.substring(1, label.length() - 1)
        : EntityType.REDACTED.name();
  }

  private static String line(String type, String why, String logger, String shape) {
    return "- " + type + " (" + why + "), logger " + logger + ": " + shape;
  }

  private static String shape(String text, Finding finding) {
    int from = Math.max(0, finding.start() - REACH);
    int to = Math.min(text.length(), finding.end() + REACH);
    return (from > 0 ? "…" : "")
        + masked(text.substring(from, finding.start()))
        + finding.type().label()
        + masked(text.substring(finding.end(), to))
        + (to < text.length() ? "…" : "");
  }

  private static String masked(String text) {
    StringBuilder masked = new StringBuilder(text.length());
    text.codePoints().forEach(c -> masked.append(mask(c)));
    return masked.toString();
  }

  private static char mask(int c) {
    if (Character.isDigit(c)) {
      return '9';
    }
    if (Character.isLetter(c)) {
      return 'x';
    }
    return c > ' ' && c < 0x7f ? (char) c : ' ';
  }
}
