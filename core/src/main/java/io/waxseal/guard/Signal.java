package io.waxseal.guard;

import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.Tenant;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a {@link Watcher} is told. It holds nothing personal, so it may be logged.
 *
 * @param severity how much it matters
 * @param name what happened, stable: the kind of the event, such as {@code security.PIN_CHANGED}, or the entry of the trail,
 *     such as {@code consent.bypassed}
 * @param tenant whose account it is about
 * @param account the business number it is about, if Meta names one
 * @param at when it happened, by Meta's clock
 * @param details what more is known, words of enumerations by the name of the member
 */
public record Signal(
    Severity severity,
    String name,
    Tenant tenant,
    Optional<PhoneNumberId> account,
    Instant at,
    Map<String, String> details) {
  /**
   * Copies the details.
   *
   * @param severity how much it matters
   * @param name what happened
   * @param tenant whose account it is about
   * @param account the business number it is about
   * @param at when it happened
   * @param details what more is known
   */
  public Signal {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(at, "at");
    details = Map.copyOf(details);
  }
}
