package io.waxseal.redaction;

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

  static final int LONGEST_NAME = 40;

  /**
   * Checks the name.
   *
   * @param name upper-case ASCII letters, digits and underscores, starting with a letter, 2 to 40 characters
   * @throws IllegalArgumentException if the name has another form
   */
  public EntityType {
    Objects.requireNonNull(name, "name");
    if (!isWellFormed(name)) {
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

  static boolean isWellFormed(String name) {
    if (name.length() < 2 || name.length() > LONGEST_NAME || !isUpper(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      if (!isNameChar(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isNameChar(char c) {
    return isUpper(c) || (c >= '0' && c <= '9') || c == '_';
  }

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** Whether a value is good for whoever knows it, so that nothing of it is shown or kept. */
  boolean isSecret() {
    return priority() > 1 || equals(CARD_CVV);
  }

  /** What wins where findings overlap: whole field, secret, card, everything else. */
  int priority() {
    if (equals(REDACTED)) {
      return 3;
    }
    if (equals(OTP) || name.startsWith("SECRET_")) {
      return 2;
    }
    return equals(CREDIT_CARD) || equals(CARD_CVV) ? 1 : 0;
  }
}
