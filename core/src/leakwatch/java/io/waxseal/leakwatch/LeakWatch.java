package io.waxseal.leakwatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails the test class in which a planted value was logged, and the run in which an exception said one. */
public final class LeakWatch implements BeforeAllCallback, AfterAllCallback {
  /** For JUnit, which finds it by its name in META-INF/services. */
  public LeakWatch() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(LeakWatch.class))
        .getOrComputeIfAbsent(Run.class);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    fail("logs", Heard.LINES.takeLeaks());
  }

  private static void fail(String where, List<String> leaks) {
    if (!leaks.isEmpty()) {
      throw new AssertionError("planted values in " + where + ":\n" + String.join("\n", leaks));
    }
  }

  /** From the first test class to the end of the run. */
  static final class Run implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private final Exceptions exceptions = new Exceptions();

    Run() {
      Logger root = LogManager.getLogManager().getLogger("");
      root.setLevel(Level.ALL);
      root.addHandler(new Ear());
      exceptions.start();
    }

    @Override
    public void close() {
      Heard made = new Heard();
      exceptions.hear(made);
      keep(made);
      System.out.println("leak watch: " + Heard.LINES.count() + " log lines, " + made.count()
          + " texts of exceptions");
      fail("logs", Heard.LINES.takeLeaks());
      fail("exceptions", made.takeLeaks());
    }

    /** For the test that sends what was said through the log filters. */
    private static void keep(Heard made) {
      List<String> lines = new ArrayList<>(Heard.LINES.lines());
      lines.addAll(made.lines());
      Path folder = Path.of("target");
      if (Files.isDirectory(folder)) {
        try {
          // not Files.write of lines, which refuses half a surrogate pair
          Files.write(folder.resolve("leakwatch.txt"), String.join("\n", lines).getBytes(UTF_8));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static final class Ear extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord line) {
      String name = String.valueOf(line.getLoggerName());
      if (!name.startsWith("org.junit.")) {
        Heard.LINES.line(name, formatter.formatMessage(line), line.getThrown());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
