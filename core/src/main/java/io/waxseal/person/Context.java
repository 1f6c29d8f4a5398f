package io.waxseal.person;

import java.util.UUID;

/**
 * The place a sealed record belongs to. It is bound to the ciphertext: moved to another collection, record, version or
 * field, a ciphertext no longer opens.
 *
 * @param kind what it holds
 * @param collection the table or folder, 1 to 64 characters
 * @param recordId our own id of the record, never a message id of Meta
 * @param version the record's own counter, 0 or more
 * @param field the column or part, 1 to 64 characters
 */
public record Context(
    RecordKind kind, String collection, UUID recordId, long version, String field) {
  private static final int MOST = 64;

  /**
   * Checks the parts.
   *
   * @param kind what it holds
   * @param collection the table or folder, 1 to 64 characters
   * @param recordId our own id of the record, never a message id of Meta
   * @param version the record's own counter, 0 or more
   * @param field the column or part, 1 to 64 characters
   * @throws IllegalArgumentException if a name is empty or longer than 64 characters, or the version negative
   */
  public Context {
    if (collection.isEmpty()
        || collection.length() > MOST
        || field.isEmpty()
        || field.length() > MOST) {
      throw new IllegalArgumentException("collection and field have 1 to " + MOST + " characters");
    }
    if (version < 0) {
      throw new IllegalArgumentException("version is 0 or more");
    }
  }

  /**
   * The first version of a record.
   *
   * @param kind what it holds
   * @param collection the table or folder
   * @param recordId our own id of the record
   * @param field the column or part
   * @return the context
   */
  public static Context of(RecordKind kind, String collection, UUID recordId, String field) {
    return new Context(kind, collection, recordId, 0, field);
  }
}
