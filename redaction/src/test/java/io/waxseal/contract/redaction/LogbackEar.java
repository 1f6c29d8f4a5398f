package io.waxseal.contract.redaction;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** Hears Logback's root logger, and those that hand nothing on to it. */
final class LogbackEar extends UnsynchronizedAppenderBase<ILoggingEvent> implements Ears.Ear {
  private final Hearing hearing;

  LogbackEar(Hearing hearing) {
    this.hearing = hearing;
  }

  @Override
  public void attach() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
      setContext(logback);
      start();
      for (Logger logger : logback.getLoggerList()) {
        boolean wanted = !logger.isAdditive() || logger.getName().equals(Logger.ROOT_LOGGER_NAME);
        if (wanted && !logger.isAttached(this)) {
          logger.addAppender(this);
        }
      }
    }
  }

  @Override
  public void detach() {
    if (getContext() instanceof LoggerContext logback) {
      logback.getLoggerList().forEach(logger -> logger.detachAppender(this));
      stop();
    }
  }

  @Override
  protected void append(ILoggingEvent event) {
    String logger = event.getLoggerName();
    hearing.hear(logger, String.valueOf(event.getFormattedMessage()));
    hearing.hear(logger, event.getMDCPropertyMap());
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        hearing.hear(logger, String.valueOf(pair.key), String.valueOf(pair.value));
      }
    }
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown instanceof ThrowableProxy proxy && proxy.getThrowable() != null) {
      hearing.hear(logger, proxy.getThrowable());
    } else if (thrown != null) {
      hearing.hear(logger, thrown.getClassName() + ": " + thrown.getMessage());
    }
  }
}
