package io.waxseal.guard;

import java.util.Map;
import java.util.Objects;

/** Looks at one thing that a guard needs. Called from any thread; it should not take long. */
public interface Probe {
  /** {@return the name of its check, stable, in lower case; not one of the checks of core's own} */
  String name();

  /**
   * Looks.
   *
   * @return how it is; an exception counts as {@link Severity#CRITICAL}
   */
  Finding look();

  /**
   * What was seen.
   *
   * @param severity {@code INFO} if all is well, {@code CRITICAL} if what needs it is refused
   * @param says what is wrong and what to do; of what is well, what was seen. No secret and nothing personal
   * @param figures what was counted, by name; the name tells the unit where there is one
   */
  record Finding(Severity severity, String says, Map<String, Long> figures) {
    /**
     * Copies the figures.
     *
     * @param severity how well it is
     * @param says what is wrong and what to do
     * @param figures what was counted, by name
     */
    public Finding {
      Objects.requireNonNull(severity, "severity");
      Objects.requireNonNull(says, "says");
      figures = Map.copyOf(figures);
    }
  }
}
