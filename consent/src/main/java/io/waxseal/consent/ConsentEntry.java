package io.waxseal.consent;

import io.waxseal.person.Person;
import java.time.Instant;
import java.util.Optional;
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
 * @param terms what the person had read, of a grant
 */
public record ConsentEntry(
    UUID id,
    Person person,
    Kind kind,
    String scope,
    Cause cause,
    Instant occurredAt,
    Instant recordedAt,
    Terms terms) {
  /**
   * An entry of which it is not known what the person had read.
   *
   * @param id our own id; the same id again changes nothing
   * @param person whose wish it is
   * @param kind what the person wished
   * @param scope the purpose, a parent of it, or {@code *} for everything
   * @param cause where it came from
   * @param occurredAt when the person said it
   * @param recordedAt when it was written down
   */
  public ConsentEntry(
      UUID id,
      Person person,
      Kind kind,
      String scope,
      Cause cause,
      Instant occurredAt,
      Instant recordedAt) {
    this(id, person, kind, scope, cause, occurredAt, recordedAt, Terms.UNKNOWN);
  }

  /** What a person can wish. */
  public enum Kind {
    /** The person agreed to a purpose. */
    GRANTED,
    /** The person stopped a purpose or everything. */
    STOPPED,
    /** The person ended a stop. */
    RESUMED
  }

  /**
   * What a person had read when agreeing.
   *
   * @param version the version of the purpose, from 1; 0 if it is not known
   * @param language the language tag of the notice, such as {@code pt-BR}; empty if it is not known
   * @param noticeHash SHA-256 of the notice in this language, else of all notices of the version, as 64 hexadecimal
   *     digits; empty if the purpose has no notice or the version is not the one that was declared
   */
  public record Terms(int version, Optional<String> language, Optional<String> noticeHash) {
    /** Nobody recorded what the person had read. */
    public static final Terms UNKNOWN = new Terms(0, Optional.empty(), Optional.empty());
  }
}
