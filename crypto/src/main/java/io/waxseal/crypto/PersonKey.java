package io.waxseal.crypto;

import io.waxseal.person.Person;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's key as a {@link PersonKeyStore} keeps it: wrapped, or destroyed. Immutable. */
public final class PersonKey {
  private final Person person;
  private final UUID id;
  private final int version;
  private final Instant createdAt;
  private final byte @Nullable [] wrapped;
  private final @Nullable Instant destroyedAt;

  private PersonKey(
      Person person,
      UUID id,
      int version,
      Instant createdAt,
      byte @Nullable [] wrapped,
      @Nullable Instant destroyedAt) {
    this.person = person;
    this.id = id;
    this.version = version;
    this.createdAt = createdAt;
    this.wrapped = wrapped;
    this.destroyedAt = destroyedAt;
  }

  /**
   * A key that lives.
   *
   * @param person whose it is
   * @param id random, the key's own
   * @param version 1 or more
   * @param createdAt when it was made, to the millisecond
   * @param wrapped the wrapped key
   * @return the key
   */
  public static PersonKey live(
      Person person, UUID id, int version, Instant createdAt, byte[] wrapped) {
    return new PersonKey(person, id, version, createdAt, wrapped.clone(), null);
  }

  /**
   * What is left of a key that was destroyed.
   *
   * @param person whose it was
   * @param id the key's own
   * @param version 1 or more
   * @param createdAt when it was made, to the millisecond
   * @param destroyedAt when it was destroyed, to the millisecond
   * @return the tombstone
   */
  public static PersonKey destroyed(
      Person person, UUID id, int version, Instant createdAt, Instant destroyedAt) {
    return new PersonKey(person, id, version, createdAt, null, destroyedAt);
  }

  /** {@return whose it is} */
  public Person person() {
    return person;
  }

  /** {@return the key's own random id; never derived from a number} */
  public UUID id() {
    return id;
  }

  /** {@return the key's version, 1 or more} */
  public int version() {
    return version;
  }

  /** {@return when it was made} */
  public Instant createdAt() {
    return createdAt;
  }

  /** {@return the wrapped key, or empty if it was destroyed} */
  public Optional<byte[]> wrapped() {
    return Optional.ofNullable(wrapped).map(byte[]::clone);
  }

  /** {@return when it was destroyed, or empty if it lives} */
  public Optional<Instant> destroyedAt() {
    return Optional.ofNullable(destroyedAt);
  }

  @Override
  public String toString() {
    return "PersonKey[" + id + ", version " + version + (wrapped == null ? ", destroyed" : "")
        + "]";
  }
}
