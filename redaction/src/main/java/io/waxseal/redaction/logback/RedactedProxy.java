package io.waxseal.redaction.logback;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import io.waxseal.redaction.logging.LogRedactor;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A throwable as Logback keeps it, with redacted messages. */
final class RedactedProxy implements IThrowableProxy {

  private static final IThrowableProxy[] NONE = {};

  private final IThrowableProxy original;
  private final @Nullable String message;
  private final @Nullable String overriding;
  private final boolean again;
  private @Nullable RedactedProxy cause;
  private IThrowableProxy[] suppressed = NONE;

  private RedactedProxy(LogRedactor redactor, IThrowableProxy original, boolean again) {
    this.original = original;
    this.again = again;
    this.message = redact(redactor, original.getMessage());
    this.overriding = redact(redactor, original.getOverridingMessage());
  }

  private static @Nullable String redact(LogRedactor redactor, @Nullable String text) {
    return text == null ? null : redactor.text(text);
  }

  /** The proxy itself if nothing was found in it or in what hangs on it. */
  static IThrowableProxy of(LogRedactor redactor, IThrowableProxy thrown) {
    Set<IThrowableProxy> met = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<RedactedProxy> open = new ArrayDeque<>();
    met.add(thrown);
    RedactedProxy root = new RedactedProxy(redactor, thrown, false);
    boolean changed = false;
    for (RedactedProxy next = root; next != null; next = open.poll()) {
      changed |= next.differs();
      next.cause = one(redactor, next.original.getCause(), met, open);
      IThrowableProxy[] all = next.original.getSuppressed();
      if (all != null) {
        next.suppressed = Arrays.stream(all)
            .map(suppressed -> one(redactor, suppressed, met, open))
            .toArray(IThrowableProxy[]::new);
      }
    }
    return changed ? root : thrown;
  }

  private static @Nullable RedactedProxy one(
      LogRedactor redactor,
      @Nullable IThrowableProxy thrown,
      Set<IThrowableProxy> met,
      Deque<RedactedProxy> open) {
    if (thrown == null) {
      return null;
    }
    boolean first = met.add(thrown);
    RedactedProxy proxy = new RedactedProxy(redactor, thrown, !first);
    if (first) {
      open.add(proxy);
    }
    return proxy;
  }

  private boolean differs() {
    return (message != null && !message.equals(original.getMessage()))
        || (overriding != null && !overriding.equals(original.getOverridingMessage()));
  }

  @Override
  public @Nullable String getMessage() {
    return message;
  }

  @Override
  public @Nullable String getOverridingMessage() {
    return overriding;
  }

  @Override
  public String getClassName() {
    return original.getClassName();
  }

  @Override
  public StackTraceElementProxy[] getStackTraceElementProxyArray() {
    return original.getStackTraceElementProxyArray();
  }

  @Override
  public int getCommonFrames() {
    return original.getCommonFrames();
  }

  @Override
  public @Nullable IThrowableProxy getCause() {
    return cause;
  }

  @Override
  public IThrowableProxy[] getSuppressed() {
    return suppressed.clone();
  }

  @Override
  public boolean isCyclic() {
    return again || original.isCyclic();
  }
}
