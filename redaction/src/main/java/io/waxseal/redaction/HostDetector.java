package io.waxseal.redaction;

import io.waxseal.redaction.detect.Detector;
import io.waxseal.redaction.detect.Finding;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Runs a detector of the host's within its budget: what it reads of the text and how much it finds is counted. A detector
 * that goes beyond it, or reports a span that is none, fails, even if it swallows the exception that told it so; what it
 * reports after it has returned is lost.
 */
final class HostDetector {

  /** Reading is counted by character; a text taken as a string counts once. */
  static final int READS_PER_CHARACTER = 256;

  static final int READS = 1 << 16;
  static final int FINDINGS = 64;

  private HostDetector() {}

  static void run(Detector detector, String text, Consumer<Finding> found) {
    Budget budget = new Budget(text.length(), found);
    try {
      detector.detect(new Counted(text, 0, text.length(), budget), budget);
    } finally {
      budget.over = true;
    }
    if (budget.failed) {
      throw new IllegalStateException("A detector went beyond its budget.");
    }
  }

  private static final class Budget implements Consumer<Finding> {
    private final Consumer<Finding> found;
    private final Thread thread = Thread.currentThread();
    private long reads;
    private int findings;
    private boolean failed;
    private boolean over;

    Budget(int length, Consumer<Finding> found) {
      this.found = found;
      reads = READS + (long) READS_PER_CHARACTER * length;
      findings = FINDINGS + length;
    }

    void read(int characters) {
      reads -= characters;
      if (reads < 0) {
        throw exceeded();
      }
    }

    @Override
    public void accept(Finding finding) {
      if (over || Thread.currentThread() != thread || --findings < 0) {
        throw exceeded();
      }
      try {
        found.accept(finding);
      } catch (RuntimeException e) {
        failed = true;
        throw e;
      }
    }

    private IllegalStateException exceeded() {
      failed = true;
      return new IllegalStateException("A detector went beyond its budget.");
    }
  }

  private static final class Counted implements CharSequence {
    private final String text;
    private final int from;
    private final int to;
    private final Budget budget;

    Counted(String text, int from, int to, Budget budget) {
      this.text = text;
      this.from = from;
      this.to = to;
      this.budget = budget;
    }

    @Override
    public int length() {
      return to - from;
    }

    @Override
    public char charAt(int index) {
      budget.read(1);
      return text.charAt(from + Objects.checkIndex(index, to - from));
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      Objects.checkFromToIndex(start, end, to - from);
      budget.read(1);
      return new Counted(text, from + start, from + end, budget);
    }

    @Override
    public String toString() {
      budget.read(to - from);
      return text.substring(from, to);
    }
  }
}
