package io.waxseal.redaction.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.logging.LogRedactor;
import io.waxseal.redaction.logging.RedactedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** Redacts Logback's events; where a part fails, that part is withheld. */
final class Events {

  private static final String WITHHELD = EntityType.REDACTED.label();

  private Events() {}

  static ILoggingEvent redact(LogRedactor redactor, ILoggingEvent event) {
    RedactedMessage message = message(redactor, event);
    IThrowableProxy thrown = thrown(redactor, event);
    Part<Map<String, String>> context = context(redactor, event);
    Part<List<KeyValuePair>> pairs = pairs(redactor, event);
    boolean changed = message.changed()
        || thrown != event.getThrowableProxy()
        || context.changed()
        || pairs.changed();
    return changed
        ? new RedactedEvent(event, message, thrown, context.value(), pairs.value())
        : event;
  }

  /** A part of an event after treatment. */
  private record Part<T>(@Nullable T value, boolean changed) {

    /** {@return whether it was changed, nothing of the part} */
    @Override
    public String toString() {
      return "Part[changed=" + changed + "]";
    }
  }

  private static RedactedMessage message(LogRedactor redactor, ILoggingEvent event) {
    try {
      return redactor.message(
          event.getMessage(), event.getArgumentArray(), event.getFormattedMessage());
    } catch (Exception | Error e) {
      return new RedactedMessage(WITHHELD, null, WITHHELD, true);
    }
  }

  private static @Nullable IThrowableProxy thrown(LogRedactor redactor, ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    return thrown == null ? null : RedactedProxy.of(redactor, thrown);
  }

  /** Empty where it cannot be had, as in a {@code LoggerContext} without an adapter for it. */
  private static Part<Map<String, String>> context(LogRedactor redactor, ILoggingEvent event) {
    try {
      Map<String, String> given = event.getMDCPropertyMap();
      Map<String, String> redacted =
          given == null || given.isEmpty() ? given : redactor.values(given);
      return new Part<>(redacted, redacted != given);
    } catch (Exception | Error e) {
      return new Part<>(Map.of(), true);
    }
  }

  private static Part<List<KeyValuePair>> pairs(LogRedactor redactor, ILoggingEvent event) {
    try {
      List<KeyValuePair> given = event.getKeyValuePairs();
      List<KeyValuePair> redacted =
          given == null || given.isEmpty() ? given : redacted(redactor, given);
      return new Part<>(redacted, redacted != given);
    } catch (Exception | Error e) {
      return new Part<>(List.of(new KeyValuePair(WITHHELD, WITHHELD)), true);
    }
  }

  private static List<KeyValuePair> redacted(LogRedactor redactor, List<KeyValuePair> pairs) {
    List<KeyValuePair> redacted = new ArrayList<>(pairs.size());
    boolean changed = false;
    for (KeyValuePair pair : pairs) {
      String name = pair.key == null ? "" : pair.key;
      Object value = redactor.argument(name, pair.value);
      String key = redactor.text(name);
      boolean same = value == pair.value && key.equals(name);
      redacted.add(same ? pair : new KeyValuePair(key, value));
      changed |= !same;
    }
    return changed ? List.copyOf(redacted) : pairs;
  }
}
