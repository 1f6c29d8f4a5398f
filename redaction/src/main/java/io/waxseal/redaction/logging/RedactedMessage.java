package io.waxseal.redaction.logging;

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
    RedactedArguments redacted = new RedactedArguments(redactor, arguments);
    String clean = text == null ? null : redacted.takenOutOf(text, redactor.text(text));
    boolean found = clean != null && !clean.equals(text);
    if (text != null && clean != null && found) {
      redacted.withholdWhatWasTakenOut(text, clean);
    }
    String pattern = format(redactor, format, text, clean, found);
    boolean same = !found && !redacted.changed() && (format == null || format.equals(pattern));
    return new RedactedMessage(pattern, redacted.kept(), clean, !same);
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
