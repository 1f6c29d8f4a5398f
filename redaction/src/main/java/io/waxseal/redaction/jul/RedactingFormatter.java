package io.waxseal.redaction.jul;

import io.waxseal.redaction.logging.LogRedactor;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Lets another formatter write each record after redaction, as {@link RedactingHandler} does. For handlers that are to stay
 * where they are. As safe for threads as the other formatter.
 */
@SuppressWarnings("exports")
public final class RedactingFormatter extends Formatter {

  private final Formatter formatter;
  private final LogRedactor redactor;

  /**
   * For {@code logging.properties}: the property {@code io.waxseal.redaction.jul.RedactingFormatter.formatter} names the
   * class of the other formatter (default: {@link SimpleFormatter}), {@code
   * io.waxseal.redaction.jul.RedactingFormatter.redactor} a class of the host that supplies the {@link
   * io.waxseal.redaction.Redactor} (default: the standard detectors).
   *
   * @throws IllegalStateException if such a class cannot be made
   */
  public RedactingFormatter() {
    this(
        Configured.instance(
            RedactingFormatter.class, "formatter", Formatter.class, SimpleFormatter::new),
        Configured.redactor(RedactingFormatter.class));
  }

  /**
   * A formatter for hosts that configure logging in code.
   *
   * @param formatter writes the redacted records
   * @param redactor redacts them
   */
  public RedactingFormatter(Formatter formatter, LogRedactor redactor) {
    this.formatter = formatter;
    this.redactor = redactor;
  }

  @Override
  public String format(LogRecord line) {
    return formatter.format(Records.redact(redactor, line));
  }

  @Override
  public String formatMessage(LogRecord line) {
    return formatter.formatMessage(Records.redact(redactor, line));
  }

  @Override
  public String getHead(@Nullable Handler handler) {
    return formatter.getHead(handler);
  }

  @Override
  public String getTail(@Nullable Handler handler) {
    return formatter.getTail(handler);
  }
}
