package io.waxseal.cli;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.webhook.SignatureVerifier;
import io.waxseal.webhook.WebhookParser;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a JSON line a file: what kinds of event it holds, and nothing of what they say. */
@Command(
    name = "inspect",
    description = {
      "Tells which events captured webhook bodies hold.",
      "Prints one JSON line a file, with field and kind of each event and whether Waxseal knows the kind;"
          + " never a text, a number or an id. Signatures are not checked."
    },
    exitCodeList = {
      "0:every file is a webhook body",
      "1:at least one file is not; its line has \"ok\":false and the error",
      "2:wrong usage, or a path that does not exist"
    },
    footer = {
      "Examples:",
      "  waxseal webhook inspect captured/",
      "  waxseal webhook inspect one.json two.json",
      "  curl -s http://localhost:9000/last | waxseal webhook inspect -"
    })
final class WebhookInspect implements Callable<Integer> {
  private static final SignatureVerifier UNSIGNED =
      SignatureVerifier.acceptUnsigned(List.of(), "inspection of a captured file");

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files; folders, of which all files ending in .json are read, also in"
          + " subfolders; or - for standard input.")
  @SuppressWarnings("NullAway.Init")
  private List<Path> paths;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Bodies bodies;
  private final Progress progress;

  WebhookInspect(Bodies bodies, Progress progress) {
    this.bodies = bodies;
    this.progress = progress;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Path> files = bodies.files(paths);
    int read = 0;
    int bad = 0;
    for (Path file : files) {
      Inspection inspection = inspect(file);
      out.println(inspection.toJson().toText());
      read++;
      bad += inspection.ok() ? 0 : 1;
      int soFar = read;
      progress.show(() -> soFar + " of " + files.size() + " files");
    }
    progress.done();
    return bad == 0 ? 0 : 1;
  }

  private Inspection inspect(Path file) {
    try {
      return new Inspection(
          file, WebhookParser.parse(UNSIGNED.verify(bodies.read(file), null), Instant.now()), null);
    } catch (CliException | MalformedPayloadException e) {
      return new Inspection(file, List.of(), String.valueOf(e.getMessage()));
    }
  }
}
