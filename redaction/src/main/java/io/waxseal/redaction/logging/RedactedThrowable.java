package io.waxseal.redaction.logging;

import io.waxseal.redaction.detect.EntityType;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stands for a throwable in the log: its text after treatment, its stack trace, stand-ins of what hangs on it. */
final class RedactedThrowable extends Throwable {

  private static final long serialVersionUID = 1L;
  private static final StackTraceElement[] NOWHERE = {};
  private static final Throwable[] NONE = {};

  /** Whether a class prints itself as the JDK does: text, stack, causes, and nothing else. */
  private static final ClassValue<Boolean> PRINTS_AS_USUAL = new ClassValue<>() {
    @Override
    protected Boolean computeValue(Class<?> type) {
      try {
        return inherits(type)
            && inherits(type, PrintStream.class)
            && inherits(type, PrintWriter.class);
      } catch (NoSuchMethodException e) {
        return false;
      }
    }

    private static boolean inherits(Class<?> type, Class<?>... to) throws NoSuchMethodException {
      return type.getMethod("printStackTrace", to).getDeclaringClass() == Throwable.class;
    }
  };

  private final String text;
  private @Nullable Throwable cause;

  private RedactedThrowable(String text, StackTraceElement[] stack) {
    super(text, null, true, true);
    this.text = text;
    setStackTrace(stack);
  }

  static Throwable of(LogRedactor redactor, Throwable thrown) {
    try {
      Walk walk = new Walk(redactor);
      RedactedThrowable redacted = walk.all(thrown);
      return walk.changed ? redacted : thrown;
    } catch (Exception | Error e) {
      return new RedactedThrowable(EntityType.REDACTED.label(), NOWHERE);
    }
  }

  /** One throwable after the other, since recursion could run out of stack. */
  private static final class Walk {
    private record Pair(Throwable original, RedactedThrowable redacted) {}

    private final LogRedactor redactor;
    private final Set<Throwable> met = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Pair> open = new ArrayDeque<>();
    private boolean changed;

    private Walk(LogRedactor redactor) {
      this.redactor = redactor;
    }

    private RedactedThrowable all(Throwable thrown) {
      RedactedThrowable root = one(thrown);
      for (Pair pair = open.poll(); pair != null; pair = open.poll()) {
        Throwable original = pair.original();
        Throwable cause = orNull(original::getCause);
        pair.redacted().cause = cause == null ? null : one(cause);
        Throwable[] suppressed = orNull(original::getSuppressed);
        for (Throwable one : suppressed == null ? NONE : suppressed) {
          pair.redacted().addSuppressed(one(one));
        }
      }
      return root;
    }

    private RedactedThrowable one(Throwable thrown) {
      String text = Arguments.text(thrown);
      RedactedArguments messages = new RedactedArguments(redactor, messages(thrown));
      String redacted = messages.takenOutOf(text, redactor.text(text));
      changed |= !redacted.equals(text)
          || redacted.equals(EntityType.REDACTED.label())
          || messages.changed()
          || !PRINTS_AS_USUAL.get(thrown.getClass());
      boolean first = met.add(thrown);
      StackTraceElement[] stack = first ? orNull(thrown::getStackTrace) : NOWHERE;
      RedactedThrowable standIn = new RedactedThrowable(redacted, stack == null ? NOWHERE : stack);
      if (first) {
        open.add(new Pair(thrown, standIn));
      }
      return standIn;
    }

    private @Nullable Object[] messages(Throwable thrown) {
      String message = orNull(thrown::getMessage);
      String localised = orNull(thrown::getLocalizedMessage);
      return new @Nullable Object[] {message, Objects.equals(localised, message) ? null : localised
      };
    }

    /** What a method of a throwable returns, which a host may have overridden. */
    private <T> @Nullable T orNull(Supplier<@Nullable T> method) {
      try {
        return method.get();
      } catch (Exception | Error e) {
        changed = true;
        return null;
      }
    }
  }

  @Override
  public synchronized @Nullable Throwable getCause() {
    return cause;
  }

  @Override
  public String getMessage() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
