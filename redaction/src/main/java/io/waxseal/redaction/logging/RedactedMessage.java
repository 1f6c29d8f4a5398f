package io.waxseal.redaction.logging;

import io.waxseal.redaction.detect.EntityType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A message of the log after redaction, with what it was made of. Immutable, but for the array that is handed out.
 *
 * @param format the message with its placeholders
 * @param arguments the arguments, in an array of its own if one of them was changed
 * @param text the message as it may be written
 * @param changed whether anything differs from what was given
 */
@SuppressWarnings("ArrayRecordComponent")
public record RedactedMessage(
    @Nullable String format,
    @Nullable Object @Nullable [] arguments,
    @Nullable String text,
    boolean changed) {

  private static final String PLACEHOLDER = "{}";

  static RedactedMessage of(
      LogRedactor redactor,
      @Nullable String format,
      @Nullable Object @Nullable [] arguments,
      @Nullable String text) {
    String clean = text == null ? null : redactor.text(text);
    boolean found = clean != null && !clean.equals(text);
    @Nullable Object @Nullable [] kept = arguments(redactor, arguments, found ? clean : null);
    String pattern = format(redactor, format, text, clean, found);
    boolean same = !found && kept == arguments && (format == null || format.equals(pattern));
    return new RedactedMessage(pattern, kept, clean, !same);
  }

  private static @Nullable Object @Nullable [] arguments(
      LogRedactor redactor, @Nullable Object @Nullable [] arguments, @Nullable String found) {
    if (arguments == null) {
      return null;
    }
    @Nullable Object[] kept = arguments;
    for (int i = 0; i < arguments.length; i++) {
      Object argument = argument(redactor, arguments[i], found);
      if (argument != arguments[i]) {
        kept =
            kept == arguments ? Arrays.copyOf(arguments, arguments.length, Object[].class) : kept;
        kept[i] = argument;
      }
    }
    return kept;
  }

  private static @Nullable Object argument(
      LogRedactor redactor, @Nullable Object argument, @Nullable String found) {
    Object kept = redactor.argument(argument);
    return kept == null || found == null || found.contains(kept.toString())
        ? kept
        : EntityType.REDACTED.label();
  }

  private static @Nullable String format(
      LogRedactor redactor,
      @Nullable String format,
      @Nullable String text,
      @Nullable String clean,
      boolean found) {
    if (format == null || format.equals(text)) {
      return format == null ? null : clean;
    }
    return clean == null || !found || saysNoMoreThan(format, clean) ? redactor.text(format) : clean;
  }

  /** Whether each stretch between the placeholders stands in the redacted message. */
  private static boolean saysNoMoreThan(String format, String clean) {
    int from = 0;
    while (from < format.length()) {
      int next = format.indexOf(PLACEHOLDER, from);
      int end = next < 0 ? format.length() : next;
      if (!clean.contains(format.substring(from, end))) {
        return false;
      }
      from = next < 0 ? end : end + PLACEHOLDER.length();
    }
    return true;
  }

  /** {@return whether anything was changed, never a text} */
  @Override
  public String toString() {
    return "RedactedMessage[changed=" + changed + "]";
  }
}
