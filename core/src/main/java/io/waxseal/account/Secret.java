package io.waxseal.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Objects;

/**
 * A value that must not be seen: an access token, an app secret, a passphrase. Immutable and thread-safe.
 *
 * <p>Threat: it keeps the content out of logs, exception texts, debuggers' {@code toString} columns and serialised
 * forms, and compares in constant time. It does not protect against someone who reads the memory of the process.
 */
public final class Secret {
  private final byte[] content;

  private Secret(byte[] content) {
    if (content.length == 0) {
      throw new IllegalArgumentException("a secret is not empty");
    }
    this.content = content;
  }

  /**
   * A secret with the UTF-8 bytes of a text.
   *
   * @param text the content
   * @return the secret
   * @throws IllegalArgumentException if {@code text} is empty
   */
  public static Secret of(String text) {
    return new Secret(text.getBytes(UTF_8));
  }

  /**
   * A secret with a copy of some bytes.
   *
   * @param content the content
   * @return the secret
   * @throws IllegalArgumentException if {@code content} is empty
   */
  public static Secret of(byte[] content) {
    return new Secret(content.clone());
  }

  /**
   * A copy of the content.
   *
   * @param access shows that the caller means it
   * @return the bytes
   */
  public byte[] bytes(SecretAccess access) {
    Objects.requireNonNull(access, "access");
    return content.clone();
  }

  /**
   * The content read as UTF-8.
   *
   * @param access shows that the caller means it
   * @return the text
   */
  public String text(SecretAccess access) {
    Objects.requireNonNull(access, "access");
    return new String(content, UTF_8);
  }

  /** Compares in constant time for contents of one length. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(content, secret.content);
  }

  /** The same for all secrets, so that it tells nothing about the content. */
  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  @Override
  public String toString() {
    return "Secret[***]";
  }
}
