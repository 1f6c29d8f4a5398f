package io.waxseal.contract.redaction;

import io.waxseal.redaction.Direction;
import io.waxseal.redaction.Redactor;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a test when personal data is logged while it runs. On a class it holds for each of its tests, and for what is
 * logged before the first and after the last of them.
 *
 * <p>Heard are Logback (when SLF4J is bound to it), Log4j 2, {@code java.util.logging}, {@code System.out} and {@code
 * System.err}: messages after formatting, throwables with all that hangs on them, the context of the thread, key-value
 * pairs. A line is judged as the program hands it to the logger, before any filter: filters are the net, this test says
 * that nobody falls. Levels stay as the host's configuration sets them; what they leave out is not heard, nor is a logger that is cut
 * off from its parents while a test runs.
 *
 * <p>The failure names type, rule, logger and the shape of the line, with {@code x} for each letter and {@code 9} for each
 * digit, never the value.
 *
 * <p>A line belongs to the test on whose thread it was logged, or by which the thread was started. When tests run one after
 * the other, a line of any other thread belongs to the test that runs. When they run in parallel
 * ({@code junit.jupiter.execution.parallel.enabled}) such a line is blamed on no test: the run as a whole fails at its end.
 * So it does for a line of a thread whose test has ended.
 */
@Inherited
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LogWatch.class)
public @interface NoPersonalDataInLogs {
  /**
   * What looks for personal data, in direction {@link Direction#LOG}. Default: the standard detectors and policy.
   *
   * @return a class with a constructor without parameters
   */
  Class<? extends Supplier<Redactor>> redactor() default Standard.class;

  /**
   * The names of the types that may be logged, such as {@code IP}. Default: none.
   *
   * @return names of entity types
   */
  String[] except() default {};

  /** The standard detectors and the standard policy. */
  final class Standard implements Supplier<Redactor> {
    /** For JUnit. */
    public Standard() {}

    @Override
    public Redactor get() {
      return Redactor.standard();
    }
  }
}
