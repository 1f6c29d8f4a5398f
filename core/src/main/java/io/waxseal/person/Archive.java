package io.waxseal.person;

import io.waxseal.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Sealed messages by person and time. Thread-safe. */
public interface Archive {
  /**
   * What came out of the archive.
   *
   * @param id the event's id
   * @param at when it happened, to the millisecond
   * @param content the content, or that the person was erased
   */
  record Archived(UUID id, Instant at, Opened content) {}

  /**
   * Seals an entry and adds it; an entry whose id is known already is left as it is.
   *
   * @param transaction where
   * @param person whose it is
   * @param id the event's id
   * @param at when it happened
   * @param content what to seal
   */
  void add(Transaction transaction, Person person, UUID id, Instant at, byte[] content);

  /**
   * Reads a person's entries, oldest first.
   *
   * @param person whose entries
   * @param from only entries of this time or later
   * @param most how many at the most, 1 or more
   * @return the entries
   */
  List<Archived> read(Person person, Instant from, int most);

  /** {@return the source whose erasure deletes a person's entries} */
  PersonalDataSource personalData();
}
