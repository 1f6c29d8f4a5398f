package io.waxseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The root command, and the composition of all others. */
@Command(
    name = "waxseal",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%nArguments:%n",
    exitCodeListHeading = "%nExit codes:%n",
    footerHeading = "%n",
    exitCodeList = {"0:done, or yes", "1:no", "2:wrong usage, or a file that cannot be read"},
    description =
        "Looks into WhatsApp webhooks, verifies audit trails, lists links of people and takes them back, looks after events that were not handled, upgrades databases, redacts texts, reads opt-outs and runs a simulated Cloud API.")
final class Waxseal extends Group {
  static final int USAGE = 2;

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    System.exit(run(out, err, args));
  }

  /** The exit code of one command, over outputs that tests can replace. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    int code;
    try {
      code = commandLine(Bodies.ofProcess(), Progress.onTerminal(err))
          .setOut(out)
          .setErr(err)
          .execute(args);
    } catch (OutOfMemoryError e) {
      Complaints.print(err, "the memory does not suffice; give more with java -Xmx");
      return USAGE;
    }
    if (out.checkError()) {
      Complaints.print(err, "the output could not be written completely");
      return USAGE;
    }
    return code;
  }

  /** All commands, over a standard input and a display of progress that tests can replace. */
  static CommandLine commandLine(Bodies bodies, Progress progress) {
    return commandLine(bodies, progress, System::getenv);
  }

  /** The same, over an environment that tests can replace too. */
  static CommandLine commandLine(
      Bodies bodies, Progress progress, UnaryOperator<@Nullable String> environment) {
    CommandLine webhook = new CommandLine(new Webhook())
        .addSubcommand(new WebhookInspect(bodies, progress))
        .addSubcommand(new WebhookVerify(bodies))
        .addSubcommand(new WebhookSend(bodies));
    CommandLine audit =
        new CommandLine(new Audit()).addSubcommand(new AuditVerify(progress, environment));
    return new CommandLine(new Waxseal())
        .addSubcommand(webhook)
        .addSubcommand(audit)
        .addSubcommand(
            new CommandLine(new OptOut()).addSubcommand(new OptOutDetect(bodies, progress)))
        .addSubcommand(new CommandLine(new People())
            .addSubcommand(new PeopleLinks(environment))
            .addSubcommand(new PeopleUnlink(environment)))
        .addSubcommand(new CommandLine(new InboxCommands())
            .addSubcommand(new InboxList(environment))
            .addSubcommand(new InboxShow(environment))
            .addSubcommand(new InboxReplay(environment))
            .addSubcommand(new InboxDiscard(environment)))
        .addSubcommand(new Upgrade(progress, environment))
        .addSubcommand(new Redact(bodies, progress))
        .addSubcommand(new SupportBundleCommand())
        .addSubcommand(new Simulate(bodies))
        .setCaseInsensitiveEnumValuesAllowed(true)
        // An argument that starts with @ is a file's name here, not a file of arguments.
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(Complaints::wrongUsage)
        .setExecutionExceptionHandler(Complaints::failed);
  }

  /** UTF-8 whatever the locale: JSON lines are UTF-8, and are piped more often than they are looked at. */
  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), UTF_8), true);
  }
}
