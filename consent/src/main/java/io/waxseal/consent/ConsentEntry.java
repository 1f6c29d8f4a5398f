package io.waxseal.consent;

import io.waxseal.person.Person;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry of the ledger. Entries are only added; what holds now is what they come to.
 *
 * @param id our own id; the same id again changes nothing
 * @param person whose wish it is
 * @param kind what the person wished
 * @param scope the purpose, a parent of it, or {@code *} for everything
 * @param cause where it came from
 * @param occurredAt when the person said it
 * @param recordedAt when it was written down
 */
public record ConsentEntry(
    UUID id,
    Person person,
    Kind kind,
    String scope,
    Cause cause,
    Instant occurredAt,
    Instant recordedAt) {
  /** What a person can wish. */
  public enum Kind {
    /** The person agreed to a purpose. */
    GRANTED,
    /** The person stopped a purpose or everything. */
    STOPPED,
    /** The person ended a stop. */
    RESUMED
  }
}
