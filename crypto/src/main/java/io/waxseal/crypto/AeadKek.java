package io.waxseal.crypto;

import com.google.crypto.tink.Aead;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.VaultException;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.UUID;

/** A KEK that is one AEAD of Tink, local or in a KMS. */
final class AeadKek implements Kek {
  private final Aead aead;
  private final String uri;

  AeadKek(Aead aead, String uri) {
    this.aead = Objects.requireNonNull(aead, "aead");
    this.uri = Objects.requireNonNull(uri, "uri");
    if (uri.isEmpty()) {
      throw new IllegalArgumentException("a KEK has a URI that names it");
    }
  }

  static AeadKek random() {
    return new AeadKek(TinkKeys.aead(TinkKeys.randomKey()), "memory:" + UUID.randomUUID());
  }

  @Override
  public String uri() {
    return uri;
  }

  @Override
  public byte[] wrap(byte[] key, byte[] context) {
    try {
      return aead.encrypt(key, context);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw unavailable();
    }
  }

  @Override
  public byte[] unwrap(byte[] wrapped, byte[] context) {
    try {
      return aead.decrypt(wrapped, context);
    } catch (GeneralSecurityException e) {
      // A local AEAD says by itself that a ciphertext is not its own; a remote one wraps what
      // happened on the way.
      if (e.getCause() == null) {
        throw new VaultException("the KEK " + uri
            + " cannot unwrap a branch key: it is damaged, or was wrapped by another KEK;"
            + " bring back the KEK this database was written with");
      }
      throw unavailable();
    } catch (RuntimeException e) {
      throw unavailable();
    }
  }

  private SecretUnavailableException unavailable() {
    return new SecretUnavailableException("the KEK " + uri
        + " did not answer; check that its service can be reached and may be used");
  }

  @Override
  public String toString() {
    return "Kek[" + uri + "]";
  }
}
