package io.waxseal.redaction.jul;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.logging.LogRedactor;
import io.waxseal.redaction.logging.RedactedMessage;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** Redacts records; where a part fails, that part is withheld. */
final class Records {

  private static final String WITHHELD = EntityType.REDACTED.label();

  /** Formats and localises a message as the JDK does. */
  private static final Formatter TEXT = new Formatter() {
    @Override
    public String format(LogRecord line) {
      return formatMessage(line);
    }
  };

  private Records() {}

  static LogRecord redact(LogRedactor redactor, LogRecord line) {
    RedactedMessage message = message(redactor, line);
    Throwable thrown = line.getThrown() == null ? null : redactor.throwable(line.getThrown());
    return message.changed() || thrown != line.getThrown() ? replaced(line, message, thrown) : line;
  }

  private static RedactedMessage message(LogRedactor redactor, LogRecord line) {
    try {
      return redactor.message(line.getMessage(), line.getParameters(), TEXT.format(line));
    } catch (Exception | Error e) {
      return new RedactedMessage(WITHHELD, null, WITHHELD, true);
    }
  }

  private static LogRecord replaced(
      LogRecord line, RedactedMessage message, @Nullable Throwable thrown) {
    String text = message.text();
    LogRecord redacted = new LogRecord(line.getLevel(), text);
    redacted.setLoggerName(line.getLoggerName());
    redacted.setSequenceNumber(line.getSequenceNumber());
    redacted.setInstant(line.getInstant());
    redacted.setLongThreadID(line.getLongThreadID());
    redacted.setSourceClassName(line.getSourceClassName());
    redacted.setSourceMethodName(line.getSourceMethodName());
    redacted.setThrown(thrown);
    if (text == null || !hasPlaceholder(text)) {
      redacted.setParameters(message.arguments());
    }
    return redacted;
  }

  /** Whether a formatter would put parameters into the text once more. */
  private static boolean hasPlaceholder(String text) {
    for (int i = text.indexOf('{'); i >= 0 && i + 1 < text.length(); i = text.indexOf('{', i + 1)) {
      if (Character.isDigit(text.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }
}
