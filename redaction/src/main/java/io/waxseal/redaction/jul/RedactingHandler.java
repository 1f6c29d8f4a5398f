package io.waxseal.redaction.jul;

import io.waxseal.redaction.logging.LogRedactor;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * Hands each record to another handler after redaction: the formatted message, the parameters, the throwable with its
 * causes and suppressed ones. Level, logger, time, thread and place stay. A clean record is handed on as it is; one in
 * which something was found is replaced by a plain {@link LogRecord}, with the formatted and localised message as its
 * message.
 *
 * <p>As safe for threads as the other handler. {@link #close} closes that one too.
 */
@SuppressWarnings("exports")
public final class RedactingHandler extends Handler {

  private final Handler handler;
  private final LogRedactor redactor;

  /**
   * For {@code logging.properties}: the property {@code io.waxseal.redaction.jul.RedactingHandler.handler} names the class
   * of the other handler (default: {@link ConsoleHandler}), {@code io.waxseal.redaction.jul.RedactingHandler.redactor} a
   * class of the host that supplies the {@link io.waxseal.redaction.Redactor} (default: the standard detectors).
   *
   * @throws IllegalStateException if such a class cannot be made
   */
  public RedactingHandler() {
    this(
        Configured.instance(RedactingHandler.class, "handler", Handler.class, ConsoleHandler::new),
        Configured.redactor(RedactingHandler.class));
  }

  /**
   * A handler for hosts that configure logging in code.
   *
   * @param handler gets the redacted records; closed with this one
   * @param redactor redacts them
   */
  public RedactingHandler(Handler handler, LogRedactor redactor) {
    this.handler = handler;
    this.redactor = redactor;
  }

  @Override
  public void publish(LogRecord line) {
    if (isLoggable(line) && handler.isLoggable(line)) {
      handler.publish(Records.redact(redactor, line));
    }
  }

  @Override
  public void flush() {
    handler.flush();
  }

  @Override
  public void close() {
    handler.close();
  }
}
