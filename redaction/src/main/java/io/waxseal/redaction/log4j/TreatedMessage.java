package io.waxseal.redaction.log4j;

import io.waxseal.redaction.logging.RedactedMessage;
import org.apache.logging.log4j.message.Message;
import org.jspecify.annotations.Nullable;

/** A message after redaction, with its parameters. */
final class TreatedMessage implements Message {

  private static final long serialVersionUID = 1L;

  private final @Nullable String format;
  private final @Nullable String text;
  private final transient @Nullable Object @Nullable [] parameters;
  private final @Nullable Throwable thrown;

  TreatedMessage(RedactedMessage message, @Nullable Throwable thrown) {
    this.format = message.format();
    this.text = message.text();
    this.parameters = message.arguments();
    this.thrown = thrown;
  }

  @Override
  public @Nullable String getFormattedMessage() {
    return text;
  }

  @Override
  @SuppressWarnings("deprecation")
  public @Nullable String getFormat() {
    return format;
  }

  @Override
  public @Nullable Object @Nullable [] getParameters() {
    return parameters;
  }

  @Override
  public @Nullable Throwable getThrowable() {
    return thrown;
  }

  /** {@return the redacted message} */
  @Override
  public String toString() {
    return String.valueOf(text);
  }
}
