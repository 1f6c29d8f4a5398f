package io.waxseal.redaction.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import io.waxseal.redaction.logging.RedactedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** An event of which the parts that can hold text were replaced; the others are asked of the original. */
final class RedactedEvent implements ILoggingEvent {

  private final ILoggingEvent event;
  private final RedactedMessage message;
  private final @Nullable IThrowableProxy thrown;
  private final @Nullable Map<String, String> context;
  private final @Nullable List<KeyValuePair> pairs;

  RedactedEvent(
      ILoggingEvent event,
      RedactedMessage message,
      @Nullable IThrowableProxy thrown,
      @Nullable Map<String, String> context,
      @Nullable List<KeyValuePair> pairs) {
    this.event = event;
    this.message = message;
    this.thrown = thrown;
    this.context = context;
    this.pairs = pairs;
  }

  @Override
  public @Nullable String getMessage() {
    return message.format();
  }

  @Override
  public @Nullable Object @Nullable [] getArgumentArray() {
    return message.arguments();
  }

  @Override
  public @Nullable String getFormattedMessage() {
    return message.text();
  }

  @Override
  public @Nullable IThrowableProxy getThrowableProxy() {
    return thrown;
  }

  @Override
  public @Nullable Map<String, String> getMDCPropertyMap() {
    return context;
  }

  @Override
  @Deprecated
  public @Nullable Map<String, String> getMdc() {
    return context;
  }

  @Override
  public @Nullable List<KeyValuePair> getKeyValuePairs() {
    return pairs;
  }

  /** All that matters here is the thread, where the original's context cannot be had. */
  @Override
  public void prepareForDeferredProcessing() {
    try {
      event.prepareForDeferredProcessing();
    } catch (Exception | Error e) {
      event.getThreadName();
    }
  }

  @Override
  public String getThreadName() {
    return event.getThreadName();
  }

  @Override
  public Level getLevel() {
    return event.getLevel();
  }

  @Override
  public String getLoggerName() {
    return event.getLoggerName();
  }

  @Override
  public LoggerContextVO getLoggerContextVO() {
    return event.getLoggerContextVO();
  }

  @Override
  public StackTraceElement[] getCallerData() {
    return event.getCallerData();
  }

  @Override
  public boolean hasCallerData() {
    return event.hasCallerData();
  }

  @Override
  public @Nullable List<Marker> getMarkerList() {
    return event.getMarkerList();
  }

  @Override
  public long getTimeStamp() {
    return event.getTimeStamp();
  }

  @Override
  public int getNanoseconds() {
    return event.getNanoseconds();
  }

  @Override
  public Instant getInstant() {
    return event.getInstant();
  }

  @Override
  public long getSequenceNumber() {
    return event.getSequenceNumber();
  }

  /** {@return the level and the redacted message} */
  @Override
  public String toString() {
    return "[" + event.getLevel() + "] " + message.text();
  }
}
