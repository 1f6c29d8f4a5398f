package io.waxseal.cli;

import io.waxseal.redaction.support.SupportBundle;
import io.waxseal.redaction.support.SupportManifest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the ends of log files, redacted, and versions into one zip file. */
@Command(
    name = "support-bundle",
    description = {
      "Puts the ends of log files, redacted line by line, and versions into one zip file.",
      "Names and free text are not found: look at the bundle before you send it."
    },
    exitCodeList = {
      "0:done",
      "1:a log file could not be read; the manifest says which",
      "2:wrong usage, or the bundle cannot be written"
    },
    footer = {"Example:", "  waxseal support-bundle --output bundle.zip app.log"})
final class SupportBundleCommand implements Callable<Integer> {
  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "The zip file; must not exist. Only you may read it.")
  @SuppressWarnings("NullAway.Init")
  private Path output;

  @Option(
      names = "--tail",
      paramLabel = "BYTES",
      defaultValue = "1048576",
      description = "How much of each file's end is taken. Default: 1 MiB.")
  private int tail;

  @Parameters(arity = "0..*", paramLabel = "LOG", description = "Log files, in UTF-8.")
  private List<Path> logs = List.of();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (tail < 1) {
      throw new CliException("--tail is at least 1");
    }
    SupportBundle.Builder bundle = SupportBundle.builder().tail(tail);
    logs.forEach(bundle::addLog);
    return told(written(bundle.build()));
  }

  private SupportManifest written(SupportBundle bundle) {
    try {
      return bundle.writeTo(output);
    } catch (FileAlreadyExistsException e) {
      throw new CliException("the file of --output exists");
    } catch (IOException e) {
      throw new CliException("the file of --output cannot be written");
    }
  }

  private int told(SupportManifest manifest) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(manifest.entries().size() + " files and a manifest; replaced:"
        + (manifest.found().isEmpty() ? " nothing" : ""));
    manifest.found().forEach((type, count) -> out.println("  " + type + " " + count));
    boolean all = manifest.entries().stream().allMatch(entry -> entry.failure().isEmpty());
    return all ? 0 : 1;
  }
}
