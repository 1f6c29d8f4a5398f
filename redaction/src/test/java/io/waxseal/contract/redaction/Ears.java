package io.waxseal.contract.redaction;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Listens wherever a line can be said. What is on the path decides which back ends there are. */
final class Ears {

  /** Listens to one back end. Attaching what is attached changes nothing. */
  interface Ear {
    void attach();

    void detach();
  }

  private final List<Ear> ears = new ArrayList<>();
  private final PrintedEar out;
  private final PrintedEar err;

  Ears(Hearing hearing) {
    out = new PrintedEar("System.out", () -> System.out, System::setOut, hearing);
    err = new PrintedEar("System.err", () -> System.err, System::setErr, hearing);
    ears.add(out);
    ears.add(err);
    ears.add(new JulEar(hearing));
    if (isThere("ch.qos.logback.classic.LoggerContext")) {
      ears.add(new LogbackEar(hearing));
    }
    if (isThere("org.apache.logging.log4j.core.LoggerContext")) {
      ears.add(new Log4jEar(hearing));
    }
  }

  private static boolean isThere(String type) {
    try {
      Class.forName(type, false, Ears.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  void attach() {
    ears.forEach(Ear::attach);
  }

  void detach() {
    ears.forEach(Ear::detach);
  }

  /** What this thread printed without an end of line counts as a line. */
  void endOfLine() {
    out.endOfLine();
    err.endOfLine();
  }

  /** The stream that is set at the moment. */
  interface Printed {
    PrintStream stream();
  }
}
