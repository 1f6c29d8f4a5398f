package io.waxseal.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Detects, makes disjoint and treats; where anything fails, withholds the whole text. The types of a policy are those it
 * acts on, empty for all.
 */
final class Engine {

  static final String WITHHELD = EntityType.REDACTED.label();
  private static final int MOST_ROUNDS = 4;

  private final List<Detector> detectors;
  private final Treatment treatment;
  private final Map<EntityType, Treatment> treatments;

  Engine(List<Detector> detectors, Treatment treatment, Map<EntityType, Treatment> treatments) {
    this.detectors = List.copyOf(detectors);
    this.treatment = treatment;
    this.treatments = Map.copyOf(treatments);
  }

  List<Finding> findings(String text, Set<EntityType> types) {
    try {
      return detect(text, types);
    } catch (RuntimeException | StackOverflowError e) {
      return withheld(text);
    }
  }

  Redaction redact(String text, Set<EntityType> types) {
    try {
      List<Finding> findings = detect(text, types);
      return findings.isEmpty() ? new Redaction(text, findings) : settle(text, findings, types);
    } catch (RuntimeException | StackOverflowError e) {
      return new Redaction(text.isEmpty() ? text : WITHHELD, withheld(text));
    }
  }

  /** Treats until nothing is found in the result, so that redacting twice is redacting once whatever the treatment. */
  private Redaction settle(String text, List<Finding> findings, Set<EntityType> types) {
    String treated = text;
    List<Finding> left = findings;
    for (int round = 0; round < MOST_ROUNDS && !left.isEmpty(); round++) {
      treated = treat(treated, left);
      left = detect(treated, types);
    }
    return new Redaction(left.isEmpty() ? treated : WITHHELD, findings);
  }

  private List<Finding> detect(String text, Set<EntityType> types) {
    List<Finding> found = new ArrayList<>();
    for (Detector detector : detectors) {
      detector.detect(text, finding -> {
        if (finding.end() > text.length()) {
          throw new IllegalArgumentException("A detector reported a span outside the text.");
        }
        if (types.isEmpty() || types.contains(finding.type())) {
          found.add(finding);
        }
      });
    }
    return found.isEmpty() ? List.of() : Overlaps.resolve(text, Labels.spare(text, found));
  }

  private String treat(String text, List<Finding> findings) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int from = 0;
    for (Finding finding : findings) {
      out.append(text, from, finding.start());
      treatment(finding.type()).apply(finding, text, out);
      from = finding.end();
    }
    return out.append(text, from, text.length()).toString();
  }

  /** What stands for a value that is sensitive by the name of its member. */
  String standIn(EntityType type, String value) {
    StringBuilder out = new StringBuilder();
    treatment(type).apply(new Finding(type, 0, value.length(), 1, "json.key"), value, out);
    return out.toString();
  }

  private Treatment treatment(EntityType type) {
    return treatments.getOrDefault(type, treatment);
  }

  private static List<Finding> withheld(String text) {
    return text.isEmpty()
        ? List.of()
        : List.of(new Finding(EntityType.REDACTED, 0, text.length(), 1, "detector.failed"));
  }
}
