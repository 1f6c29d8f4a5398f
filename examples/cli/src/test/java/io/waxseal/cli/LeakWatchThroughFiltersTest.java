package io.waxseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.waxseal.leakwatch.Plants;
import io.waxseal.redaction.jul.RedactingFormatter;
import io.waxseal.redaction.log4j.RedactionPolicy;
import io.waxseal.redaction.logback.RedactingAppender;
import io.waxseal.redaction.logging.LogRedactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.junit.jupiter.api.Test;

/**
 * The lines that the leak watch heard of our own classes in the suites of the libraries, as far as they have run, with
 * planted values put into them as arguments, texts of exceptions and context, come out of the three log filters without those values.
 */
class LeakWatchThroughFiltersTest {
  private static final List<String> ALWAYS =
      List.of("sent", "answer of Meta", "the webhook could not be handled; it is tried again", "");
  private static final LogRedactor LOGS = LogRedactor.standard();
  private static final List<String> VALUES = Plants.values();

  private final List<String> written = new ArrayList<>();
  private final List<String> plants = new ArrayList<>();

  @Test
  void noPlantedValueComesOutOfAFilter() throws IOException {
    List<String> lines = lines();
    Logback logback = new Logback();
    for (int i = 0; i < lines.size(); i++) {
      int plantsOfThisLine = i < ALWAYS.size() ? VALUES.size() : 1;
      for (int n = 0; n < plantsOfThisLine; n++) {
        String plant = VALUES.get((i + n) % VALUES.size());
        Exception thrown = new Exception(lines.get(i) + " " + plant);
        thrown.setStackTrace(new StackTraceElement[0]);
        plants.add(plant);
        written.add(logback.write(lines.get(i), plant, thrown)
            + log4j(lines.get(i), plant, thrown)
            + jul(lines.get(i), plant, thrown));
      }
    }
    assertThat(written).hasSizeGreaterThanOrEqualTo(ALWAYS.size() * VALUES.size());
    for (int i = 0; i < written.size(); i++) {
      assertThat(written.get(i)).doesNotContain(plants.get(i));
    }
  }

  @Test
  void withoutAFilterThePlantsStandThere() {
    assertThat(new SimpleFormatter().format(record("sent", VALUES.get(0), new Exception("x"))))
        .contains(VALUES.get(0));
  }

  private static List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>(ALWAYS);
    for (String module : List.of("core", "crypto", "redaction", "consent")) {
      Path heard = Path.of("..", "..", module, "target", "leakwatch.txt");
      if (Files.exists(heard)) {
        lines.addAll(Files.readAllLines(heard));
      }
    }
    return lines;
  }

  private static String log4j(String line, String plant, Exception thrown) {
    LogEvent event = new RedactionPolicy(LOGS)
        .rewrite(Log4jLogEvent.newBuilder()
            .setLoggerName("io.waxseal")
            .setLevel(org.apache.logging.log4j.Level.INFO)
            .setMessage(new ParameterizedMessage("{} " + line, plant))
            .setThrown(thrown)
            .build());
    return event.getMessage().getFormattedMessage()
        + event.getMessage().getParameters()[0]
        + event.getThrown();
  }

  private static String jul(String line, String plant, Exception thrown) {
    return new RedactingFormatter(new SimpleFormatter(), LOGS).format(record(line, plant, thrown));
  }

  private static String quoted(String line) {
    return line.replace("'", "''").replace("{", "'{'");
  }

  private static LogRecord record(String line, String plant, Exception thrown) {
    LogRecord record = new LogRecord(java.util.logging.Level.INFO, "{0} " + quoted(line));
    record.setParameters(new Object[] {plant});
    record.setThrown(thrown);
    return record;
  }

  /** Logback with the appender in front of one that keeps what it is given. */
  private static final class Logback {
    private final LoggerContext context = new LoggerContext();
    private final RedactingAppender redacting = new RedactingAppender(LOGS);
    private final PatternLayout layout = new PatternLayout();
    private final StringBuilder out = new StringBuilder();

    private Logback() {
      layout.setContext(context);
      layout.setPattern("%msg %X %ex");
      layout.start();
      AppenderBase<ILoggingEvent> keeping = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          out.append(layout.doLayout(event)).append(event.getArgumentArray()[0]);
        }
      };
      keeping.start();
      redacting.addAppender(keeping);
      redacting.start();
    }

    private String write(String line, String plant, Exception thrown) {
      LoggingEvent event = new LoggingEvent(
          "fqcn", context.getLogger("io.waxseal"), Level.INFO, "{} " + line, thrown, new Object[] {
            plant
          });
      event.setMDCPropertyMap(Map.of("about", plant));
      out.setLength(0);
      redacting.doAppend(event);
      return out.toString();
    }
  }
}
