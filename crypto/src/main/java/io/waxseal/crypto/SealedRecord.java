package io.waxseal.crypto;

import com.google.crypto.tink.Aead;
import io.waxseal.account.VaultException;
import io.waxseal.internal.crypto.Digests;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;

/**
 * Sealed record, version 1, big-endian:
 *
 * <pre>
 * off  len  field
 *  0    2   magic "WX"
 *  2    1   format version 1
 *  3    1   suite 1: Tink AES256_GCM, committing to its key by the zero block
 *  4    1   flags: bit 0 padded (always set), bit 1 the tenant's own place; others are 0
 *  5    1   purpose, the code of the kind of record
 *  6    4   version of the person key
 * 10   16   id of the person key
 * 26    n   iv 12 | AES-GCM( 32 zero bytes | content | 0x80 | zeros up to the Padmé length ) | tag 16
 * </pre>
 *
 * <p>Associated data: {@code "waxseal/record/v1" 00 | header | LP(tenant) | LP(collection) | LP(recordId) |
 * u64(recordVersion) | LP(field) | LP(SHA-256(extra))}, where LP(x) is x behind its length in two bytes, the record id
 * is the 16 bytes of the UUID, and extra is empty. AES-GCM alone does not commit to its key: one ciphertext can be made
 * to open under two. The zero block, checked after decryption, rules that out (Albertini et al., 2022).
 */
final class SealedRecord {
  private static final byte[] LABEL = Bytes.label("waxseal/record/v1");
  private static final byte[] NO_EXTRA = Bytes.prefixed(Digests.sha256());
  private static final short MAGIC = 0x5758;
  private static final byte FORMAT = 1;
  private static final byte SUITE = 1;
  private static final int PADDED = 1;
  private static final int TENANTS_OWN = 2;
  private static final int HEADER = 26;
  private static final int ZERO_BLOCK = 32;
  private static final int AEAD_OVERHEAD = 12 + 16;
  private static final int SHORTEST = HEADER + AEAD_OVERHEAD + ZERO_BLOCK + Padme.LEAST;
  private static final int MOST = 1 << 30;

  private final byte[] bytes;
  private final UUID keyId;
  private final int keyVersion;
  private final byte[] associatedData;

  private SealedRecord(byte[] bytes, UUID keyId, int keyVersion, byte[] associatedData) {
    this.bytes = bytes;
    this.keyId = keyId;
    this.keyVersion = keyVersion;
    this.associatedData = associatedData;
  }

  static byte[] seal(
      Aead key, UUID keyId, int keyVersion, Person owner, Context context, byte[] plain) {
    if (plain.length > MOST) {
      throw new IllegalArgumentException("a record holds at most " + MOST + " bytes");
    }
    byte[] header = header(keyId, keyVersion, owner, context);
    byte[] block = new byte[ZERO_BLOCK + Padme.length(plain.length)];
    System.arraycopy(plain, 0, block, ZERO_BLOCK, plain.length);
    Padme.mark(block, ZERO_BLOCK + plain.length);
    return Bytes.join(header, TinkKeys.encrypt(key, block, associatedData(header, owner, context)));
  }

  /** Reads the header and refuses all that a record of this owner and place cannot be. */
  static SealedRecord parse(byte[] bytes, Person owner, Context context) {
    if (bytes.length < SHORTEST) {
      throw refused();
    }
    ByteBuffer header = ByteBuffer.wrap(bytes, 6, HEADER - 6);
    int keyVersion = header.getInt();
    UUID keyId = Bytes.uuid(header);
    byte[] expected = header(keyId, keyVersion, owner, context);
    if (!Arrays.equals(expected, 0, HEADER, bytes, 0, HEADER)) {
      throw refused();
    }
    return new SealedRecord(bytes, keyId, keyVersion, associatedData(expected, owner, context));
  }

  boolean namesKey(UUID id, int version) {
    return keyId.equals(id) && keyVersion == version;
  }

  byte[] open(Aead key) {
    byte[] block;
    try {
      block = key.decrypt(Arrays.copyOfRange(bytes, HEADER, bytes.length), associatedData);
    } catch (GeneralSecurityException e) {
      throw refused();
    }
    if (block.length < ZERO_BLOCK
        || !Digests.equal(Arrays.copyOf(block, ZERO_BLOCK), new byte[ZERO_BLOCK])) {
      throw refused();
    }
    byte[] plain = Padme.strip(block, ZERO_BLOCK);
    if (plain == null) {
      throw refused();
    }
    return plain;
  }

  /** One text for all causes: which one it was would help only who made the record up. */
  static VaultException refused() {
    return new VaultException(
        "a sealed record is damaged, or was sealed for another person, place or tenant, or by another vault");
  }

  private static byte[] header(UUID keyId, int keyVersion, Person owner, Context context) {
    return ByteBuffer.allocate(HEADER)
        .putShort(MAGIC)
        .put(FORMAT)
        .put(SUITE)
        .put((byte) (owner.isUnnamed() ? PADDED | TENANTS_OWN : PADDED))
        .put((byte) context.kind().code())
        .putInt(keyVersion)
        .put(Bytes.of(keyId))
        .array();
  }

  private static byte[] associatedData(byte[] header, Person owner, Context context) {
    return Bytes.join(
        LABEL,
        header,
        Bytes.prefixed(owner.tenant().id()),
        Bytes.prefixed(context.collection()),
        Bytes.prefixed(Bytes.of(context.recordId())),
        ByteBuffer.allocate(Long.BYTES).putLong(context.version()).array(),
        Bytes.prefixed(context.field()),
        NO_EXTRA);
  }
}
