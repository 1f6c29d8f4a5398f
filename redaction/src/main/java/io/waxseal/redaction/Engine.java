package io.waxseal.redaction;

import io.waxseal.redaction.detect.Detector;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import io.waxseal.redaction.internal.find.RegionalDetector;
import io.waxseal.redaction.internal.label.Labels;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Detects, makes disjoint and treats as a plan says; where anything fails, withholds the whole text. */
final class Engine {

  static final String WITHHELD = EntityType.REDACTED.label();
  private static final int MOST_ROUNDS = 4;

  private final RegionalDetector standard;
  private final List<Detector> hosts;
  private final KnownValues known;

  /** The collector of the last call, for the next one; two calls at once have one each. */
  private final AtomicReference<Collector> idle = new AtomicReference<>();

  Engine(RegionalDetector standard, List<Detector> hosts) {
    this(standard, hosts, KnownValues.none());
  }

  /** What is known of every text says nothing about its country. */
  Engine(RegionalDetector standard, List<Detector> hosts, KnownValues known) {
    this.standard = standard;
    this.hosts = List.copyOf(hosts);
    this.known = known;
  }

  /** This engine for texts that mean a country's numbers, or this one where no country is named. */
  Engine in(String country) {
    return country.isEmpty() ? this : new Engine(standard.in(country), hosts, known);
  }

  /** This engine for texts of which more is known. */
  Engine knowing(KnownValues more) {
    return more.isEmpty() ? this : new Engine(standard.in(more.region()), hosts, known.and(more));
  }

  List<Finding> findings(String text, Plan plan) {
    try {
      return detect(text, plan);
    } catch (Exception | Error e) {
      return withheld(text);
    }
  }

  Redaction redact(String text, Plan plan) {
    try {
      List<Finding> findings = detect(text, plan);
      String treated = findings.isEmpty() ? text : settle(text, findings, plan);
      return new Redaction(treated, findings);
    } catch (Exception | Error e) {
      return new Redaction(text.isEmpty() ? text : WITHHELD, withheld(text));
    }
  }

  String redactText(String text, Plan plan) {
    try {
      List<Finding> findings = detect(text, plan);
      return findings.isEmpty() ? text : settle(text, findings, plan);
    } catch (Exception | Error e) {
      return text.isEmpty() ? text : WITHHELD;
    }
  }

  /** Treats until nothing is found in the result, so that redacting twice is redacting once whatever the treatment. */
  private String settle(String text, List<Finding> findings, Plan plan) {
    String treated = text;
    List<Finding> left = findings;
    for (int round = 0; round < MOST_ROUNDS && !left.isEmpty(); round++) {
      treated = treat(treated, left, plan);
      left = detect(treated, plan);
    }
    return left.isEmpty() ? treated : WITHHELD;
  }

  private List<Finding> detect(String text, Plan plan) {
    Collector found = idle.getAndSet(null);
    if (found == null) {
      found = new Collector();
    }
    try {
      found.begin(text.length(), plan);
      standard.detect(text, found);
      for (int i = 0; i < hosts.size(); i++) {
        HostDetector.run(hosts.get(i), text, found);
      }
      known.detect(text, found);
      return found.found().isEmpty()
          ? List.of()
          : Overlaps.resolve(text, known.spare(text, Labels.spare(text, found.found())));
    } finally {
      found.end();
      idle.set(found);
    }
  }

  private static String treat(String text, List<Finding> findings, Plan plan) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int from = 0;
    for (Finding finding : findings) {
      out.append(text, from, finding.start());
      plan.apply(finding, text, out);
      from = finding.end();
    }
    return out.append(text, from, text.length()).toString();
  }

  /** What stands for a value that is sensitive by the name of its member. */
  static String standIn(EntityType type, String value, Plan plan) {
    StringBuilder out = new StringBuilder();
    Finding whole = new Finding(type, 0, value.length(), 1, "json.key");
    plan.apply(whole, value, out);
    return out.toString();
  }

  private static List<Finding> withheld(String text) {
    return text.isEmpty()
        ? List.of()
        : List.of(new Finding(EntityType.REDACTED, 0, text.length(), 1, "detector.failed"));
  }
}
