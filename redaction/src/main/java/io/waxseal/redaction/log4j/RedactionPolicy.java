package io.waxseal.redaction.log4j;

import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.logging.LogRedactor;
import java.util.function.Supplier;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.rewrite.RewritePolicy;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.status.StatusLogger;
import org.apache.logging.log4j.util.LoaderUtil;
import org.jspecify.annotations.Nullable;

/**
 * Replaces each event in which something is found by a redacted one: the message and its parameters, the entries of a map
 * message, the throwable with its causes and suppressed ones, context map and context stack. Markers, level, logger, time,
 * thread and place stay. A clean event is handed on as it is.
 *
 * <p>It works on whatever thread calls the {@code RewriteAppender}, so with asynchronous loggers on theirs. Immutable, and
 * safe for any number of threads.
 *
 * <p>A {@code RewriteAppender} whose policy Log4j cannot make writes events as they are, and Log4j says so in its status
 * only; therefore a {@code redactor} that cannot be made gives a policy that withholds every text.
 */
@Plugin(
    name = "WaxsealRedaction",
    category = Node.CATEGORY,
    elementType = "rewritePolicy",
    printObject = true)
@SuppressWarnings("exports")
public final class RedactionPolicy implements RewritePolicy {

  private final LogRedactor redactor;

  /**
   * A policy for hosts that configure Log4j in code.
   *
   * @param redactor redacts the events
   */
  public RedactionPolicy(LogRedactor redactor) {
    this.redactor = redactor;
  }

  /**
   * Makes the policy that a configuration asks for.
   *
   * @param redactor the attribute {@code redactor}: a public class of the host with a public constructor without
   *     parameters, which is a {@code Supplier<Redactor>}; without it, the standard detectors
   * @return the policy
   */
  @PluginFactory
  public static RedactionPolicy create(@PluginAttribute("redactor") @Nullable String redactor) {
    if (redactor == null || redactor.isBlank()) {
      return new RedactionPolicy(LogRedactor.standard());
    }
    try {
      Supplier<?> source = LoaderUtil.newCheckedInstanceOf(redactor.strip(), Supplier.class);
      if (source.get() instanceof Redactor ours) {
        return new RedactionPolicy(LogRedactor.of(ours));
      }
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return withholding();
    }
    return withholding();
  }

  private static RedactionPolicy withholding() {
    StatusLogger.getLogger()
        .error("The redactor of WaxsealRedaction cannot be made: every text is withheld.");
    return new RedactionPolicy(LogRedactor.of(Redactor.builder()
        .addDetector((text, found) -> {
          throw new IllegalStateException();
        })
        .build()));
  }

  @Override
  public LogEvent rewrite(LogEvent event) {
    return Events.redact(redactor, event);
  }

  /** {@return the name of the class, nothing of its settings} */
  @Override
  public String toString() {
    return "RedactionPolicy";
  }
}
