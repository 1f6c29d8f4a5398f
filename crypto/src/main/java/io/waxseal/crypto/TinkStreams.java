package io.waxseal.crypto;

import com.google.crypto.tink.StreamingAead;
import io.waxseal.account.VaultException;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.SealedStreams;
import io.waxseal.person.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * Sealed file, version 1: the bytes {@code "WXS" 01}, then Tink's AES256_GCM_HKDF_4KB under a key of 32 random bytes of the
 * file's own. That key is kept as a sealed record of its owner.
 *
 * <p>Associated data: {@code "waxseal/stream/v1" 00 | LP(tenant) | LP(person) | LP(collection) | LP(recordId) |
 * u64(recordVersion) | LP(field)}. Each segment of 4 KB is bound to its place and to whether it is the last, so none can be
 * changed, moved or left out.
 */
final class TinkStreams implements SealedStreams {
  private static final byte[] LABEL = Bytes.label("waxseal/stream/v1");
  private static final byte[] MAGIC = {'W', 'X', 'S', 1};

  private final Vault vault;

  TinkStreams(Vault vault) {
    this.vault = vault;
  }

  @Override
  public byte[] newKey(Person owner, Context context) {
    return vault.seal(owner, context, TinkKeys.randomKey());
  }

  @Override
  public OutputStream seal(Person owner, Context context, byte[] key, OutputStream to)
      throws IOException {
    StreamingAead aead = aead(owner, context, key);
    to.write(MAGIC);
    try {
      return aead.newEncryptingStream(to, associatedData(owner, context));
    } catch (GeneralSecurityException e) {
      throw new VaultException("the platform's AES-GCM refuses to encrypt");
    }
  }

  @Override
  public InputStream open(Person owner, Context context, byte[] key, InputStream from)
      throws IOException {
    StreamingAead aead = aead(owner, context, key);
    if (!Arrays.equals(from.readNBytes(MAGIC.length), MAGIC)) {
      from.close();
      throw new IOException("a sealed file is damaged");
    }
    try {
      return aead.newDecryptingStream(from, associatedData(owner, context));
    } catch (GeneralSecurityException e) {
      from.close();
      throw new VaultException("the platform's AES-GCM refuses to decrypt");
    }
  }

  private StreamingAead aead(Person owner, Context context, byte[] key) {
    return TinkKeys.streaming(vault.open(owner, context, key).orThrow());
  }

  private static byte[] associatedData(Person owner, Context context) {
    return Bytes.join(
        LABEL,
        Bytes.prefixed(owner.tenant().id()),
        Bytes.prefixed(Bytes.of(owner.id())),
        Bytes.prefixed(context.collection()),
        Bytes.prefixed(Bytes.of(context.recordId())),
        ByteBuffer.allocate(Long.BYTES).putLong(context.version()).array(),
        Bytes.prefixed(context.field()));
  }
}
