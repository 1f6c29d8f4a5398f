package io.waxseal.cli;

import io.waxseal.account.WaxsealException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What goes wrong ends as one line on standard error, never as a stack trace. */
final class Complaints {
  private Complaints() {}

  static int wrongUsage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String help = command.getCommandSpec().qualifiedName() + " --help";
    print(command.getErr(), e.getMessage() + " (see " + help + ")");
    return Waxseal.USAGE;
  }

  static int failed(Exception e, CommandLine command, ParseResult parsed) {
    boolean explained = e instanceof CliException || e instanceof WaxsealException;
    String unexpected = "this should not happen (" + e.getClass().getName() + "); please report it";
    print(command.getErr(), explained ? String.valueOf(e.getMessage()) : unexpected);
    return Waxseal.USAGE;
  }

  static void print(PrintWriter err, String line) {
    err.println(Printable.of("waxseal: " + line));
  }
}
