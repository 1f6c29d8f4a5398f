package io.waxseal.redaction.log4j;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.logging.LogRedactor;
import io.waxseal.redaction.logging.RedactedMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.logging.log4j.message.MapMessage;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.MultiformatMessage;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.message.StringMapMessage;
import org.apache.logging.log4j.message.StructuredDataMessage;
import org.jspecify.annotations.Nullable;

/** Redacts messages by their kind; where that fails, the message is withheld. */
final class Messages {

  private Messages() {}

  /** The message itself if nothing was found in it. The format is deprecated, and still written by layouts. */
  @SuppressWarnings("deprecation")
  static Message redact(LogRedactor redactor, Message message, @Nullable Throwable thrown) {
    try {
      if (message instanceof StructuredDataMessage structured) {
        return structured(redactor, structured);
      }
      if (message instanceof MapMessage<?, ?> map) {
        return map(redactor, map);
      }
      RedactedMessage redacted = redactor.message(
          message.getFormat(), message.getParameters(), message.getFormattedMessage());
      return redacted.changed() || message instanceof MultiformatMessage
          ? new TreatedMessage(redacted, thrown)
          : message;
    } catch (Exception | Error e) {
      return new SimpleMessage(EntityType.REDACTED.label());
    }
  }

  @SuppressWarnings("deprecation")
  private static Message structured(LogRedactor redactor, StructuredDataMessage message) {
    Map<String, String> given = message.getData();
    Map<String, String> data = redactor.values(given);
    String format = message.getFormat();
    String text = format == null ? null : redactor.text(format);
    String type = message.getType() == null ? null : redactor.text(message.getType());
    boolean same = data == given
        && (text == null || text.equals(format))
        && (type == null || type.equals(message.getType()));
    return same ? message : new StructuredDataMessage(message.getId(), text, type, data);
  }

  private static Message map(LogRedactor redactor, MapMessage<?, ?> message) {
    Map<String, Object> entries = new LinkedHashMap<>();
    boolean[] changed = new boolean[1];
    message.forEach((name, value) -> {
      Object kept = redactor.argument(name, value);
      String key = redactor.text(name);
      changed[0] |= kept != value || !key.equals(name);
      entries.put(key, kept);
    });
    if (!changed[0]) {
      return message;
    }
    if (message instanceof StringMapMessage) {
      Map<String, String> texts = new LinkedHashMap<>();
      entries.forEach((name, value) -> texts.put(name, String.valueOf(value)));
      return new StringMapMessage(texts);
    }
    return new TreatedMap(entries);
  }

  /** A map message whose values are of any type. */
  private static final class TreatedMap extends MapMessage<TreatedMap, Object> {
    private static final long serialVersionUID = 1L;

    private TreatedMap(Map<String, Object> entries) {
      super(entries);
    }
  }
}
