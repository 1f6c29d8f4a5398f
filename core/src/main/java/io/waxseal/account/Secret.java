package io.waxseal.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;

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

  /**
   * What was pasted along with a token or an app secret: white space or an invisible character around it, a byte order
   * mark, a second line. None of these has any; a passphrase may.
   *
   * @return what is wrong, never the content; empty if nothing is
   */
  Optional<String> blemish() {
    String text = new String(content, UTF_8);
    if (startsWith(0xfe, 0xff) || startsWith(0xff, 0xfe) || text.startsWith("\ufeff")) {
      return Optional.of("begins with a byte order mark; save it as UTF-8 without one");
    }
    if (text.endsWith("\n") || text.endsWith("\r")) {
      return Optional.of("ends with a line break; a file may end with one, and no more");
    }
    if (isBlank(text.codePointBefore(text.length()))) {
      return Optional.of("ends with white space; remove it");
    }
    if (isBlank(text.codePointAt(0))) {
      return Optional.of("begins with white space; remove it");
    }
    return text.codePoints().anyMatch(Character::isISOControl)
        ? Optional.of("holds a line break or another control character; keep it alone, on one line")
        : Optional.empty();
  }

  private boolean startsWith(int first, int second) {
    return content.length > 1 && content[0] == (byte) first && content[1] == (byte) second;
  }

  private static boolean isBlank(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.getType(codePoint) == Character.FORMAT;
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
