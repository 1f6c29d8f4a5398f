package io.waxseal.redaction;

import io.waxseal.redaction.detect.Finding;
import java.util.List;
import java.util.Objects;

/** What became of one text: the text after treatment and what was found in the text before it. Immutable. */
public final class Redaction {

  private final String text;
  private final List<Finding> findings;

  Redaction(String text, List<Finding> findings) {
    this.text = Objects.requireNonNull(text, "text");
    this.findings = List.copyOf(findings);
  }

  /** {@return the text with every found value treated; the given text itself when nothing was found} */
  public String text() {
    return text;
  }

  /** {@return what was found: disjoint, by position, with offsets into the text that was given} */
  public List<Finding> findings() {
    return findings;
  }

  /** {@return whether anything was found} */
  public boolean changed() {
    return !findings.isEmpty();
  }

  /** {@return the number of findings, never the text} */
  @Override
  public String toString() {
    return "Redaction[findings=" + findings.size() + "]";
  }
}
