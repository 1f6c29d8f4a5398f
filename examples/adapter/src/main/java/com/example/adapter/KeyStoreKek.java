package com.example.adapter;

import io.waxseal.account.Secret;
import io.waxseal.account.SecretAccess;
import io.waxseal.account.SecretSource;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.VaultException;
import io.waxseal.crypto.Kek;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A KEK in a PKCS #12 key store of the JDK: one AES key of 256 bits, whose alias is its name. Wraps with AES-GCM (NIST SP
 * 800-38D), the IV in front. Thread-safe.
 */
public final class KeyStoreKek implements Kek {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BITS = 256;
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;

  private record Named(String alias, Key key) {}

  private final Path file;
  private final SecretSource password;
  private volatile Named opened;

  /**
   * A KEK, not read yet.
   *
   * @param file the key store; made if {@link #prepare} may
   * @param password of the key store and its key; text
   */
  public KeyStoreKek(Path file, SecretSource password) {
    this.file = file;
    this.password = password;
  }

  @Override
  public synchronized void prepare(boolean mayCreate) {
    if (opened != null) {
      return;
    }
    Secret secret = password.secret();
    char[] characters = secret.text(SecretAccess.granted()).toCharArray();
    try {
      if (!Files.exists(file)) {
        create(mayCreate, characters);
      }
      opened = read(characters);
    } catch (IOException | GeneralSecurityException e) {
      throw new VaultException("the key store " + file + " cannot be read or made ("
          + e.getClass().getSimpleName() + "); check the file and its password");
    } finally {
      Arrays.fill(characters, ' ');
    }
  }

  private void create(boolean mayCreate, char[] characters)
      throws IOException, GeneralSecurityException {
    if (!mayCreate) {
      throw new VaultException("the key store " + file
          + " is missing, and no other one opens what this database holds; bring it back");
    }
    KeyGenerator generator = KeyGenerator.getInstance("AES");
    generator.init(KEY_BITS);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, characters);
    store.setKeyEntry("kek-" + UUID.randomUUID(), generator.generateKey(), characters, null);
    try (OutputStream out = Files.newOutputStream(
        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DSYNC)) {
      store.store(out, characters);
    }
  }

  private Named read(char[] characters) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, characters);
    }
    String alias = store.aliases().nextElement();
    return new Named(alias, store.getKey(alias, characters));
  }

  private Named ready() {
    if (opened == null) {
      throw new IllegalStateException("call prepare() first; opening a vault does");
    }
    return opened;
  }

  @Override
  public String uri() {
    return "keystore:" + ready().alias();
  }

  @Override
  public byte[] wrap(byte[] key, byte[] context) {
    byte[] iv = new byte[IV_BYTES];
    new SecureRandom().nextBytes(iv);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, context).doFinal(key);
      byte[] wrapped = Arrays.copyOf(iv, IV_BYTES + sealed.length);
      System.arraycopy(sealed, 0, wrapped, IV_BYTES, sealed.length);
      return wrapped;
    } catch (GeneralSecurityException e) {
      throw new SecretUnavailableException("this Java platform refuses " + CIPHER);
    }
  }

  @Override
  public byte[] unwrap(byte[] wrapped, byte[] context) {
    if (wrapped.length < IV_BYTES + TAG_BITS / 8) {
      throw notMine();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(wrapped, IV_BYTES), context);
      return cipher.doFinal(wrapped, IV_BYTES, wrapped.length - IV_BYTES);
    } catch (AEADBadTagException e) {
      throw notMine();
    } catch (GeneralSecurityException e) {
      throw new SecretUnavailableException("this Java platform refuses " + CIPHER);
    }
  }

  private Cipher cipher(int mode, byte[] iv, byte[] context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, ready().key(), new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD(context);
    return cipher;
  }

  private static VaultException notMine() {
    return new VaultException("a wrapped key is damaged, or was wrapped by another key store;"
        + " bring back the key store this database was written with");
  }

  @Override
  public String toString() {
    return "KeyStoreKek[" + file + "]";
  }
}
