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
    Map<String, String> given = event.getMDCPropertyMap();
    Map<String, String> context = given == null || given.isEmpty() ? given : redactor.values(given);
    List<KeyValuePair> pairs = pairs(redactor, event.getKeyValuePairs());
    boolean same = !message.changed()
        && thrown == event.getThrowableProxy()
        && context == given
        && pairs == event.getKeyValuePairs();
    return same ? event : new RedactedEvent(event, message, thrown, context, pairs);
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

  private static @Nullable List<KeyValuePair> pairs(
      LogRedactor redactor, @Nullable List<KeyValuePair> pairs) {
    if (pairs == null || pairs.isEmpty()) {
      return pairs;
    }
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
