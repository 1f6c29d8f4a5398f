package io.waxseal.crypto;

import io.waxseal.account.Secret;
import io.waxseal.account.SecretSource;
import io.waxseal.account.Secrets;
import io.waxseal.account.VaultException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A KEK in a file sealed by a passphrase. */
final class SealedFileKek implements Kek {
  private final Path file;
  private final SecretSource passphrase;
  private final AtomicReference<@Nullable AeadKek> loaded = new AtomicReference<>();
  private volatile boolean shortPassphrase;

  SealedFileKek(Path file, SecretSource passphrase) {
    this.file = Objects.requireNonNull(file, "file");
    this.passphrase = Objects.requireNonNull(passphrase, "passphrase");
  }

  @Override
  public void prepare(boolean mayCreate) {
    Optional<byte[]> content = read();
    if (content.isEmpty()) {
      if (!mayCreate || loaded.get() != null) {
        throw new VaultException("the KEK file " + file
            + " is missing, but this database holds keys that only it can unwrap; restore the file"
            + " from its escrow copy. A new file would not open what is stored, so none is made");
      }
      create();
    } else if (loaded.get() == null) {
      load(content.get());
    }
  }

  private void load(byte[] content) {
    Secret given = Secrets.of(passphrase);
    keep(KekFile.open(content, given));
    shortPassphrase = KekFile.isShort(given);
  }

  @Override
  public List<String> cautions() {
    List<String> cautions = new ArrayList<>();
    if (ExclusiveFile.isOpenToOthers(file)) {
      cautions.add("the KEK file " + file
          + " can be read or written by others than its owner; take their rights away (chmod 600)");
    }
    if (shortPassphrase) {
      cautions.add("the passphrase of the KEK file has fewer than " + KekFile.LEAST_CHARACTERS
          + " characters; move to a KEK with a longer one");
    }
    return cautions;
  }

  private void create() {
    KekFile.Created created = KekFile.create(Secrets.of(passphrase));
    try {
      if (ExclusiveFile.write(file, created.bytes())) {
        keep(created.kek());
        return;
      }
    } catch (IOException e) {
      throw new VaultException(
          "the KEK file " + file + " cannot be written ("
              + e.getClass().getSimpleName()
              + "); its folder has to exist, be writable for this process, and give others no rights on new files");
    }
    load(read()
        .orElseThrow(() ->
            new VaultException("the KEK file " + file + " appeared and vanished; start again")));
  }

  private void keep(KekFile kek) {
    loaded.set(new AeadKek(kek.aead(), "sealed-file:" + kek.id()));
  }

  private Optional<byte[]> read() {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(in.readNBytes(KekFile.LENGTH + 1));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new VaultException("the KEK file " + file + " cannot be read ("
          + e.getClass().getSimpleName() + "); check that this process may read it");
    }
  }

  private AeadKek ready() {
    AeadKek kek = loaded.get();
    if (kek == null) {
      throw new IllegalStateException(
          "call prepare() before the KEK is used; opening a vault does");
    }
    return kek;
  }

  @Override
  public String uri() {
    return ready().uri();
  }

  @Override
  public byte[] wrap(byte[] key, byte[] context) {
    return ready().wrap(key, context);
  }

  @Override
  public byte[] unwrap(byte[] wrapped, byte[] context) {
    return ready().unwrap(wrapped, context);
  }

  @Override
  public String toString() {
    return "Kek[" + file + "]";
  }
}
