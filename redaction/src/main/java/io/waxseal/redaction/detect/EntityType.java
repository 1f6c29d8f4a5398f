package io.waxseal.redaction.detect;

import io.waxseal.redaction.internal.text.TypeNames;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The kind of sensitive value a {@link Finding} stands for, identified by its name.
 *
 * <p>The set is open: a host's {@link Detector} may use names of its own. Two types with the same name are equal.
 *
 * @param name upper-case ASCII letters, digits and underscores, starting with a letter, 2 to 40 characters
 */
public record EntityType(String name) {
  /** An e-mail address, {@code local@domain.tld} (RFC 5321, RFC 6531). */
  public static final EntityType EMAIL = new EntityType("EMAIL");

  /** A phone number: E.164 with {@code +} or {@code 00}, or a national number beside a word that says so. */
  public static final EntityType PHONE = new EntityType("PHONE");

  /** A payment card number of a known issuer range with a correct check digit (ISO/IEC 7812). */
  public static final EntityType CREDIT_CARD = new EntityType("CREDIT_CARD");

  /** A card verification value beside a word that says so. */
  public static final EntityType CARD_CVV = new EntityType("CARD_CVV");

  /** A password, passphrase or PIN beside a word that says so. */
  public static final EntityType SECRET_PASSWORD = new EntityType("SECRET_PASSWORD");

  /** A one-time code beside a word that says so. */
  public static final EntityType OTP = new EntityType("OTP");

  /** A whole field that could not be examined and is withheld for that reason. */
  public static final EntityType REDACTED = new EntityType("REDACTED");

  /**
   * Checks the name.
   *
   * @param name upper-case ASCII letters, digits and underscores, starting with a letter, 2 to 40 characters
   * @throws IllegalArgumentException if the name has another form
   */
  public EntityType {
    Objects.requireNonNull(name, "name");
    if (!TypeNames.isWellFormed(name)) {
      throw new IllegalArgumentException(
          "An entity type's name is 2 to 40 of A-Z, 0-9 and _, starting with a letter.");
    }
    TypeNames.add(name);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || (other instanceof EntityType type && name.equals(type.name));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** {@return the text that stands for a value of this type, such as {@code [EMAIL]}} */
  public String label() {
    return "[" + name + "]";
  }

  /**
   * Whether a value of this type is good for whoever knows it, so that nothing of it is shown or kept whatever a policy
   * says: passwords, codes, keys, and fields that are withheld.
   *
   * @return true for {@code SECRET_…}, {@code OTP}, {@code CARD_CVV} and {@code REDACTED}
   */
  public boolean isSecret() {
    return name.startsWith("SECRET_") || equals(OTP) || equals(CARD_CVV) || equals(REDACTED);
  }
}
