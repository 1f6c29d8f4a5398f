package io.waxseal.crypto;

import com.google.crypto.tink.Aead;
import io.waxseal.account.SecretSource;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.VaultException;
import java.nio.file.Path;
import java.util.List;

/**
 * The key-encryption key (KEK): wraps the branch keys, and nothing else. A lost KEK means lost data; see the escrow
 * recipe of this package. A framework author may bring another, such as one in a hardware module. Thread-safe.
 *
 * <p>Threat: who has the database, its backups and the media folder, but not the KEK, opens nothing. Not stopped: who has
 * both, or owns the process.
 */
public interface Kek {
  /**
   * Makes the KEK ready; called once before all other methods, while a vault is opened, and harmless when repeated.
   *
   * @param mayCreate whether a KEK that does not exist yet may be created: true only if the database holds no branch
   *     key, since a new KEK could not open what an old one wrapped
   * @throws VaultException if there is no KEK and none may be created, or it is damaged, or the passphrase is wrong
   * @throws SecretUnavailableException if the KEK or its passphrase cannot be had now
   */
  default void prepare(boolean mayCreate) {}

  /**
   * Names this KEK, including its version; stored in clear beside what it wrapped.
   *
   * @return a name that no other KEK has; not a secret
   */
  String uri();

  /**
   * Wraps a key.
   *
   * @param key the key
   * @param context bound to the result as associated data; opaque, so a KMS may log it
   * @return the wrapped key, at most 64 KiB
   * @throws VaultException if it cannot be wrapped
   * @throws SecretUnavailableException if the KEK cannot be had now
   */
  byte[] wrap(byte[] key, byte[] context);

  /**
   * Unwraps a key.
   *
   * @param wrapped any bytes
   * @param context what was given to {@link #wrap}
   * @return the key
   * @throws VaultException if {@code wrapped} is not the work of this KEK, or belongs to another context
   * @throws SecretUnavailableException if the KEK cannot be had now
   */
  byte[] unwrap(byte[] wrapped, byte[] context);

  /**
   * What is not as safe as it should be, though it works: a file that others can read, a short passphrase. Health and
   * the log of each start show it.
   *
   * @return sentences that say what to do, without any secret; none by default
   */
  default List<String> cautions() {
    return List.of();
  }

  /**
   * A KEK in a file of its own, sealed by a passphrase. The file is created when the vault opens a database that holds
   * no branch key yet: exclusively, readable by its owner alone where the file system knows owners, and on the disk
   * before it is used. If the database holds a branch key, a missing file is refused.
   *
   * <p>The passphrase is stretched by PBKDF2-HMAC-SHA512 (RFC 8018) with 600,000 rounds, about half a second, once per
   * start. It is text in UTF-8; a binary secret goes in as hex or base64. It cannot be changed without a new file. A new file
   * is refused for a passphrase of fewer than 12 characters, or where the file system leaves it readable or writable for
   * others than its owner, group included; of an existing file {@link #cautions} says so.
   *
   * @param file where; its folder exists
   * @param passphrase asked once per start
   * @return the KEK, not read yet
   */
  static Kek sealedFile(Path file, SecretSource passphrase) {
    return new SealedFileKek(file, passphrase);
  }

  /**
   * A KEK behind Tink, so that AWS KMS, Google Cloud KMS and others work through Tink's own integrations.
   *
   * @param aead wraps and unwraps; thread-safe, as Tink's are
   * @param uri the key's full version, not an alias
   * @return the KEK
   * @throws IllegalArgumentException if {@code uri} is empty
   */
  // A host that hands in an Aead requires Tink itself; to all others the module stays hidden.
  @SuppressWarnings("exports")
  static Kek of(Aead aead, String uri) {
    return new AeadKek(aead, uri);
  }

  /**
   * A KEK in memory, random, and gone with this object: everything sealed under it is lost then. For tests and trials.
   *
   * @return the KEK
   */
  static Kek inMemoryForTests() {
    return AeadKek.random();
  }
}
