package io.waxseal.redaction.log4j;

import io.waxseal.redaction.logging.LogRedactor;
import java.util.List;
import java.util.Objects;
import org.apache.logging.log4j.ThreadContext.ContextStack;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.ReusableMessage;
import org.apache.logging.log4j.spi.MutableThreadContextStack;
import org.apache.logging.log4j.util.ReadOnlyStringMap;
import org.apache.logging.log4j.util.StringMap;
import org.jspecify.annotations.Nullable;

/** Redacts Log4j's events. Log4j may use the given event again for another line, so nothing of it is kept. */
final class Events {

  private Events() {}

  static LogEvent redact(LogRedactor redactor, LogEvent event) {
    Throwable givenThrown = event.getThrown();
    Throwable thrown = givenThrown == null ? null : redactor.throwable(givenThrown);
    Message given = event.getMessage();
    Message message = Messages.redact(redactor, given, givenThrown, thrown);
    StringMap context = context(redactor, event.getContextData());
    ContextStack stack = stack(redactor, event.getContextStack());
    if (message == given && thrown == givenThrown && context == null && stack == null) {
      return event;
    }
    return copy(event)
        .setMessage(
            message == given && given instanceof ReusableMessage used ? used.memento() : message)
        .setThrown(thrown)
        .setContextData(context == null ? kept(event.getContextData()) : context)
        .setContextStack(stack == null ? event.getContextStack() : stack)
        .build();
  }

  /** What holds no text of the host's. Log4j's own copy would format the message once more. */
  private static Log4jLogEvent.Builder copy(LogEvent event) {
    Log4jLogEvent.Builder copy = new Log4jLogEvent.Builder()
        .setLoggerName(event.getLoggerName())
        .setLoggerFqcn(event.getLoggerFqcn())
        .setLevel(event.getLevel())
        .setMarker(event.getMarker())
        .setInstant(event.getInstant())
        .setNanoTime(event.getNanoTime())
        .setThreadId(event.getThreadId())
        .setThreadName(event.getThreadName())
        .setThreadPriority(event.getThreadPriority())
        .setEndOfBatch(event.isEndOfBatch())
        .setIncludeLocation(event.isIncludeLocation());
    return event.isIncludeLocation() ? copy.setSource(event.getSource()) : copy;
  }

  private static StringMap kept(@Nullable ReadOnlyStringMap given) {
    return given == null
        ? ContextDataFactory.emptyFrozenContextData()
        : ContextDataFactory.createContextData(given);
  }

  /** The context after treatment, or null if nothing was found in it. */
  private static @Nullable StringMap context(
      LogRedactor redactor, @Nullable ReadOnlyStringMap given) {
    if (given == null || given.isEmpty()) {
      return null;
    }
    StringMap redacted = ContextDataFactory.createContextData(given.size());
    boolean[] changed = new boolean[1];
    given.forEach((name, value) -> {
      Object kept = value(redactor, name, value);
      String key = name(redactor, name);
      changed[0] |= kept != value || !Objects.equals(key, name);
      redacted.putValue(key, kept);
    });
    redacted.freeze();
    return changed[0] ? redacted : null;
  }

  /** An entry's value; Log4j lets a name be null. */
  static @Nullable Object value(
      LogRedactor redactor, @Nullable String name, @Nullable Object value) {
    return name == null ? redactor.argument(value) : redactor.argument(name, value);
  }

  static @Nullable String name(LogRedactor redactor, @Nullable String name) {
    return name == null ? null : redactor.text(name);
  }

  private static @Nullable ContextStack stack(LogRedactor redactor, @Nullable ContextStack given) {
    if (given == null || given.isEmpty()) {
      return null;
    }
    List<String> lines = given.asList();
    List<String> redacted =
        lines.stream().map(line -> line == null ? "null" : redactor.text(line)).toList();
    if (redacted.equals(lines)) {
      return null;
    }
    MutableThreadContextStack stack = new MutableThreadContextStack(redacted);
    stack.freeze();
    return stack;
  }
}
