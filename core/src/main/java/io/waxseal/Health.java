package io.waxseal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How it stands with a {@link WhatsApp}: one check for each thing it needs. It holds no secret, number, message text or
 * message id, so it may be logged and shown to whoever watches the host. Immutable.
 *
 * @param at when it was asked, by the clock of the {@code WhatsApp}
 * @param checks the checks, always all of them: {@code database}, {@code clock}, {@code secrets}, {@code accounts}, {@code vault},
 *     {@code people}, {@code inbox}, {@code journal}, {@code trail}, {@code work}, {@code handlers}, and those of the guards; later versions
 *     may add more
 */
public record Health(Instant at, List<Check> checks) {
  /**
   * Copies the list.
   *
   * @param at when it was asked, by the clock of the {@code WhatsApp}
   * @param checks the checks
   */
  public Health {
    checks = List.copyOf(checks);
  }

  /** How well something is; the order is that of worse and worse. */
  public enum Status {
    /** As it should be. */
    UP,
    /** It works, but somebody should look. */
    DEGRADED,
    /** It does not work: what needs it is refused until it does. */
    DOWN
  }

  /**
   * One thing that is needed.
   *
   * @param name its name, stable, in lower case
   * @param status how well it is
   * @param says what is wrong and what to do; of what is up, what was seen
   * @param figures what was counted, by name, such as {@code parked}; the name tells the unit where there is one
   */
  public record Check(String name, Status status, String says, Map<String, Long> figures) {
    /**
     * Copies the figures.
     *
     * @param name its name, stable, in lower case
     * @param status how well it is
     * @param says what is wrong and what to do
     * @param figures what was counted, by name
     */
    public Check {
      figures = Map.copyOf(figures);
    }
  }

  /** {@return the worst status of all checks; send traffic elsewhere while it is {@code DOWN}} */
  public Status status() {
    return checks.stream().map(Check::status).max(Comparator.naturalOrder()).orElse(Status.UP);
  }

  /**
   * The check of one thing.
   *
   * @param name its name
   * @return the check, if there is one of that name
   */
  public Optional<Check> check(String name) {
    return checks.stream().filter(check -> check.name().equals(name)).findFirst();
  }
}
