package io.waxseal.cli;

import io.waxseal.redaction.Direction;
import io.waxseal.redaction.Policy;
import io.waxseal.redaction.Profile;
import io.waxseal.redaction.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replaces sensitive values line by line, or measures the detectors on labelled lines. */
@Command(
    name = "redact",
    description = {
      "Replaces sensitive values in a text, line by line, by their type.",
      "A line that is a JSON document is walked as a tree, so that the names of its members count."
          + " Each line is written before the next is read.",
      "A line that cannot be examined by itself becomes [REDACTED]: one that is no UTF-8 or longer than 8 MiB,"
          + " and each line of a private key behind its first."
    },
    exitCodeList = {
      "0:done",
      "1:not used",
      "2:wrong usage, a file that cannot be read, or an output that cannot be written;"
          + " what was written until then stands"
    },
    footer = {
      "Examples:",
      "  tail -f app.log | waxseal redact",
      "  waxseal redact --profile balanced --region DE export.jsonl",
      "  waxseal redact --evaluate labelled.jsonl",
      "  waxseal redact --vectors values.jsonl"
    })
final class Redact implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The file to redact; none or -: standard input.")
  private @Nullable Path file;

  @Option(
      names = "--profile",
      paramLabel = "P",
      description = "strict (logs and exports), balanced (storage) or outbound (messages)."
          + " Default: strict; balanced with --evaluate.")
  private @Nullable Profile profile;

  @Option(
      names = "--region",
      paramLabel = "R",
      description = "The country, as in ISO 3166, whose national phone numbers are meant.")
  private @Nullable String region;

  @Option(
      names = "--explain",
      description = "Print the findings of each line instead, as JSON: type, span, score and rule,"
          + " or that it is withheld.")
  private boolean explain;

  @Option(
      names = "--evaluate",
      paramLabel = "FILE",
      description = "Compare with the labels of JSON lines: precision, recall and F1 by type."
          + " PERSON, ORG, LOCATION, ADDRESS, DATE, TITLE and OTHER_* do not count.")
  private @Nullable Path evaluate;

  @Option(
      names = "--vectors",
      paramLabel = "FILE",
      description = "Compare with JSON lines of values that are valid or not, by type.")
  private @Nullable Path vectors;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Bodies bodies;
  private final Progress progress;

  Redact(Bodies bodies, Progress progress) {
    this.bodies = bodies;
    this.progress = progress;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (evaluate != null && vectors != null) {
      throw wrong("--evaluate and --vectors exclude each other");
    }
    if ((evaluate != null || vectors != null) && file != null) {
      throw wrong("--evaluate and --vectors name the file themselves");
    }
    if (evaluate != null) {
      LabelledLines lines = LabelledLines.read(evaluate);
      out.println(
          new Evaluation(redactor(Profile.BALANCED)).of(lines.rows()).toJson().toText());
    } else if (vectors != null) {
      out.println(ValueVectors.judge(LabelledLines.objects(vectors)).toText());
    } else {
      RedactedLines lines = new RedactedLines(redactor(Profile.STRICT), explain, out, progress);
      try (InputStream in = bodies.open(file)) {
        lines.copy(in);
      } catch (IOException e) {
        throw new CliException("the input cannot be read");
      }
    }
    out.flush();
    return 0;
  }

  private Redactor redactor(Profile usual) {
    Policy policy = Policy.standard().with(Direction.EXPORT, profile == null ? usual : profile);
    Redactor.Builder builder = Redactor.builder().policy(policy);
    try {
      return region == null ? builder.build() : builder.region(region).build();
    } catch (IllegalArgumentException e) {
      throw wrong("--region is a country of two letters, such as DE");
    }
  }

  private ParameterException wrong(String line) {
    return new ParameterException(spec.commandLine(), line);
  }
}
