package io.waxseal.redaction.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.logging.LogRedactor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets another encoder write each event after redaction, as {@link RedactingAppender} does: the encoder of a pattern or of
 * JSON, given in {@code logback.xml} as an element {@code encoder} within this one.
 *
 * <p>For one appender that is to be redacted where it stands. Without another encoder it writes nothing, and says so in
 * Logback's own status. Safe for as many threads as the other encoder.
 */
@SuppressWarnings("exports")
public final class RedactingEncoder extends EncoderBase<ILoggingEvent> {

  private static final byte[] NOTHING = {};

  private @Nullable Encoder<ILoggingEvent> encoder;
  private LogRedactor redactor = LogRedactor.standard();

  /** An encoder with the standard detectors. */
  public RedactingEncoder() {}

  /**
   * Sets the encoder that writes; it is started and stopped with this one.
   *
   * @param encoder the other encoder
   */
  public void setEncoder(Encoder<ILoggingEvent> encoder) {
    this.encoder = encoder;
  }

  /**
   * Sets where the redactor comes from, as {@link RedactingAppender#setRedactor}.
   *
   * @param source asked once, here
   */
  public void setRedactor(Supplier<Redactor> source) {
    redactor = LogRedactor.of(source.get());
  }

  @Override
  public void start() {
    Encoder<ILoggingEvent> writer = encoder;
    if (writer == null) {
      addError("A RedactingEncoder needs an encoder within it.");
      return;
    }
    if (!writer.isStarted()) {
      writer.start();
    }
    super.start();
  }

  @Override
  public void stop() {
    super.stop();
    if (encoder != null) {
      encoder.stop();
    }
  }

  @Override
  public byte[] headerBytes() {
    return encoder == null ? NOTHING : bytes(encoder.headerBytes());
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    return encoder == null ? NOTHING : bytes(encoder.encode(Events.redact(redactor, event)));
  }

  @Override
  public byte[] footerBytes() {
    return encoder == null ? NOTHING : bytes(encoder.footerBytes());
  }

  private static byte[] bytes(byte @Nullable [] written) {
    return written == null ? NOTHING : written;
  }
}
