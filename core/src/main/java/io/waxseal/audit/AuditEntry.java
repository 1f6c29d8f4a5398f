package io.waxseal.audit;

import io.waxseal.account.By;
import io.waxseal.account.Tenant;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.person.Person;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that happened and must be provable. Immutable; each {@code with} gives a copy.
 *
 * <p>Threat: the type and the pseudonyms stand in clear in the trail. The detail is sealed, but an erased person's
 * detail is lost, so what must outlive the person belongs into the type.
 */
public final class AuditEntry {
  private static final Pattern TYPE = Pattern.compile("[a-z]+(\\.[a-z-]+)*");
  private static final int LONGEST_TYPE = 64;

  private final String type;
  private final Tenant tenant;
  private final By by;
  private final Optional<Person> person;
  private final boolean detailOfTenant;
  private final JsonObject detail;
  private final Optional<Bytes> evidenceHash;

  private AuditEntry(
      String type,
      Tenant tenant,
      By by,
      Optional<Person> person,
      boolean detailOfTenant,
      JsonObject detail,
      Optional<Bytes> evidenceHash) {
    this.type = type;
    this.tenant = tenant;
    this.by = by;
    this.person = person;
    this.detailOfTenant = detailOfTenant;
    this.detail = detail;
    this.evidenceHash = evidenceHash;
  }

  /**
   * An entry.
   *
   * @param type what happened: lower-case words joined by dots, such as {@code send.refused}
   * @param tenant whose business it is
   * @param by who did it
   * @return the entry, about nobody, without detail
   * @throws IllegalArgumentException if {@code type} has another shape
   */
  public static AuditEntry of(String type, Tenant tenant, By by) {
    if (!TYPE.matcher(type).matches() || type.length() > LONGEST_TYPE) {
      throw new IllegalArgumentException(
          "the type of an audit entry is lower-case words joined by dots");
    }
    return new AuditEntry(
        type, tenant, by, Optional.empty(), false, JsonObject.EMPTY, Optional.empty());
  }

  /**
   * The entry, about a person; its detail is sealed under the person's key.
   *
   * @param whom the person
   * @return a copy
   */
  public AuditEntry about(Person whom) {
    return new AuditEntry(type, tenant, by, Optional.of(whom), false, detail, evidenceHash);
  }

  /**
   * The entry, about a person whose key is destroyed; its detail is sealed under the tenant's key.
   *
   * @param whom the person
   * @return a copy
   */
  public AuditEntry aboutErased(Person whom) {
    return new AuditEntry(type, tenant, by, Optional.of(whom), true, detail, evidenceHash);
  }

  /**
   * The entry with one more detail.
   *
   * @param name its name
   * @param value its value
   * @return a copy
   */
  public AuditEntry with(String name, String value) {
    JsonObject more = detail.with(name, new JsonString(value));
    return new AuditEntry(type, tenant, by, person, detailOfTenant, more, evidenceHash);
  }

  /**
   * The entry, with the hash of sealed evidence that is kept elsewhere; it stands in the tree itself, so the evidence
   * cannot be exchanged even by who can open the detail.
   *
   * @param sha256 SHA-256 of the ciphertext, 32 bytes
   * @return a copy
   * @throws IllegalArgumentException if it has another length
   */
  public AuditEntry evidence(byte[] sha256) {
    if (sha256.length != MerkleTree.HASH_LENGTH) {
      throw new IllegalArgumentException("a SHA-256 has 32 bytes");
    }
    Optional<Bytes> hash = Optional.of(new Bytes(sha256));
    return new AuditEntry(type, tenant, by, person, detailOfTenant, detail, hash);
  }

  /** {@return what happened} */
  public String type() {
    return type;
  }

  /** {@return whose business it is} */
  public Tenant tenant() {
    return tenant;
  }

  /** {@return who did it} */
  public By by() {
    return by;
  }

  /** {@return the person it is about, if it is about one} */
  public Optional<Person> person() {
    return person;
  }

  /** {@return under whose key the detail is sealed} */
  Person owner() {
    return detailOfTenant ? Person.unnamed(tenant) : person.orElseGet(() -> Person.unnamed(tenant));
  }

  Optional<Bytes> evidenceHash() {
    return evidenceHash;
  }

  JsonObject detail() {
    return detail;
  }

  @Override
  public String toString() {
    return "AuditEntry[" + type + "]";
  }
}
