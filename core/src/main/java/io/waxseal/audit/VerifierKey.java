package io.waxseal.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.internal.crypto.Digests;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public key of a trail under its name, as C2SP's signed notes write it: {@code name+hash+key}. Publish it where
 * who verifies can find it without asking the database. Immutable.
 */
public final class VerifierKey {
  private static final int ED25519 = 1;
  private static final int ID_LENGTH = 4;
  private static final Pattern SHAPE =
      Pattern.compile("([^+\\s]{1,128})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]{1,128})");

  private final String name;
  private final byte[] publicKey;

  VerifierKey(String name, byte[] publicKey) {
    this.name = name;
    this.publicKey = publicKey.clone();
  }

  /**
   * Reads a key.
   *
   * @param text {@code name+hash+key}, as {@link #toString} writes it
   * @return the key
   * @throws MalformedPayloadException if the text is not an Ed25519 verifier key
   */
  public static VerifierKey parse(String text) {
    Matcher parts = SHAPE.matcher(text.strip());
    if (!parts.matches()) {
      throw malformed();
    }
    byte[] typed = decode(parts.group(3));
    if (typed.length != 1 + Ed25519.KEY_LENGTH || typed[0] != ED25519) {
      throw malformed();
    }
    VerifierKey key = new VerifierKey(parts.group(1), Arrays.copyOfRange(typed, 1, typed.length));
    if (!HexFormat.of().formatHex(key.id()).equals(parts.group(2))) {
      throw malformed();
    }
    return key;
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static MalformedPayloadException malformed() {
    return new MalformedPayloadException(
        "the verifier key", "a verifier key reads name+hash+key (C2SP signed-note)");
  }

  /** {@return the name under which it signs} */
  public String name() {
    return name;
  }

  byte[] publicKey() {
    return publicKey.clone();
  }

  /** The four bytes that tell keys of one name apart. */
  byte[] id() {
    byte[] hash = Digests.sha256((name + "\n").getBytes(UTF_8), new byte[] {ED25519}, publicKey);
    return Arrays.copyOf(hash, ID_LENGTH);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey key
        && name.equals(key.name)
        && Arrays.equals(publicKey, key.publicKey);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(publicKey);
  }

  @Override
  public String toString() {
    byte[] typed = new byte[1 + publicKey.length];
    typed[0] = ED25519;
    System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
    return name + "+" + HexFormat.of().formatHex(id()) + "+"
        + new String(Base64.getEncoder().encode(typed), US_ASCII);
  }
}
