package io.waxseal.redaction.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.spi.AppenderAttachableImpl;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.logging.LogRedactor;
import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands each event to the appenders attached to it after redaction: the formatted message, the arguments, the pattern, the
 * throwable with its causes and suppressed ones, the context of the thread and the key-value pairs. Markers, levels,
 * loggers and stack frames stay.
 *
 * <p>In {@code logback.xml} it is an appender with one or more {@code appender-ref}; it may stand before or behind an
 * {@code AsyncAppender}. An appender that a logger names directly gets the events as they are. A clean event is handed on
 * as it is.
 *
 * <p>Safe for any number of threads.
 */
@SuppressWarnings("exports")
public final class RedactingAppender extends UnsynchronizedAppenderBase<ILoggingEvent>
    implements AppenderAttachable<ILoggingEvent> {

  private final AppenderAttachableImpl<ILoggingEvent> appenders = new AppenderAttachableImpl<>();
  private volatile LogRedactor redactor;

  /** An appender with the standard detectors. */
  public RedactingAppender() {
    this(LogRedactor.standard());
  }

  /**
   * An appender for hosts that configure Logback in code.
   *
   * @param redactor redacts the events
   */
  public RedactingAppender(LogRedactor redactor) {
    this.redactor = redactor;
  }

  /**
   * Sets where the redactor comes from; in {@code logback.xml} an element {@code redactor} whose attribute {@code class}
   * names a public class of the host with a public constructor without parameters. Default: the standard detectors.
   *
   * @param source asked once, here
   */
  public void setRedactor(Supplier<Redactor> source) {
    redactor = LogRedactor.of(source.get());
  }

  @Override
  protected void append(ILoggingEvent event) {
    appenders.appendLoopOnAppenders(Events.redact(redactor, event));
  }

  @Override
  public void stop() {
    appenders.detachAndStopAllAppenders();
    super.stop();
  }

  @Override
  public void addAppender(Appender<ILoggingEvent> appender) {
    appenders.addAppender(appender);
  }

  @Override
  public Iterator<Appender<ILoggingEvent>> iteratorForAppenders() {
    return appenders.iteratorForAppenders();
  }

  @Override
  public @Nullable Appender<ILoggingEvent> getAppender(String name) {
    return appenders.getAppender(name);
  }

  @Override
  public boolean isAttached(Appender<ILoggingEvent> appender) {
    return appenders.isAttached(appender);
  }

  @Override
  public void detachAndStopAllAppenders() {
    appenders.detachAndStopAllAppenders();
  }

  @Override
  public boolean detachAppender(Appender<ILoggingEvent> appender) {
    return appenders.detachAppender(appender);
  }

  @Override
  public boolean detachAppender(String name) {
    return appenders.detachAppender(name);
  }
}
