package io.waxseal.redaction.log4j;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.logging.LogRedactor;
import io.waxseal.redaction.logging.RedactedMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.logging.log4j.message.MapMessage;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.MultiformatMessage;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.message.StringMapMessage;
import org.apache.logging.log4j.message.StructuredDataId;
import org.apache.logging.log4j.message.StructuredDataMessage;
import org.jspecify.annotations.Nullable;

/** Redacts messages by their kind; where that fails, the message is withheld. */
final class Messages {

  private static final String LOG4J = MapMessage.class.getPackageName();

  private Messages() {}

  /**
   * The message itself if nothing was found in it.
   *
   * @param thrown what the event throws
   * @param redacted the same after treatment
   */
  static Message redact(
      LogRedactor redactor,
      Message message,
      @Nullable Throwable thrown,
      @Nullable Throwable redacted) {
    try {
      Throwable given = message.getThrowable();
      Throwable brought = given == null || given == thrown ? redacted : redactor.throwable(given);
      boolean same = given == null || given == brought;
      if (message instanceof MapMessage<?, ?> map) {
        Message entries = entries(redactor, map);
        if (entries != message || (same && isCleanInEachForm(redactor, map))) {
          return entries;
        }
      }
      RedactedMessage text = text(redactor, message);
      return same && !text.changed() && !(message instanceof MultiformatMessage)
          ? message
          : new TreatedMessage(text, brought);
    } catch (Exception | Error e) {
      return new SimpleMessage(EntityType.REDACTED.label());
    }
  }

  /** The format is deprecated, and still written by layouts. */
  @SuppressWarnings("deprecation")
  private static RedactedMessage text(LogRedactor redactor, Message message) {
    return redactor.message(
        message.getFormat(), message.getParameters(), message.getFormattedMessage());
  }

  /** Whether a map whose entries are clean says no more than they do; Log4j's own do not. */
  private static boolean isCleanInEachForm(LogRedactor redactor, MapMessage<?, ?> message) {
    if (message.getClass().getPackageName().equals(LOG4J)) {
      return true;
    }
    boolean clean = isClean(redactor, message.getFormattedMessage());
    for (String form : message.getFormats()) {
      clean &= isClean(redactor, message.getFormattedMessage(new String[] {form}));
    }
    return clean;
  }

  private static boolean isClean(LogRedactor redactor, @Nullable String text) {
    return text == null || redactor.text(text).equals(text);
  }

  private static Message entries(LogRedactor redactor, MapMessage<?, ?> message) {
    return message instanceof StructuredDataMessage structured
        ? structured(redactor, structured)
        : map(redactor, message);
  }

  @SuppressWarnings("deprecation")
  private static Message structured(LogRedactor redactor, StructuredDataMessage message) {
    Map<String, String> given = message.getData();
    Map<String, String> data = redactor.values(given);
    StructuredDataId id = id(redactor, message.getId());
    String format = message.getFormat();
    String text = format == null ? null : redactor.text(format);
    String type = message.getType() == null ? null : redactor.text(message.getType());
    boolean same = data == given
        && id == message.getId()
        && (text == null || text.equals(format))
        && (type == null || type.equals(message.getType()));
    return same ? message : new StructuredDataMessage(id, text, type, data, Integer.MAX_VALUE);
  }

  private static @Nullable StructuredDataId id(
      LogRedactor redactor, @Nullable StructuredDataId id) {
    if (id == null || isClean(redactor, id.toString())) {
      return id;
    }
    return new StructuredDataId(
        redactor.text(id.toString()), id.getRequired(), id.getOptional(), Integer.MAX_VALUE);
  }

  private static Message map(LogRedactor redactor, MapMessage<?, ?> message) {
    Map<String, Object> entries = new LinkedHashMap<>();
    boolean[] changed = new boolean[1];
    message.forEach((name, value) -> {
      Object kept = Events.value(redactor, name, value);
      String key = Events.name(redactor, name);
      changed[0] |= kept != value || !Objects.equals(key, name);
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
