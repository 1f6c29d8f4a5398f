package io.waxseal.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One run of the command line in this process, with what it printed. */
record Run(int code, String out, String err) {
  static Run of(Object... args) {
    return withInput(new byte[0], args);
  }

  static Run withInput(byte[] input, Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Waxseal.commandLine(new Bodies(new ByteArrayInputStream(input)), Progress.none())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(Stream.of(args).map(String::valueOf).toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }

  /** In an environment of its own, with a display of progress. */
  static Run in(Map<String, String> environment, Progress progress, Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Waxseal.commandLine(
            new Bodies(InputStream.nullInputStream()), progress, environment::get)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(Stream.of(args).map(String::valueOf).toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
