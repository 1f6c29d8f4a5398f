package io.waxseal.contract.redaction;

import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Hears the root logger of Log4j 2, and those that hand nothing on to it. */
final class Log4jEar extends AbstractAppender implements Ears.Ear {
  private static final String NAME = "waxseal-no-personal-data-in-logs";

  private final Hearing hearing;
  private final List<LoggerConfig> heard = new ArrayList<>();

  Log4jEar(Hearing hearing) {
    super(NAME, null, null, false, Property.EMPTY_ARRAY);
    this.hearing = hearing;
    start();
  }

  @Override
  public void attach() {
    if (LogManager.getContext(false) instanceof LoggerContext context) {
      Configuration configuration = context.getConfiguration();
      List<LoggerConfig> loggers = new ArrayList<>(configuration.getLoggers().values());
      loggers.add(configuration.getRootLogger());
      for (LoggerConfig logger : loggers) {
        boolean wanted = !logger.isAdditive() || logger == configuration.getRootLogger();
        if (wanted && !logger.getAppenders().containsKey(NAME)) {
          logger.addAppender(this, null, null);
          heard.add(logger);
        }
      }
    }
  }

  @Override
  public void detach() {
    heard.forEach(logger -> logger.removeAppender(NAME));
    heard.clear();
  }

  @Override
  public void append(LogEvent event) {
    String logger = String.valueOf(event.getLoggerName());
    hearing.hear(logger, String.valueOf(event.getMessage().getFormattedMessage()));
    event
        .getContextData()
        .<Object>forEach((name, value) -> hearing.hear(logger, name, String.valueOf(value)));
    if (event.getContextStack() != null) {
      event.getContextStack().forEach(line -> hearing.hear(logger, String.valueOf(line)));
    }
    if (event.getThrown() != null) {
      hearing.hear(logger, event.getThrown());
    }
  }
}
