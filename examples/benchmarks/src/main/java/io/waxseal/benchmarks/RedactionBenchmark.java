package io.waxseal.benchmarks;

import io.waxseal.redaction.Direction;
import io.waxseal.redaction.RedactionFilter;
import io.waxseal.redaction.Redactor;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Redaction beside fifteen patterns, which count what they find, replace nothing and know no checks and no context. */
@State(Scope.Benchmark)
public class RedactionBenchmark {
  private static final String[] PATTERNS = {
    "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,253}\\.[A-Za-z]{2,24}",
    "\\+[0-9][0-9 ().-]{6,20}[0-9]",
    "\\b(?:[0-9][ -]?){12,18}[0-9]\\b",
    "\\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b",
    "\\b[0-9]{3}-[0-9]{2}-[0-9]{4}\\b",
    "\\b(?:[0-9]{1,3}\\.){3}[0-9]{1,3}\\b",
    "\\b(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}\\b",
    "\\b(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}\\b",
    "https?://[^ ]{1,200}[?&](?:token|key|sig)=[^& ]{1,200}",
    "\\beyJ[A-Za-z0-9_-]{10,200}\\.[A-Za-z0-9_-]{10,400}\\.[A-Za-z0-9_-]{10,200}",
    "\\bAKIA[A-Z2-7]{16}\\b",
    "\\bEAA[A-Za-z0-9]{60,400}\\b",
    "(?i)\\b(?:password|passwort|senha|contrase\u00f1a|pin)\\b[ :=]{1,3}(?:is )?[^ ]{4,64}",
    "\\b[0-9]{3}\\.[0-9]{3}\\.[0-9]{3}-[0-9]{2}\\b",
    "\\b[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}\\b"
  };

  private final List<String> dense = Texts.dense();
  private final List<String> plain = Texts.plain();
  private final String line =
      "worker finished the request of the desk and handed the answer to the n"
          + "ext stage without waiting for anything else today.";
  private final RedactionFilter filter = Redactor.standard().filter(Direction.EXPORT);
  private final RedactionFilter log = Redactor.standard().filter(Direction.LOG);
  private final List<java.util.regex.Pattern> patterns =
      Arrays.stream(PATTERNS).map(java.util.regex.Pattern::compile).toList();
  private final List<com.google.re2j.Pattern> linear =
      Arrays.stream(PATTERNS).map(com.google.re2j.Pattern::compile).toList();

  @Setup
  public void check() {
    Fixture.require(line.length() == 120, "the line of the log has another length");
    Fixture.require(cleanLine().equals(line), "the clean line was changed");
    Fixture.require(
        filter.redactText("card 4111 1111 1111 1111").equals("card [CREDIT_CARD]"),
        "a card was not replaced");
    int found = found(patterns, dense);
    Fixture.require(found > 1_000, "the patterns find nothing");
    Fixture.require(Math.abs(linear() - found) < found / 10, "the two engines find something else");
  }

  /** Findings with context and score, and their replacement. */
  @Benchmark
  public int redact() {
    return redact(dense);
  }

  @Benchmark
  public int redactPlain() {
    return redact(plain);
  }

  @Benchmark
  public int patterns() {
    return found(patterns, dense);
  }

  @Benchmark
  public int patternsPlain() {
    return found(patterns, plain);
  }

  @Benchmark
  public int linear() {
    return linear(dense);
  }

  private int linear(List<String> texts) {
    int found = 0;
    for (String text : texts) {
      for (com.google.re2j.Pattern pattern : linear) {
        com.google.re2j.Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
          found++;
        }
      }
    }
    return found;
  }

  @Benchmark
  public int readDense() {
    return read(dense);
  }

  @Benchmark
  public int readPlain() {
    return read(plain);
  }

  @Benchmark
  public String cleanLine() {
    return log.redactText(line);
  }

  @Benchmark
  public int readLine() {
    return read(line);
  }

  private int redact(List<String> texts) {
    int length = 0;
    for (String text : texts) {
      length += filter.redactText(text).length();
    }
    return length;
  }

  private static int found(List<java.util.regex.Pattern> patterns, List<String> texts) {
    int found = 0;
    for (String text : texts) {
      for (java.util.regex.Pattern pattern : patterns) {
        java.util.regex.Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
          found++;
        }
      }
    }
    return found;
  }

  /** What nothing that looks at each character goes below. */
  private static int read(List<String> texts) {
    int sum = 0;
    for (String text : texts) {
      sum += read(text);
    }
    return sum;
  }

  private static int read(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digits += (c >= '0' && c <= '9') || c == '@' ? 1 : 0;
    }
    return digits;
  }
}
