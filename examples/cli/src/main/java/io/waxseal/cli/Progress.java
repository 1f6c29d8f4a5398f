package io.waxseal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A line on standard error that tells how far a long run is, replaced once a second and gone at the end. Short runs show
 * nothing, and neither do runs whose standard error is no terminal. Used by one thread.
 */
final class Progress {
  private static final long PATIENCE = Duration.ofSeconds(3).toNanos();
  private static final long INTERVAL = Duration.ofSeconds(1).toNanos();
  private static final String ERASE_LINE = "\r\u001b[K";

  private final Optional<PrintWriter> terminal;
  private final LongSupplier nanoTime;
  private final long start;
  private long shownAt;
  private boolean shown;

  Progress(Optional<PrintWriter> terminal, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    start = nanoTime.getAsLong();
  }

  static Progress none() {
    return new Progress(Optional.empty(), () -> 0);
  }

  /**
   * The progress of this process. It is silent where standard output is the same terminal, since the output itself then
   * shows how far it is, and where the system does not tell what its descriptors are.
   */
  static Progress onTerminal(PrintWriter err) {
    return new Progress(
        isTerminal(2) && !isTerminal(1) ? Optional.of(err) : Optional.empty(), System::nanoTime);
  }

  /** {@code System.console()} does not tell: it looks at standard input and output, and differs between JDKs. */
  static boolean isTerminal(int descriptor) {
    try {
      String device =
          Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  void show(Supplier<String> state) {
    if (terminal.isEmpty()) {
      return;
    }
    long now = nanoTime.getAsLong();
    if (now - start < PATIENCE || (shown && now - shownAt < INTERVAL)) {
      return;
    }
    terminal.get().print(ERASE_LINE + Printable.of(state.get()));
    terminal.get().flush();
    shownAt = now;
    shown = true;
  }

  /** Whole seconds since the start. */
  long seconds() {
    return Duration.ofNanos(nanoTime.getAsLong() - start).toSeconds();
  }

  void done() {
    if (shown) {
      terminal.ifPresent(err -> {
        err.print(ERASE_LINE);
        err.flush();
      });
      shown = false;
    }
  }
}
