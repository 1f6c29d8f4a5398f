package io.waxseal.contract.redaction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Hears the root logger of {@code java.util.logging}, and those that hand nothing on to it. */
final class JulEar extends Handler implements Ears.Ear {
  private final Hearing hearing;
  private final Formatter formatter = new SimpleFormatter();
  private final List<Logger> heard = new ArrayList<>();

  JulEar(Hearing hearing) {
    this.hearing = hearing;
  }

  @Override
  public void attach() {
    LogManager loggers = LogManager.getLogManager();
    for (String name : Collections.list(loggers.getLoggerNames())) {
      Logger logger = loggers.getLogger(name);
      boolean wanted = logger != null && (name.isEmpty() || !logger.getUseParentHandlers());
      if (wanted && !List.of(logger.getHandlers()).contains(this)) {
        logger.addHandler(this);
        heard.add(logger);
      }
    }
  }

  @Override
  public void detach() {
    heard.forEach(logger -> logger.removeHandler(this));
    heard.clear();
  }

  @Override
  public void publish(LogRecord line) {
    String logger = String.valueOf(line.getLoggerName());
    hearing.hear(logger, String.valueOf(formatter.formatMessage(line)));
    if (line.getThrown() != null) {
      hearing.hear(logger, line.getThrown());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
